// What each line of a document is: caption and table, heading, note, narrative.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/layout/furniture.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// A caption and the lines under it, over as many pages as they take.
struct TableRegion {
  const TableForm* form = nullptr;
  std::size_t index = 0;  // of form in the family
  Text caption;
  std::vector<std::size_t> lines;
};

struct Layout {
  std::vector<TableRegion> tables;
  std::vector<Text> headings;
  std::vector<Text> notes;  // each one's lines joined
  // The narrative between two headings: its lines joined, tables, notes and furniture left out, so
  // that a sentence which they interrupt is whole again.
  std::vector<Text> narrative;
  std::vector<Text> pictures;           // captions of what the family leaves alone
  std::vector<std::size_t> left_alone;  // lines of such pictures and sections
};

// Sorts the lines of a document. Lines that are not body text are left alone.
Layout lay_out(const Document& document, const std::vector<LineRole>& roles,
               const Grammar& grammar);

}  // namespace tradereport::parser
