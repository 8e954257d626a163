#include "validator/system/integer_rows.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace tradereport::validator {

mpz_class to_mpz(Integer value) {
  if (value >= std::numeric_limits<long>::min() && value <= std::numeric_limits<long>::max())
    return {static_cast<long>(value)};
  constexpr Integer kHalf = Integer(1) << 62;
  return mpz_class(to_mpz(value / kHalf) << 62) + mpz_class(static_cast<long>(value % kHalf));
}

IntegerRow& IntegerRows::add(std::span<const IntegerTerm> terms, const IntegerRow& rest) {
  IntegerRow& row = rows_.emplace_back(rest);
  row.begin = static_cast<int>(terms_.size());
  terms_.insert(terms_.end(), terms.begin(), terms.end());
  const auto first = terms_.begin() + row.begin;
  const auto before = [](const IntegerTerm& a, const IntegerTerm& b) { return a.first < b.first; };
  if (!std::is_sorted(first, terms_.end(), before)) std::sort(first, terms_.end(), before);
  auto kept = first;
  for (auto term = first; term != terms_.end();) {
    *kept = *term;
    bool gone = false;
    while (++term != terms_.end() && term->first == kept->first) {
      kept->second += term->second;
      gone = kept->second == 0;
    }
    if (!gone) ++kept;
  }
  terms_.erase(kept, terms_.end());
  row.end = static_cast<int>(terms_.size());
  return row;
}

void IntegerRows::replace(std::size_t index, std::span<const IntegerTerm> terms,
                          const IntegerRow& by) {
  IntegerRow& row = rows_[index];
  std::copy(terms.begin(), terms.end(), terms_.begin() + row.begin);
  row.divisor = by.divisor;
  row.lo = by.lo;
  row.hi = by.hi;
}

void add_observation_rows(IntegerRows& rows, Measure measure, const Decimal& value, int x,
                          int other, int observation, Rounding rounding, int slack) {
  Integer scale = 2;  // twice the decimals, for the half-way points
  for (int i = 0; i < value.decimals(); ++i) scale *= 10;
  // Halves of the last digit below and above, as Decimal::true_values() has them.
  const bool exact = rounding == Rounding::exact;
  const bool cut = rounding == Rounding::cut || rounding == Rounding::either;
  const Integer nearest = exact || rounding == Rounding::cut ? 0 : 1;
  const Integer lo =
      2 * Integer(value.unscaled()) - (cut && value.unscaled() <= 0 ? 2 : nearest) - slack;
  const Integer hi =
      2 * Integer(value.unscaled()) + (cut && value.unscaled() >= 0 ? 2 : nearest) + slack;
  const auto add = [&](std::initializer_list<IntegerTerm> terms) -> IntegerRow& {
    IntegerRow& row = rows.add(terms);
    row.divisor = scale;
    row.observation = observation;
    return row;
  };
  if (!is_rate(measure)) {
    IntegerRow& row = measure == Measure::change     ? add({{x, scale}, {other, -scale}})
                      : measure == Measure::previous ? add({{other, scale}})
                                                     : add({{x, scale}});
    row.lo = lo;
    row.hi = hi;
    return;
  }
  scale *= 100;
  const Integer whole = added_to_rate(measure) > 0 ? scale : 0;
  add({{x, scale}, {other, -(whole + lo)}}).lo = 0;
  add({{x, scale}, {other, -(whole + hi)}}).hi = 0;
}

Rational to_rational(Integer numerator, Integer divisor) {
  Rational result(to_mpz(numerator), to_mpz(divisor));
  result.canonicalize();
  return result;
}

}  // namespace tradereport::validator
