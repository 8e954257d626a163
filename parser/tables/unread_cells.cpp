#include "parser/tables/unread_cells.h"

#include <algorithm>

namespace tradereport::parser {

namespace {

// With fewer rows a column is not told from a cell.
constexpr std::ptrdiff_t kRowsOfColumn = 2;

bool has(const std::vector<std::size_t>& columns, std::size_t column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

bool is_unread_column(const std::vector<ExpectedCells>& rows, std::size_t column) {
  const auto count = [&](std::vector<std::size_t> ExpectedCells::*columns) {
    return std::count_if(rows.begin(), rows.end(),
                         [&](const ExpectedCells& row) { return has(row.*columns, column); });
  };
  const std::ptrdiff_t expected = count(&ExpectedCells::expected);
  return expected >= kRowsOfColumn && expected == count(&ExpectedCells::unread);
}

}  // namespace

std::vector<Problem> unread_cells(const Table& table, const std::vector<ExpectedCells>& rows) {
  std::vector<Problem> problems;
  std::vector<std::size_t> lost;
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (is_unread_column(rows, c)) lost.push_back(c);
  if (!lost.empty()) {
    UnreadCells cells{table.id, {}, {}};
    for (const std::size_t c : lost) cells.columns.push_back(table.columns[c]);
    problems.push_back({std::move(cells), table.source});
  }
  for (const ExpectedCells& row : rows) {
    UnreadCells cells{table.id, row.row, {}};
    for (const std::size_t c : row.unread)
      if (!has(lost, c)) cells.columns.push_back(table.columns[c]);
    if (cells.columns.empty()) continue;
    // All that the row prints: more than a list of its columns says it.
    if (cells.columns.size() == row.expected.size() && row.expected.size() > 1)
      cells.columns.clear();
    problems.push_back({std::move(cells), row.label});
  }
  return problems;
}

}  // namespace tradereport::parser
