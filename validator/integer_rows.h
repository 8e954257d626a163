// The rows of a joint system in integers, as they are built: cheap to make, and exact. Internal to
// validator.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "schemas/decimal.h"
#include "schemas/report.h"

namespace tradereport {

// Every figure fits: 18 digits, times 200 for per cent and half-way points, are below 10^21.
using Integer = __int128;

// lo <= sum of coefficient * unknown <= hi, everything over the same divisor.
struct IntegerRow {
  std::vector<std::pair<int, Integer>> terms;  // index of the unknown, coefficient; ascending
  Integer divisor = 1;                         // > 0
  std::optional<Integer> lo;
  std::optional<Integer> hi;
  int statement = -1;  // as in Row (system.h)
  int relation = -1;
};

// The rows by which a figure binds its level x, and for a rate or change the other level that it
// speaks of.
//   value 9.0          8.95 <= x <= 9.05, over 20: 179 <= 20·x <= 181
//   growth, per cent   (1 + lo)·other <= x, x <= (1 + hi)·other: two rows
std::vector<IntegerRow> observation_rows(Measure measure, const Decimal& value, int x, int other,
                                         int statement, Rounding rounding = Rounding::nearest);

// Puts the terms of a row in order, each unknown once: a level that stands in it twice counts
// twice.
void tidy(IntegerRow& row);

// -1, 0 or 1 as a is less than, equal to or greater than b, whatever their decimals.
//   compare(9, 9.0) -> 0
int compare(const Decimal& a, const Decimal& b);

// numerator / divisor.
Rational to_rational(Integer numerator, Integer divisor);

}  // namespace tradereport
