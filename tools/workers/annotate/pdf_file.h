// A PDF as objects (ISO 32000-1), by qpdf. pdf_file.cpp alone includes qpdf's headers, and is
// C++17: those of qpdf 11.3 are no C++20 that clang 14 compiles. So this header is C++17 as well.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tradereport::tools {

// Two opposite corners in user space: x, y, x, y.
using PdfRectangle = std::array<double, 4>;

// What a page says of itself, or the node of the tree above it.
struct PageBoxes {
  std::optional<PdfRectangle> media_box;  // nothing: none is there, or it is no rectangle
  std::optional<PdfRectangle> crop_box;
  int rotation = 0;  // degrees to the right, from 0 to 359
};

// A note on a page, and the window that it opens in. The dictionaries are written as in a file:
// "<< /Type /Annot /Subtype /Text /Rect [9 9 27 27] >>".
struct PdfAnnotation {
  std::string note;
  std::string title, text;  // UTF-8, of the note
  std::string name;         // unlike those of all others in the file
  std::string drawing;      // how the note looks: a content stream
  std::string form;         // dictionary of that stream
  std::string window;
};

// An indirect object as it stands in a file, between "obj" and "endobj".
struct PdfObject {
  int number = 0;
  int generation = 0;
  std::string text;
};

// What the last trailer says, each value written as in a file; empty: nothing.
struct PdfTrailer {
  std::string root, info;
  std::string id;          // the first half, which stays when the file changes
  long long size = 0;      // greatest object number + 1
  bool is_hybrid = false;  // there is a cross-reference stream beside the table
};

// Functions throw std::exception where the file is too damaged for them.
class PdfFile {
 public:
  // The bytes must outlive it. Throws for what is no PDF, or locked by a password.
  explicit PdfFile(std::string_view bytes);
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  bool is_encrypted() const;
  bool forbids_annotations() const;
  // Signed, or certified.
  bool is_signed() const;
  // Whether something was to be mended so far, be it the page tree.
  bool has_faults() const;

  const std::vector<PageBoxes>& pages() const;
  PdfTrailer trailer() const;
  // The greatest number of an object.
  int last_object() const;

  // Adds the annotations to those that the page (from 0) has.
  void annotate(std::size_t page, const std::vector<PdfAnnotation>& added);
  // The objects that annotate() has made or changed, in order of their numbers.
  std::vector<PdfObject> changed() const;
  // As a new file, encrypted as this one is.
  std::string written_anew() const;

 private:
  struct Objects;
  std::unique_ptr<Objects> objects_;
};

}  // namespace tradereport::tools
