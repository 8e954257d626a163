// What is drawn on a page besides its text.
#pragma once

#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-rectangle.h>

#include <memory>
#include <string_view>
#include <vector>

#include "schemas/report.h"

namespace poppler {
class document;
class page;
}  // namespace poppler

namespace tradereport::parser {

// The page in points as Poppler displays it: turned as its file says.
poppler::rectf displayed_size(const poppler::page& page);

// How Poppler has to turn a page whose text is turned by so many quarter turns to the right, so
// that the text stands upright.
poppler::rotation_enum turned_back(int turns);

// In which of the boxes on the page, as it is displayed, is something drawn? Boxes of single
// characters: what is drawn in their middle counts.
std::vector<bool> drawn_in(const poppler::page& page, const std::vector<Box>& boxes);

// Draws pages of a PDF in greys. Opens it when it is first asked, so it costs nothing until then.
class GreyPages {
 public:
  // The bytes must outlive it; they are those of a PDF that read_pdf() has read.
  explicit GreyPages(std::string_view bytes);
  ~GreyPages();
  GreyPages(const GreyPages&) = delete;
  GreyPages& operator=(const GreyPages&) = delete;

  // The page (from 1) with so many dots an inch, its text upright, which has so many quarter turns
  // to the right. part: in dots; the whole page by default. Not valid if it cannot be drawn.
  poppler::image drawn(int page, double across, double down, int turns,
                       const poppler::rect& part = {-1, -1, -1, -1});

 private:
  std::string_view bytes_;
  bool opened_ = false;
  std::unique_ptr<poppler::document> document_;  // that can be drawn
};

// The pages of a PDF as they look. Opens it when it is first asked.
class Ink {
 public:
  // The bytes: as of GreyPages. turns: by page, the quarter turns to the right that its text had
  // (Document::turns).
  Ink(std::string_view bytes, std::vector<int> turns);

  // Is something dark drawn on light, or light on dark, within the box on the page (from 1), in the
  // coordinates of the page's text? A shade over all of it does not count.
  bool at(int page, const Box& box);

 private:
  GreyPages pages_;
  std::vector<int> turns_;
};

}  // namespace tradereport::parser
