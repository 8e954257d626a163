// Exact decimals: the only form in which a printed figure is ever kept.
//
// A figure is printed with a certain number of decimals, and that number matters: "9.0" and "9"
// stand for different sets of true values. A Decimal therefore keeps the digits as printed
// (unscaled integer and count of decimals) and never passes through binary floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schemas/interval.h"

namespace tradereport {

// How a publisher makes a printed figure of the true value.
enum class Rounding {
  nearest,  // rounded to the nearest, halves either way
  cut,      // the digits that do not fit are left off
  either,   // one or the other
  exact,    // a count: nothing is left off
};

class Decimal {
 public:
  // The most digits that parse() takes; every such number fits into 64 bits.
  static constexpr int kMaxDigits = 18;

  Decimal() = default;
  // unscaled / 10^decimals. Decimal(-18, 1) is -1.8. Requires 0 <= decimals <= kMaxDigits.
  Decimal(std::int64_t unscaled, int decimals) : unscaled_(unscaled), decimals_(decimals) {}

  // Reads canonical ASCII: optional '+' or '-', digits, optionally '.' and at least one digit.
  // Separators, exponents, blanks and non-ASCII digits are for the caller to fold beforehand.
  //   parse("-18.30") -> -18.30 (two decimals kept)    parse("0.9") -> 0.9
  //   parse("1,845"), parse(".5"), parse("5."), parse(""), 19 digits -> nothing
  static std::optional<Decimal> parse(std::string_view ascii);

  std::int64_t unscaled() const { return unscaled_; }
  int decimals() const { return decimals_; }
  bool negative() const { return unscaled_ < 0; }
  bool zero() const { return unscaled_ == 0; }

  Decimal operator-() const { return {-unscaled_, decimals_}; }
  Decimal abs() const { return unscaled_ < 0 ? -*this : *this; }

  // The exact value as a rational.
  Rational value() const;

  // The closed set of true values that round to this figure: [v - 10^-d / 2, v + 10^-d / 2].
  // Closed on both sides, because publishers round halves either way.
  //   Decimal(9, 1).rounding_interval() -> [17/20, 19/20]
  Interval rounding_interval() const;

  // The same for a figure made in another way. What is cut off begins with the digits that are
  // printed; an exact figure stands for itself alone.
  //   Decimal(9, 1).true_values(Rounding::cut)    -> [9/10, 1]
  //   Decimal(9, 1).true_values(Rounding::either) -> [17/20, 1]
  // Further away by so many halves of the last digit: slack.
  Interval true_values(Rounding rounding, int slack = 0) const;

  // Canonical text: ASCII digits, '-' where negative, exactly decimals() digits after the point.
  std::string to_string() const;

  // Same digits and same number of decimals ("9" and "9.0" differ; compare value() otherwise).
  friend bool operator==(const Decimal&, const Decimal&) = default;

 private:
  std::int64_t unscaled_ = 0;
  int decimals_ = 0;
};

// -1, 0 or 1 as a is less than, equal to or greater than b, whatever their decimals.
//   compare(9, 9.0) -> 0
int compare(const Decimal& a, const Decimal& b);

// 10^exponent as an exact rational, exponent >= 0.
Rational power_of_ten(int exponent);

}  // namespace tradereport
