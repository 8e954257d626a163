#include "schemas/bounds.h"

#include <fmt/format.h>

namespace tradereport {

namespace {

std::optional<Rational> sum(const std::optional<Rational>& a, const std::optional<Rational>& b) {
  if (!a || !b) return std::nullopt;
  return Rational(*a + *b);
}

std::optional<Rational> negative(const std::optional<Rational>& a) {
  if (!a) return std::nullopt;
  return Rational(-*a);
}

}  // namespace

std::optional<Interval> Bounds::interval() const {
  if (!lo || !hi || empty()) return std::nullopt;
  return Interval{*lo, *hi};
}

Bounds operator+(const Bounds& a, const Bounds& b) {
  return {sum(a.lo, b.lo), sum(a.hi, b.hi)};
}

Bounds operator-(const Bounds& a) {
  return {negative(a.hi), negative(a.lo)};
}

Bounds operator-(const Bounds& a, const Bounds& b) {
  return a + -b;
}

Bounds times_sign(int sign, const Bounds& a) {
  return sign < 0 ? -a : a;
}

Bounds intersect(const Bounds& a, const Bounds& b) {
  Bounds both = a;
  if (b.lo && (!both.lo || *b.lo > *both.lo)) both.lo = b.lo;
  if (b.hi && (!both.hi || *b.hi < *both.hi)) both.hi = b.hi;
  return both;
}

std::string to_text(const Bounds& bounds, int decimals) {
  std::string text = "(−∞, ";
  if (bounds.lo) text = fmt::format("[{}, ", round_down(*bounds.lo, decimals));
  return text + (bounds.hi ? round_up(*bounds.hi, decimals) + "]" : "∞)");
}

}  // namespace tradereport
