#include "validator/relations/evidence.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

constexpr double kLeastDivisor = 1e-9;
constexpr double kUnlimited = std::numeric_limits<double>::infinity();
constexpr ApproximateBounds kCannotTell{kUnlimited, -kUnlimited};

// The x with x * d = level for some d of the divisor.
Bounds quotient(const Bounds& level, const Interval& divisor) {
  const auto known = level.interval();
  if (!known) return {};
  if (const auto result = divide(*known, divisor)) return Bounds(*result);
  if (known->lo >= 0 && divisor.hi > 0) return {Rational(known->lo / divisor.hi), std::nullopt};
  return {};
}

ApproximateBounds approximate_of(const Figure& figure) {
  double unit = 1;
  for (int i = 0; i < figure.value.decimals(); ++i) unit *= 10;
  const auto printed = static_cast<double>(figure.value.unscaled());
  const bool exact = figure.rounding == Rounding::exact;
  const bool cut = figure.rounding == Rounding::cut || figure.rounding == Rounding::either;
  const double nearest = exact || figure.rounding == Rounding::cut ? 0 : 0.5;
  const double further = 0.5 * figure.slack;
  return {(printed - (cut && figure.value.unscaled() <= 0 ? 1 : nearest) - further) / unit,
          (printed + (cut && figure.value.unscaled() >= 0 ? 1 : nearest) + further) / unit};
}

ApproximateBounds quotient(const ApproximateBounds& level, const ApproximateBounds& divisor) {
  if (divisor.lo < kLeastDivisor) return kCannotTell;
  return {std::min(level.lo / divisor.lo, level.lo / divisor.hi),
          std::max(level.hi / divisor.lo, level.hi / divisor.hi)};
}

}  // namespace

Bounds level_bounds(const Figure& level, bool nonnegative) {
  Bounds bounds(level.true_values());
  if (nonnegative && *bounds.lo < 0 && *bounds.hi >= 0) bounds.lo = 0;
  return bounds;
}

Interval rate_factor(const Figure& rate) {
  const Interval r = rate.true_values();
  const int added = added_to_rate(rate.key.measure);
  return {(added + r.lo) / 100, (added + r.hi) / 100};
}

const Figure* Evidence::first(int series, Measure measure) const {
  const Figure* const figure = figures_.first(series, measure);
  return figure != nullptr && figure == printed_ ? instead_ : figure;
}

Evidence::Known Evidence::known(const Unknown& unknown) const {
  const int series = figures_.series({unknown.flow, unknown.row, unknown.span});
  if (series < 0 || figures_.contradictory(series)) return {};
  const Figure* const value = first(series, Measure::value);
  if (unknown.population == Population::this_year) return {value, nullptr};
  const Figure* const previous = first(series, Measure::previous);
  if (unknown.population == Population::last_year && previous != nullptr)
    return {previous, nullptr};
  if (value == nullptr) return {};
  if (unknown.population == Population::nation) {
    const Figure* const share = first(series, Measure::share);
    return share == nullptr ? Known{} : Known{value, share};
  }
  if (unknown.population == Population::by_growth && previous == nullptr) return {};
  const bool period = unknown.population == Population::previous_period;
  for (const Measure measure : {period ? Measure::period_growth : Measure::growth,
                                period ? Measure::period_index : Measure::index, Measure::change}) {
    const Figure* const by =
        period && measure == Measure::change ? nullptr : first(series, measure);
    if (by != nullptr) return {value, by};
  }
  return {};
}

ImpliedBounds Evidence::of(const Unknown& unknown) const {
  const auto [level, by] = known(unknown);
  if (level == nullptr) {
    ImpliedBounds nothing;
    if (nonnegative(unknown)) nothing.bounds.lo = 0;
    return nothing;
  }
  const Bounds bounds = level_bounds(*level, nonnegative(unknown));
  if (by == nullptr) return {bounds, {level}};
  if (by->key.measure == Measure::change) return {bounds - Bounds(by->true_values()), {level, by}};
  return {quotient(bounds, rate_factor(*by)), {level, by}};
}

ApproximateBounds Evidence::approximate(const Unknown& unknown) const {
  const auto [level, by] = known(unknown);
  if (level == nullptr)
    return nonnegative(unknown) ? ApproximateBounds{0, kUnlimited} : ApproximateBounds{};
  ApproximateBounds approximate = approximate_of(*level);
  if (nonnegative(unknown) && approximate.lo < 0 && approximate.hi >= 0) approximate.lo = 0;
  if (by == nullptr) return approximate;
  const ApproximateBounds other = approximate_of(*by);
  if (by->key.measure == Measure::change)
    return {approximate.lo - other.hi, approximate.hi - other.lo};
  const double whole = added_to_rate(by->key.measure);
  return quotient(approximate, {(whole + other.lo) / 100, (whole + other.hi) / 100});
}

bool Evidence::nonnegative(const Unknown& unknown) const {
  return validator::nonnegative(family_, unknown.flow);
}

}  // namespace tradereport::validator
