// What is drawn on a page besides its text.
#pragma once

#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-rectangle.h>

#include <memory>
#include <string_view>
#include <vector>

#include "schemas/report.h"

namespace poppler {
class page;
}

namespace tradereport::parser {

// The page in points as Poppler displays it: turned as its file says.
poppler::rectf displayed_size(const poppler::page& page);

// How Poppler has to turn a page whose text is turned by so many quarter turns to the right, so
// that the text stands upright.
poppler::rotation_enum turned_back(int turns);

// In which of the boxes on the page, as it is displayed, is something drawn? Boxes of single
// characters: what is drawn in their middle counts.
std::vector<bool> drawn_in(const poppler::page& page, const std::vector<Box>& boxes);

// The pages of a PDF as they look. Opens it when it is first asked, so it costs nothing until then.
class Ink {
 public:
  // The bytes must outlive it; they are those of a PDF that read_pdf() has read. turns: by page,
  // the quarter turns to the right that its text had (Document::turns).
  Ink(std::string_view bytes, std::vector<int> turns);
  ~Ink();
  Ink(const Ink&) = delete;
  Ink& operator=(const Ink&) = delete;

  // Is something dark drawn on light, or light on dark, within the box on the page (from 1), in the
  // coordinates of the page's text? A shade over all of it does not count.
  bool at(int page, const Box& box);

 private:
  struct Pages;
  std::string_view bytes_;
  std::vector<int> turns_;
  std::unique_ptr<Pages> pages_;
};

}  // namespace tradereport::parser
