// Which printed lines make one row of a table.
#pragma once

#include <cstddef>
#include <vector>

#include "parser/plain_tables/column_cuts.h"

namespace tradereport::parser {

// What a table as a whole says of its rows.
struct RowHabits {
  std::vector<ColumnCut> cuts;
  std::vector<double> right;  // by column: how far its pieces reach to the right, in points
  double pitch = 0;           // from one row of figures to the next, in points; 0 if unknown
};

RowHabits row_habits(const std::vector<TextLine>& lines, std::vector<ColumnCut> cuts);

// Lines [first, last) are one row.
struct RowGroup {
  std::size_t first = 0, last = 0;
};

// The rows among lines between which no ruling stands. `ruled`: rulings part the rows of the
// table, so lines go together unless several have figures; `head`: nothing stands above them.
//
//   "Chlorine and"  ""      one row: a label that wraps around its own figures
//   ""              "10"
//   "compounds"     ""
std::vector<RowGroup> row_groups(const std::vector<TextLine>& lines, const RowHabits& habits,
                                 bool ruled, bool head);

}  // namespace tradereport::parser
