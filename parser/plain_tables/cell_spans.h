// What stands in which cell, and how far the cells reach.
#pragma once

#include <vector>

#include "parser/plain_tables/column_cuts.h"
#include "schemas/plain_table.h"

namespace tradereport::parser {

struct GridPiece {
  TextPiece piece;
  ColumnRange columns;
};

struct GridRow {
  double y0 = 0, y1 = 0;  // points
  bool ruled_above = false;
  std::vector<GridPiece> pieces;
};

// A table as rows and columns before cells are merged.
struct GridText {
  std::vector<ColumnCut> cuts;
  std::vector<GridRow> rows;
};

// Cells span what no ruling parts, and what their text reaches over: a head in the middle over
// several columns spans them.
PlainTable cells_of(const GridText& grid, const Rulings& rulings, const Box& box);

}  // namespace tradereport::parser
