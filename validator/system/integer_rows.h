// The rows of a joint system in integers: cheap to make, and exact. Internal to validator.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "schemas/decimal.h"
#include "schemas/report.h"

namespace tradereport::validator {

// Every figure fits: 18 digits, times 200 for per cent and half-way points, are below 10^21.
using Integer = __int128;

// Index of the unknown, coefficient.
using IntegerTerm = std::pair<int, Integer>;

// lo <= sum of coefficient * unknown <= hi, everything over the same divisor.
struct IntegerRow {
  int begin = 0;  // its terms in IntegerRows, ascending: [begin, end)
  int end = 0;
  int observation = -1;  // as in Row (system.h)
  int relation = -1;
  int whole = -1;       // of a relation: the unknown that is the whole
  Integer divisor = 1;  // > 0
  std::optional<Integer> lo;
  std::optional<Integer> hi;

  int size() const { return end - begin; }
  // Whether its observation is left out; `excluded` has one entry an observation, or is empty.
  bool excluded_by(const std::vector<bool>& excluded) const {
    return observation >= 0 && !excluded.empty() && excluded[static_cast<std::size_t>(observation)];
  }
};

// Rows with all their terms in one place.
class IntegerRows {
 public:
  // Adds a row. Terms may come in any order; those of one unknown are added up, and left out where
  // they cancel out. All but the terms is that of `rest`, or for the caller to fill in.
  IntegerRow& add(std::span<const IntegerTerm> terms, const IntegerRow& rest = {});

  // Puts another row in the place of one with the same unknowns, whose observation and relation it
  // keeps.
  void replace(std::size_t index, std::span<const IntegerTerm> terms, const IntegerRow& by);

  std::span<const IntegerTerm> terms(const IntegerRow& row) const {
    return {terms_.data() + row.begin, static_cast<std::size_t>(row.size())};
  }

  std::size_t size() const { return rows_.size(); }
  const IntegerRow& operator[](std::size_t index) const { return rows_[index]; }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }

 private:
  std::vector<IntegerRow> rows_;
  std::vector<IntegerTerm> terms_;
};

// Adds the rows by which a figure binds its level x, and for a rate or change the other level that
// it speaks of.
//   value 9.0          8.95 <= x <= 9.05, over 20: 179 <= 20·x <= 181
//   growth, per cent   (1 + lo)·other <= x, x <= (1 + hi)·other: two rows
void add_observation_rows(IntegerRows& rows, Measure measure, const Decimal& value, int x,
                          int other, int observation, Rounding rounding = Rounding::nearest,
                          int slack = 0);

mpz_class to_mpz(Integer value);

// numerator / divisor.
Rational to_rational(Integer numerator, Integer divisor);

}  // namespace tradereport::validator
