#include "validator/evidence.h"

#include <set>
#include <string_view>
#include <tuple>

namespace tradereport {

namespace {

struct Series {
  const Figure* value = nullptr;
  const Figure* share = nullptr;
  const Figure* growth = nullptr;
  const Figure* change = nullptr;
  const Figure* previous = nullptr;
  bool contradictory = false;

  const Figure*& of(Measure measure) {
    switch (measure) {
      case Measure::share:
        return share;
      case Measure::growth:
        return growth;
      case Measure::change:
        return change;
      case Measure::previous:
        return previous;
      case Measure::value:
        break;
    }
    return value;
  }
};

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

Evidence::Evidence(const Report& report, const Family& family) : family_(family) {
  level_.bounds.lo = 0;
  using Key = std::tuple<std::string_view, std::string_view, Span>;
  std::map<Key, Series> all;
  for (const Figure& figure : report.figures) {
    Series& series = all[Key(figure.key.flow, figure.key.row, figure.key.span)];
    const Figure*& slot = series.of(figure.key.measure);
    if (slot != nullptr && slot->value != figure.value) series.contradictory = true;
    if (slot == nullptr) slot = &figure;
  }
  for (const auto& [key, series] : all) {
    if (series.contradictory) continue;
    const auto& [flow, row, span] = key;
    Unknown unknown{std::string(flow), std::string(row), span, World::last_year};
    if (series.previous != nullptr)
      implied_[unknown] = {level_bounds(*series.previous, nonnegative(unknown)), {series.previous}};
    if (series.value == nullptr) continue;
    unknown.world = World::this_year;
    const Bounds level = level_bounds(*series.value, nonnegative(unknown));
    implied_[unknown] = {level, {series.value}};
    unknown.world = series.previous == nullptr ? World::last_year : World::by_growth;
    if (series.growth != nullptr) {
      const Figure& growth = *series.growth;
      implied_[unknown] = {quotient(level, growth_factor(growth.value, growth.rounding)),
                           {series.value, series.growth}};
    } else if (series.change != nullptr) {
      const Figure& change = *series.change;
      implied_[unknown] = {level - Bounds(change.value.true_values(change.rounding)),
                           {series.value, series.change}};
    }
    unknown.world = World::nation;
    if (series.share != nullptr) {
      const Figure& share = *series.share;
      implied_[unknown] = {quotient(level, share_factor(share.value, share.rounding)),
                           {series.value, series.share}};
    }
  }
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
