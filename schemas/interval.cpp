#include "schemas/interval.h"

#include <algorithm>

#include "schemas/decimal.h"

namespace tradereport {

std::optional<Interval> intersect(const Interval& a, const Interval& b) {
  if (!a.meets(b)) return std::nullopt;
  return Interval{std::max(a.lo, b.lo), std::min(a.hi, b.hi)};
}

Interval scale(const Interval& a, const Rational& factor) {
  if (factor < 0) return {a.hi * factor, a.lo * factor};
  return {a.lo * factor, a.hi * factor};
}

std::optional<Interval> divide(const Interval& a, const Interval& b) {
  if (b.lo <= 0 && b.hi >= 0) return std::nullopt;
  const Rational quotients[] = {a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi};
  const auto [lo, hi] = std::minmax_element(std::begin(quotients), std::end(quotients));
  return Interval{*lo, *hi};
}

namespace {

std::string decimal_text(const mpz_class& unscaled, int decimals) {
  const bool negative = unscaled < 0;
  std::string digits = mpz_class(::abs(unscaled)).get_str();
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  if (negative) digits.insert(digits.begin(), '-');
  return digits;
}

}  // namespace

std::string round_down(const Rational& x, int decimals) {
  const Rational scaled = x * power_of_ten(decimals);
  mpz_class floor;
  mpz_fdiv_q(floor.get_mpz_t(), scaled.get_num_mpz_t(), scaled.get_den_mpz_t());
  return decimal_text(floor, decimals);
}

std::string round_up(const Rational& x, int decimals) {
  const Rational scaled = x * power_of_ten(decimals);
  mpz_class ceiling;
  mpz_cdiv_q(ceiling.get_mpz_t(), scaled.get_num_mpz_t(), scaled.get_den_mpz_t());
  return decimal_text(ceiling, decimals);
}

}  // namespace tradereport
