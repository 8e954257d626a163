// The lines that are drawn on a page between the cells of its tables.
#pragma once

#include <vector>

#include "parser/pages/ink.h"
#include "parser/pages/pdf_source.h"

namespace tradereport::parser {

// A level or upright line, or the edge of a shade, in points: `at` is its y or its x, and it
// reaches from `from` to `to` along the other axis.
struct Ruling {
  double at = 0, from = 0, to = 0;

  double length() const { return to - from; }
};

struct Rulings {
  std::vector<Ruling> level;    // from top to bottom
  std::vector<Ruling> upright;  // from left to right
};

// A picture of a page in greys, row by row.
struct GreyPicture {
  int width = 0, height = 0;  // dots
  int across = 1, down = 1;   // dots a point
  std::vector<unsigned char> dots;

  int at(int x, int y) const {
    return dots[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                static_cast<std::size_t>(x)];
  }
};

// The rulings in the picture: long straight edges between dots that differ. `words`: what is
// written there; strokes of letters and lines under words are no rulings.
Rulings rulings_in(const GreyPicture& picture, const std::vector<Box>& words);

// Those of a page (from 1) as read_pdf() has read it; none if it cannot be drawn.
Rulings rulings_on(GreyPages& pages, int page, const PdfPage& read);

}  // namespace tradereport::parser
