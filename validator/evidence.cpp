#include "validator/evidence.h"

namespace tradereport {

namespace {

// The x with x * d = level for some d of the divisor.
Bounds quotient(const Bounds& level, const Interval& divisor) {
  const auto known = level.interval();
  if (!known) return {};
  if (const auto result = divide(*known, divisor)) return Bounds(*result);
  if (known->lo >= 0 && divisor.hi > 0) return {Rational(known->lo / divisor.hi), std::nullopt};
  return {};
}

}  // namespace

Bounds level_bounds(const Figure& level, bool nonnegative) {
  Bounds bounds(level.value.true_values(level.rounding));
  if (nonnegative && *bounds.lo < 0 && *bounds.hi >= 0) bounds.lo = 0;
  return bounds;
}

Interval growth_factor(const Decimal& growth, Rounding rounding) {
  const Interval g = growth.true_values(rounding);
  return {1 + g.lo / 100, 1 + g.hi / 100};
}

Interval share_factor(const Decimal& share, Rounding rounding) {
  return scale(share.true_values(rounding), Rational(1, 100));
}

Evidence::Evidence(const FigureIndex& figures, const Family& family) : family_(family) {
  level_.bounds.lo = 0;
  for (int series = 0; series < static_cast<int>(figures.size()); ++series) {
    if (!figures.contradictory(series)) add(figures, series);
  }
}

void Evidence::add(const FigureIndex& figures, int series) {
  const Figure* const value = figures.first(series, Measure::value);
  const Figure* const previous = figures.first(series, Measure::previous);
  if (value == nullptr && previous == nullptr) return;
  const FigureKey& key = (value != nullptr ? value : previous)->key;
  Unknown unknown{key.flow, key.row, key.span, World::last_year};
  if (previous != nullptr)
    implied_[unknown] = {level_bounds(*previous, nonnegative(unknown)), {previous}};
  if (value == nullptr) return;
  unknown.world = World::this_year;
  const Bounds level = level_bounds(*value, nonnegative(unknown));
  implied_[unknown] = {level, {value}};
  unknown.world = previous == nullptr ? World::last_year : World::by_growth;
  if (const Figure* const growth = figures.first(series, Measure::growth)) {
    implied_[unknown] = {quotient(level, growth_factor(growth->value, growth->rounding)),
                         {value, growth}};
  } else if (const Figure* const change = figures.first(series, Measure::change)) {
    implied_[unknown] = {level - Bounds(change->value.true_values(change->rounding)),
                         {value, change}};
  }
  unknown.world = World::nation;
  if (const Figure* const share = figures.first(series, Measure::share))
    implied_[unknown] = {quotient(level, share_factor(share->value, share->rounding)),
                         {value, share}};
}

const Implied& Evidence::of(const Unknown& unknown) const {
  const auto found = implied_.find(unknown);
  if (found != implied_.end()) return found->second;
  return nonnegative(unknown) ? level_ : nothing_;
}

bool Evidence::nonnegative(const Unknown& unknown) const {
  return tradereport::nonnegative(family_, unknown.flow);
}

}  // namespace tradereport
