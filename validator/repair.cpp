#include "validator/repair.h"

#include <algorithm>

#include "schemas/decimal.h"

namespace tradereport {

namespace {

// What the relation requires of one of its unknowns, given the others.
Bounds required(const Relation& relation, const Unknown& target, const Evidence& evidence) {
  // As whole - parts = 0 or >= 0, with the target's term apart.
  Bounds rest{Rational(0), Rational(0)};
  int coefficient = 0;
  const auto add = [&](int sign, const Unknown& unknown) {
    if (unknown == target) {
      coefficient = sign;
    } else {
      rest = rest + times_sign(sign, evidence.of(unknown).bounds);
    }
  };
  add(relation.whole.sign, relation.whole.unknown);
  for (const RelationTerm& part : relation.parts) add(-part.sign, part.unknown);
  Bounds term = -rest;
  if (!relation.equal) term.hi.reset();
  return times_sign(coefficient, term);
}

// { b * d } for b in bounds and d in [lo, hi] with hi > 0, d >= 0.
Bounds times(const Bounds& bounds, const Interval& factor) {
  const Rational least = std::max(factor.lo, Rational(0));
  Bounds product;
  if (bounds.lo) product.lo = *bounds.lo * (*bounds.lo >= 0 ? least : factor.hi);
  if (bounds.hi) product.hi = *bounds.hi * (*bounds.hi >= 0 ? factor.hi : least);
  return product;
}

// { x / b } for x in level (not negative) and b > 0 in bounds.
Bounds ratio(const Bounds& level, const Bounds& bounds) {
  if (bounds.hi && *bounds.hi <= 0) return {Rational(1), Rational(0)};
  Bounds result{Rational(0), std::nullopt};
  if (level.lo && bounds.hi) result.lo = *level.lo / *bounds.hi;
  if (level.hi && bounds.lo && *bounds.lo > 0) result.hi = *level.hi / *bounds.lo;
  return result;
}

// The true values of the figure for which the unknown that it speaks of lies within bounds.
Bounds solve(const Figure& figure, const Implied& implied, World world, const Bounds& bounds,
             bool nonnegative) {
  const Figure* partner = nullptr;  // the other figure that the unknown is computed from
  for (const Figure* other : implied.figures) {
    if (other != &figure) partner = other;
  }
  if (figure.key.measure == Measure::value) {
    if (world == World::this_year || partner == nullptr) return bounds;
    if (world == World::nation) return times(bounds, share_factor(partner->value));
    if (partner->key.measure == Measure::change)
      return bounds + Bounds(partner->value.rounding_interval());
    return times(bounds, growth_factor(partner->value));
  }
  if (partner == nullptr) return {};
  const Bounds level = level_bounds(partner->value, nonnegative);
  if (figure.key.measure == Measure::change) return level - bounds;
  Bounds result = ratio(level, bounds);
  const Rational shift = figure.key.measure == Measure::growth ? 1 : 0;
  if (result.lo) result.lo = (*result.lo - shift) * 100;
  if (result.hi) result.hi = (*result.hi - shift) * 100;
  return result;
}

Bounds natural(Measure measure, bool nonnegative) {
  if (!nonnegative) return {};
  switch (measure) {
    case Measure::value:
      return {Rational(0), std::nullopt};
    case Measure::share:
      return {Rational(0), Rational(100)};
    case Measure::growth:
      return {Rational(-100), std::nullopt};
    case Measure::change:
      break;
  }
  return {};
}

// The least decimal of that length that is not below x.
Rational least_decimal(const Rational& x, int decimals) {
  const Rational scaled = x * power_of_ten(decimals);
  mpz_class ceiling;
  mpz_cdiv_q(ceiling.get_mpz_t(), scaled.get_num_mpz_t(), scaled.get_den_mpz_t());
  return Rational(ceiling) / power_of_ten(decimals);
}

}  // namespace

std::string Repair::only(int decimals) const {
  if (!range || range->lo != range->hi) return "";
  return round_down(range->lo, decimals);
}

Repair repair(const Figure& figure, const std::vector<Relation>& relations,
              const Evidence& evidence) {
  const FigureKey& key = figure.key;
  Unknown target{key.flow, key.row, key.span, World::this_year};
  const bool level = evidence.nonnegative(target);
  const int decimals = figure.value.decimals();
  const Rational half = Rational(1, 2) / power_of_ten(decimals);
  Bounds allowed = natural(key.measure, level);
  for (const Relation& relation : relations) {
    target.world = relation.world;
    const auto speaks_of = [&](const RelationTerm& term) { return term.unknown == target; };
    if (!speaks_of(relation.whole) &&
        std::none_of(relation.parts.begin(), relation.parts.end(), speaks_of))
      continue;
    const Implied& implied = evidence.of(target);
    if (std::find(implied.figures.begin(), implied.figures.end(), &figure) == implied.figures.end())
      continue;
    const Bounds bounds =
        solve(figure, implied, relation.world, required(relation, target, evidence), level);
    if (bounds.empty()) return {};
    allowed =
        intersect(allowed, {bounds.lo ? std::optional<Rational>(*bounds.lo - half) : std::nullopt,
                            bounds.hi ? std::optional<Rational>(*bounds.hi + half) : std::nullopt});
  }
  if (allowed.lo) allowed.lo = least_decimal(*allowed.lo, decimals);
  if (allowed.hi) allowed.hi = -least_decimal(-*allowed.hi, decimals);
  return {!allowed.empty(), allowed.interval()};
}

}  // namespace tradereport
