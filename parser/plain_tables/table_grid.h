// From the words and rulings of one table to its cells.
#pragma once

#include <optional>

#include "parser/plain_tables/text_pieces.h"
#include "schemas/plain_table.h"

namespace tradereport::parser {

// A part of a page that may be a table.
struct TableArea {
  Box box;
  std::vector<Placed> words;
  Rulings rulings;  // within the box and around it
};

// Its rows, columns and cells, or nothing if it has not at least two of both. The page is left 0.
std::optional<PlainTable> grid_of(const TableArea& area);

}  // namespace tradereport::parser
