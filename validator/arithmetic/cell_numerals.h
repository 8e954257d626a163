// What is printed in a cell, read as a number.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/decimal.h"

namespace tradereport::validator {

enum class CellContent { blank, text, dash, figure };

struct CellNumeral {
  CellContent content = CellContent::blank;
  Decimal value;           // of a figure
  bool percent = false;    // printed with a per cent sign; the value is that before it
  bool separated = false;  // by thousands, or with a sign: no year and no number of a line
};

// Which mark stands before the decimals, as all cells of a table together show. A point where
// nothing tells.
bool has_decimal_comma(const std::vector<std::string_view>& cells);

// Reads signs (parentheses too), thousands separators (comma, point, blank, apostrophe), currency
// signs, per cent, and marks of notes after the number. A dash alone stands for nothing or zero.
//   "(1,234.5)" -> -1234.5    "18 080" -> 18080    "12,5 %" with decimal comma -> 12.5 per cent
//   "1,23,4", "3rd", "1999-2000", "n/a" -> text
CellNumeral read_cell(std::string_view text, bool decimal_comma);

}  // namespace tradereport::validator
