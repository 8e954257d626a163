// Running text set in columns side by side. Internal to parser.
#pragma once

#include <cstddef>
#include <vector>

#include "schemas/report.h"

namespace tradereport::parser {

// A word as the search for columns sees it.
struct ColumnWord {
  Box box;                  // points on the page
  std::size_t letters = 0;  // no digits, points or signs
};

// Bands [first, last) of a page stand in two columns; what lies left of `gutter` is read first.
struct ColumnRegion {
  std::size_t first = 0;
  std::size_t last = 0;
  double gutter = 0;  // x
};

// Where a page is set in columns. `bands`: the words of each line that reaches over the whole page,
// from top to bottom and, within a band, from left to right.
//
// Columns are told by a gap that no word crosses over several lines, with running text on both
// sides of it. Tables have such gaps too, but figures or short names beside them:
//
//   "the first line of a paragraph   | goes on at the top of the second"    columns
//   "that runs down one column and   | one, with 1,845.4 somewhere in it"
//   "a short name   82,327   102,545   24.5"                               none
std::vector<ColumnRegion> find_columns(const std::vector<std::vector<ColumnWord>>& bands);

}  // namespace tradereport::parser
