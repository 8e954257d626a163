// Which figures of a table were not read though they are to be there.
#pragma once

#include <string>
#include <vector>

#include "schemas/report.h"

namespace tradereport::parser {

// A row with a name that the family knows: the columns (indices into Table::columns) that it is to
// have figures in, and those of them in which none was read.
struct ExpectedCells {
  std::string row;
  Source label;
  std::vector<std::size_t> expected;
  std::vector<std::size_t> unread;
};

// One problem a column that no row has a figure in, and one a row that lacks others.
std::vector<Problem> unread_cells(const Table& table, const std::vector<ExpectedCells>& rows);

}  // namespace tradereport::parser
