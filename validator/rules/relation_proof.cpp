#include "validator/rules/relation_proof.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

constexpr int kMostDecimals = 9;

int decimals_of(const std::vector<const Figure*>& figures) {
  int decimals = 0;
  for (const Figure* figure : figures) decimals = std::max(decimals, figure->value.decimals());
  return decimals + 1;
}

bool apart(const Bounds& a, const Bounds& b, int decimals) {
  const auto below = [&](const Rational& x, const Rational& y) {
    const auto up = Decimal::parse(round_up(x, decimals));
    const auto down = Decimal::parse(round_down(y, decimals));
    return !up || !down || up->value() < down->value();
  };
  if (a.hi && b.lo && *a.hi < *b.lo) return below(*a.hi, *b.lo);
  if (b.hi && a.lo && *b.hi < *a.lo) return below(*b.hi, *a.lo);
  return true;
}

}  // namespace

void put_sides(Args& args, const Contradiction& contradiction, const std::string& unit) {
  int decimals = decimals_of(contradiction.figures);
  // Rounding outward must not make the two look as if they met.
  while (decimals < kMostDecimals && !apart(contradiction.whole, contradiction.parts, decimals))
    ++decimals;
  put_bounds(args, "whole", contradiction.whole, decimals, unit);
  put_bounds(args, "parts", contradiction.parts, decimals, unit);
}

}  // namespace tradereport::validator
