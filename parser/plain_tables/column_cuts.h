// Where the columns of a table part.
#pragma once

#include <cstddef>
#include <vector>

#include "parser/plain_tables/text_pieces.h"

namespace tradereport::parser {

struct ColumnCut {
  double at = 0;       // x in points
  bool ruled = false;  // by an upright ruling, else by a gap
};

// The cuts from left to right; one fewer than there are columns. `lines`: all of the table, `box`
// around it. A gap parts columns if hardly a piece reaches over it and it has pieces on both sides
// in several lines; what reaches over it are merged heads.
std::vector<ColumnCut> column_cuts(const std::vector<TextLine>& lines, const Box& box,
                                   const std::vector<Ruling>& upright);

// The columns [first, last] that a piece stands in.
struct ColumnRange {
  std::size_t first = 0, last = 0;

  bool spans() const { return last > first; }
};
ColumnRange columns_of(const Box& piece, const std::vector<ColumnCut>& cuts);

}  // namespace tradereport::parser
