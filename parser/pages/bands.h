// Words that stand on one line, and sheets of two pages.
#pragma once

#include <cstddef>
#include <vector>

#include "parser/pages/pdf_source.h"

namespace tradereport::parser {

struct Placed {
  Box box;
  const PdfWord* word = nullptr;
  // Words that were handed over one after another, and stand so, are one piece of text. The boxes
  // of a piece's fonts may differ (the subfonts of a Chinese Type 1 font): it stays on one line.
  std::size_t piece = 0;
};

struct LineBand {
  Box box;
  std::vector<Placed> words;
};

std::vector<Placed> placed_words(const PdfPage& page);

// Words in bands of common height, from top to bottom.
std::vector<LineBand> bands_of(const std::vector<Placed>& words);
std::vector<LineBand> bands_of(const PdfPage& page);

// Are the pages of the document printed two beside one another on a landscape sheet? True if on no
// sheet a word reaches over its middle, and a sheet has running text on both sides: a landscape
// page of its own has a title, a caption or a paragraph there.
bool two_on_a_sheet(const std::vector<PdfPage>& sheets);

}  // namespace tradereport::parser
