// Closed intervals with exact rational ends, and the arithmetic that the checks need.
#pragma once

#include <gmpxx.h>

#include <optional>
#include <string>

namespace tradereport {

// An exact rational number (GMP). Always canonical.
using Rational = mpq_class;

// The closed interval [lo, hi], lo <= hi.
struct Interval {
  Rational lo;
  Rational hi;

  bool contains(const Rational& x) const { return lo <= x && x <= hi; }
  // True if the two intervals share a point; touching ends count.
  bool meets(const Interval& other) const { return lo <= other.hi && other.lo <= hi; }

  Interval operator+(const Interval& other) const { return {lo + other.lo, hi + other.hi}; }
  Interval operator-(const Interval& other) const { return {lo - other.hi, hi - other.lo}; }

  friend bool operator==(const Interval&, const Interval&) = default;
};

// The common part, nothing if the intervals do not meet.
std::optional<Interval> intersect(const Interval& a, const Interval& b);

// { factor * x }; the ends change places for a negative factor.
Interval scale(const Interval& a, const Rational& factor);

// { x / y } over both intervals. Nothing if the divisor's interval contains 0: then the quotient
// is not bounded, and no conclusion may be drawn from it.
std::optional<Interval> divide(const Interval& a, const Interval& b);

// Decimal text of x with the given number of decimals, rounded towards minus infinity or plus
// infinity. Rounding outward (lower end down, upper end up) prints an interval that contains the
// exact one; rounding inward gives the decimals that can really be printed.
//   round_down(Rational(-13, 10), 0) -> "-2"    round_up(Rational(-13, 10), 0) -> "-1"
std::string round_down(const Rational& x, int decimals);
std::string round_up(const Rational& x, int decimals);

}  // namespace tradereport
