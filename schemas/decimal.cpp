#include "schemas/decimal.h"

#include <algorithm>
#include <charconv>

namespace tradereport {

std::optional<Decimal> Decimal::parse(std::string_view ascii) {
  bool negative = false;
  if (!ascii.empty() && (ascii.front() == '-' || ascii.front() == '+')) {
    negative = ascii.front() == '-';
    ascii.remove_prefix(1);
  }
  std::int64_t unscaled = 0;
  int digits = 0;
  int decimals = 0;
  bool point = false;
  for (const char c : ascii) {
    if (c == '.' && !point && digits > 0) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > kMaxDigits) return std::nullopt;
    unscaled = unscaled * 10 + (c - '0');
    if (point) ++decimals;
  }
  if (digits == 0 || (point && decimals == 0)) return std::nullopt;
  return Decimal(negative ? -unscaled : unscaled, decimals);
}

int compare(const Decimal& a, const Decimal& b) {
  // 18 digits and up to 18 decimals more: beyond 64 bits.
  __int128 left = a.unscaled();
  __int128 right = b.unscaled();
  for (int i = a.decimals(); i < b.decimals(); ++i) left *= 10;
  for (int i = b.decimals(); i < a.decimals(); ++i) right *= 10;
  return left < right ? -1 : left > right ? 1 : 0;
}

Rational power_of_ten(int exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
  return Rational(power);
}

Rational Decimal::value() const {
  static_assert(sizeof(long) == sizeof(unscaled_));
  Rational result(mpz_class(static_cast<long>(unscaled_)), power_of_ten(decimals_).get_num());
  result.canonicalize();
  return result;
}

Interval Decimal::rounding_interval() const {
  const Rational v = value();
  const Rational half = Rational(1, 2) / power_of_ten(decimals_);
  return {v - half, v + half};
}

Interval Decimal::true_values(Rounding rounding, int slack) const {
  const Rational v = value();
  const Rational unit = 1 / power_of_ten(decimals_);
  const Rational further = unit * slack / 2;
  Interval values{v, v};
  if (rounding == Rounding::nearest || rounding == Rounding::either) values = rounding_interval();
  if (rounding == Rounding::cut || rounding == Rounding::either) {
    if (unscaled_ <= 0) values.lo = v - unit;
    if (unscaled_ >= 0) values.hi = v + unit;
  }
  return {values.lo - further, values.hi + further};
}

std::string Decimal::to_string() const {
  const auto bits = static_cast<std::uint64_t>(unscaled_);
  std::string text = std::to_string(negative() ? 0 - bits : bits);
  const auto decimals = static_cast<std::size_t>(decimals_);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (decimals > 0) text.insert(text.size() - decimals, 1, '.');
  return negative() ? "-" + text : text;
}

}  // namespace tradereport
