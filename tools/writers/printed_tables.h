// The tables of a report as printed: one row a printed row.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/writers/dataset.h"

namespace tradereport::tools {

// Names of a table's columns, `period`, `group` and `rank` apart: "row" and "month_value". Where
// the family's table has several label columns, each is named after the columns that follow it:
// "month_row", "ytd_row".
std::vector<std::string> column_names(const std::vector<Column>& columns, const TableForm* form);

// The table with its columns, without rows.
DataTable printed_columns(const Report& report, const Table& table, const Family& family);

// The table's rows with canonical row names and canonical decimals.
DataTable printed_table(const Report& report, const Table& table, const Family& family);

// The figure in the row's cell with that index, or nullptr.
const Figure* figure_at(const Report& report, const TableRow& row, std::size_t column);

// Every column that the family file gives the table, in its order.
std::vector<std::string> all_column_names(const TableForm& form);

}  // namespace tradereport::tools
