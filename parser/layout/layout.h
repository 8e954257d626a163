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
  const TableForm* form = nullptr;  // the edition of the table that it is read as
  std::size_t index = 0;            // of the table in the family
  Text caption;                     // the words of its head, where that stands for one
  std::vector<std::size_t> lines;
  // Where its head stands for a caption: so many of the lines are that head, and nothing to the
  // right of it is of the table.
  std::size_t head_lines = 0;
  double right_edge = 0;

  bool has_caption() const { return head_lines == 0; }
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
