// Intervals that may be open-ended: what is known of a quantity when only one side of it is.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "schemas/interval.h"

namespace tradereport {

// All x with *lo <= x <= *hi; an end that is not set is unbounded. Empty if *lo > *hi.
struct Bounds {
  std::optional<Rational> lo;
  std::optional<Rational> hi;

  Bounds() = default;
  Bounds(std::optional<Rational> low, std::optional<Rational> high)
      : lo(std::move(low)), hi(std::move(high)) {}
  explicit Bounds(const Interval& interval) : lo(interval.lo), hi(interval.hi) {}

  bool empty() const { return lo && hi && *lo > *hi; }
  bool contains(const Rational& x) const { return (!lo || *lo <= x) && (!hi || x <= *hi); }
  // The interval, if both ends are set and it is not empty.
  std::optional<Interval> interval() const;

  friend bool operator==(const Bounds&, const Bounds&) = default;
};

Bounds operator+(const Bounds& a, const Bounds& b);
Bounds operator-(const Bounds& a);
Bounds operator-(const Bounds& a, const Bounds& b);

// a where sign is +1, -a where it is -1.
Bounds times_sign(int sign, const Bounds& a);

Bounds intersect(const Bounds& a, const Bounds& b);

// "[1.20, 1.35]", "[1.20, ∞)", "(−∞, 1.35]": ends rounded outward to so many decimals.
std::string to_text(const Bounds& bounds, int decimals);

}  // namespace tradereport
