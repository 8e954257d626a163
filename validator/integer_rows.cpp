#include "validator/integer_rows.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace tradereport {

namespace {

IntegerRow row_of(int x, Integer of_x, int other, Integer of_other, int statement) {
  IntegerRow row;
  row.terms = {{x, of_x}, {other, of_other}};
  if (other < x) std::swap(row.terms[0], row.terms[1]);
  row.divisor = of_x;
  row.statement = statement;
  return row;
}

mpz_class to_mpz(Integer value) {
  if (value >= std::numeric_limits<long>::min() && value <= std::numeric_limits<long>::max())
    return {static_cast<long>(value)};
  constexpr Integer kHalf = Integer(1) << 62;
  return mpz_class(to_mpz(value / kHalf) << 62) + mpz_class(static_cast<long>(value % kHalf));
}

}  // namespace

std::vector<IntegerRow> observation_rows(Measure measure, const Decimal& value, int x, int other,
                                         int statement, Rounding rounding) {
  Integer scale = 2;  // twice the decimals, for the half-way points
  for (int i = 0; i < value.decimals(); ++i) scale *= 10;
  // Halves of the last digit below and above, as Decimal::true_values() has them.
  const bool exact = rounding == Rounding::exact;
  const bool cut = rounding == Rounding::cut || rounding == Rounding::either;
  const Integer nearest = exact || rounding == Rounding::cut ? 0 : 1;
  const Integer lo = 2 * Integer(value.unscaled()) - (cut && value.negative() ? 2 : nearest);
  const Integer hi = 2 * Integer(value.unscaled()) + (cut && !value.negative() ? 2 : nearest);
  if (measure != Measure::growth && measure != Measure::share) {
    IntegerRow row;
    if (measure != Measure::change) {
      row.terms = {{measure == Measure::previous ? other : x, scale}};
      row.divisor = scale;
      row.statement = statement;
    } else {
      row = row_of(x, scale, other, -scale, statement);
    }
    row.lo = lo;
    row.hi = hi;
    return {row};
  }
  scale *= 100;
  const Integer whole = measure == Measure::growth ? scale : 0;
  IntegerRow below = row_of(x, scale, other, -(whole + lo), statement);
  below.lo = 0;
  IntegerRow above = row_of(x, scale, other, -(whole + hi), statement);
  above.hi = 0;
  return {below, above};
}

void tidy(IntegerRow& row) {
  if (row.terms.size() < 2) return;
  std::sort(row.terms.begin(), row.terms.end());
  std::size_t kept = 0;
  for (std::size_t i = 1; i < row.terms.size(); ++i) {
    if (row.terms[i].first == row.terms[kept].first) {
      row.terms[kept].second += row.terms[i].second;
    } else {
      row.terms[++kept] = row.terms[i];
    }
  }
  row.terms.resize(kept + 1);
  std::erase_if(row.terms, [](const auto& term) { return term.second == 0; });
}

int compare(const Decimal& a, const Decimal& b) {
  Integer left = a.unscaled();
  Integer right = b.unscaled();
  for (int i = a.decimals(); i < b.decimals(); ++i) left *= 10;
  for (int i = b.decimals(); i < a.decimals(); ++i) right *= 10;
  return left < right ? -1 : left > right ? 1 : 0;
}

Rational to_rational(Integer numerator, Integer divisor) {
  Rational result(to_mpz(numerator), to_mpz(divisor));
  result.canonicalize();
  return result;
}

}  // namespace tradereport
