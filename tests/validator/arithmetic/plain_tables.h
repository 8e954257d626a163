// Tables for tests, written as rows of texts.
#pragma once

#include <string>
#include <vector>

#include "schemas/plain_table.h"

namespace tradereport::validator::test {

PlainTable plain_table(const std::vector<std::vector<std::string>>& rows);

// "1,234,567"
std::string with_commas(long long number);

// whole <- parts, all in one row.
Arithmetic in_row(ArithmeticKind kind, std::size_t row, std::size_t whole,
                  const std::vector<std::size_t>& parts);
Arithmetic in_column(ArithmeticKind kind, std::size_t col, std::size_t whole,
                     const std::vector<std::size_t>& parts);

}  // namespace tradereport::validator::test
