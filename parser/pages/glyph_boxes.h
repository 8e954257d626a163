// What boxes of glyphs tell about the type, and boxes that tell wrong.
#pragma once

#include <vector>

#include "parser/pages/pdf_source.h"

namespace tradereport::parser {

// The usual height of a character, in ems.
inline constexpr double kUsualHeight = 1.2;

// The em in points by a character's width; 0 if it tells nothing. Ideographs are one em wide,
// digits about half of one. The characters that Unicode calls full-width tell nothing: some fonts
// draw them half as wide.
double em_by_width(const PdfChar& c);

Box box_of(const PdfWord& word);

// Fonts that PDF producers turn into drawings (Type 3) come with the box of their largest glyph,
// two or three lines high; so do the minus signs of TeX. Cuts such boxes down to the usual height,
// at the height of the line that stands within them, and moves inverted ones up to the words beside
// them.
void mend_tall_boxes(PdfPage& page);

// Bold and shadowed type is drawn twice, a hair's breadth apart. Takes and returns characters by
// their left edge.
std::vector<PdfChar> drawn_once(std::vector<PdfChar> chars);

}  // namespace tradereport::parser
