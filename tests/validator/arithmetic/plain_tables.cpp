#include "tests/validator/arithmetic/plain_tables.h"

#include <algorithm>
#include <cstdlib>

namespace tradereport::validator::test {

PlainTable plain_table(const std::vector<std::vector<std::string>>& rows) {
  PlainTable table;
  table.rows = rows.size();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    table.cols = std::max(table.cols, rows[row].size());
    for (std::size_t col = 0; col < rows[row].size(); ++col) {
      if (!rows[row][col].empty())
        table.cells.push_back({{row, col}, 1, 1, rows[row][col], {}, false});
    }
  }
  return table;
}

std::string with_commas(long long number) {
  std::string digits = std::to_string(std::llabs(number));
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return number < 0 ? "-" + digits : digits;
}

Arithmetic in_row(ArithmeticKind kind, std::size_t row, std::size_t whole,
                  const std::vector<std::size_t>& parts) {
  Arithmetic relation{kind, {row, whole}, {}};
  for (const std::size_t part : parts) relation.parts.push_back({row, part});
  return relation;
}

Arithmetic in_column(ArithmeticKind kind, std::size_t col, std::size_t whole,
                     const std::vector<std::size_t>& parts) {
  Arithmetic relation{kind, {whole, col}, {}};
  for (const std::size_t part : parts) relation.parts.push_back({part, col});
  return relation;
}

}  // namespace tradereport::validator::test
