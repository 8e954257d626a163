// A table of a document that no family describes: its cells as they are printed, and the arithmetic
// that was found among them.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include "schemas/report.h"

namespace tradereport {

// A place in a table; rows and columns are counted from 0.
struct CellPlace {
  std::size_t row = 0, col = 0;

  friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

// What is printed in one cell, which may span several rows and columns.
struct PlainCell {
  CellPlace place;  // its first row and column
  std::size_t row_span = 1, col_span = 1;
  std::string text;     // UTF-8 as printed, lines joined by one blank
  Box box;              // in points; empty for text without pages
  bool proved = false;  // its value is pinned by a relation that holds exactly
};

// Empty places have no cell. Cells do not overlap; they stand in order of place.
struct PlainTable {
  int page = 0;  // from 1; 0 for text without pages
  Box box;       // around all its cells
  std::size_t rows = 0, cols = 0;
  std::vector<PlainCell> cells;
};

enum class ArithmeticKind {
  sum,              // whole = parts added up
  difference,       // whole = parts[0] - parts[1]
  average,          // whole = mean of the parts
  division,         // whole = parts[0] / parts[1], per cent where the whole is printed so
  relative_change,  // whole = (parts[1] - parts[0]) / parts[0], per cent likewise
};

// One line of arithmetic among the figures of a table: "the whole is made from the parts".
struct Arithmetic {
  ArithmeticKind kind = ArithmeticKind::sum;
  CellPlace whole;
  std::vector<CellPlace> parts;

  friend bool operator==(const Arithmetic&, const Arithmetic&) = default;
};

}  // namespace tradereport
