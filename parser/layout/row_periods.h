// Rows that are periods: their months, and the years that are printed once for several of them.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/layout/atoms.h"
#include "parser/layout/layout.h"
#include "parser/text/numeral_ledger.h"
#include "schemas/period.h"

namespace tradereport::parser {

// The year that a line consists of: "2016 г." Nothing for any other line, and for tables whose rows
// are no periods.
std::optional<int> year_alone(const Grammar& grammar, const TableRegion& region,
                              std::string_view text);

// The year that is printed before the next row, as its table's lines are gone through.
class YearBeforeRow {
 public:
  YearBeforeRow(const Grammar& grammar, const TableRegion& region, NumeralLedger& ledger)
      : grammar_(grammar), region_(region), ledger_(ledger) {}

  // Whether the line is a year and nothing else.
  bool takes(const Text& line);
  // Takes a year off the cells of a line (take_year()).
  void take_off(std::vector<Atom>& cells);
  // Of the row that begins now; it is no other's.
  std::optional<int> for_row() { return std::exchange(year_, std::nullopt); }

 private:
  const Grammar& grammar_;
  const TableRegion& region_;
  NumeralLedger& ledger_;
  std::optional<int> year_;
};

// Takes the year off the cells of a line, where it stands before a row's name, as in the first
// line of a merged cell:
//   "2025 January 198.1" -> 2025, and "January 198.1"
std::optional<int> take_year(const Grammar& grammar, const TableRegion& region,
                             std::vector<Atom>& cells, Text& year);

// The months that a row's name says: those of a row of the family, or one month; the year is 0
// where the name does not say it.
//   "January" -> {0, 1, 1}     "I квартал" -> {0, 1, 3}, by the family     "March 2025" -> {2025,
//   3, 3}
std::optional<Months> months_of(const Grammar& grammar, const TableForm& form,
                                std::string_view label);

}  // namespace tradereport::parser
