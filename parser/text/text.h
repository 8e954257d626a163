// Text that knows where it is printed.
//
// The parser works on normalised UTF-8, but findings must point at the page. Each byte of a Text
// therefore carries the index of the Glyph that it came from; the glyphs of a document lie in one
// pool, with the character as printed and its box.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parser/text/utf8.h"
#include "schemas/report.h"

namespace tradereport::parser {

struct Glyph {
  char32_t raw = 0;       // as printed
  int page = 0;           // sheet of the file, from 1
  int line = 0;           // index into Document::lines
  Box box;                // empty for plain text
  int column = 0;         // of plain text: what stands before it on its line, in narrow characters
  std::size_t begin = 0;  // of it in its line's raw, in bytes
};

struct Text {
  std::string utf8;                   // normalised
  std::vector<std::uint32_t> origin;  // one a byte: index into Document::glyphs

  bool empty() const { return utf8.empty(); }
  std::size_t size() const { return utf8.size(); }
  std::string_view view() const { return utf8; }
  void append(const Text& other);
  // `bytes` that all stem from the glyph `from`.
  void append(std::string_view bytes, std::uint32_t from);
  Text substr(std::size_t begin, std::size_t end) const;
};

// A printed line.
struct Line {
  Text text;                          // normalised, blanks tidied (see normalize.h)
  Text markers;                       // raised note markers taken out of the text
  SharedText raw;                     // as printed, for people
  std::vector<std::uint32_t> glyphs;  // from left to right, without blanks
  int page = 0;                       // from 1; where two are printed on a sheet, each counts
  int number = 0;                     // line of a text or Word file, from 1; 0 for PDF
  Box box;
  bool aside = false;  // watermark, stamp or turned text: no part of the flow
  double size = 0;     // em of its characters in points; 0 for plain text
};

struct Document {
  std::vector<Glyph> glyphs;
  std::vector<Line> lines;        // in reading order
  int pages = 0;                  // sheets of the file
  bool has_boxes = false;         // false for plain text
  bool on_paper = true;           // false for a Word file: boxes tell what stands beside what alone
  std::vector<int> unread_pages;  // pages with ink but without text that could be decoded
  std::vector<int> turns;         // by page: quarter turns to the right that its text had
  bool damaged = false;           // of the file: text may be missing, or other text than was meant
};

// Where the bytes [begin, end) of a text are printed.
Source source_of(const Document& document, const Text& text, std::size_t begin, std::size_t end);

// Those bytes as printed, without blanks.
std::string printed(const Document& document, const Text& text, std::size_t begin, std::size_t end);

// A text cut down to what people can read at a glance: about `around` bytes on each side of `at`,
// between whole characters, with "…" where something is left out.
std::string excerpt(std::string_view text, std::size_t at, std::size_t around = 240);

// How many round brackets normalised text opens and does not close; below 0 if it closes more.
std::ptrdiff_t open_brackets(std::string_view text);

}  // namespace tradereport::parser
