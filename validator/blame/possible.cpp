#include "validator/blame/possible.h"

#include <algorithm>
#include <cmath>

namespace tradereport::validator {

namespace {

constexpr int kMostRefinements = 60;  // from the proposed end to the exact one
constexpr int kMostRounds = 30;
constexpr double kNothing = 1e-9;
constexpr double kMostUnscaled = 1e15;

class Question {
 public:
  Question(const System& system, Solver& solver, int observation, const std::vector<int>& excluded)
      : system_(system),
        solver_(solver),
        observation_(observation),
        figure_(*system.observations[static_cast<std::size_t>(observation)].figure()),
        excluded_(excluded),
        x_(system.observations[static_cast<std::size_t>(observation)].level),
        other_(system.observations[static_cast<std::size_t>(observation)].other) {}

  Range range() {
    solver_.exclude(excluded_);
    switch (figure_.key.measure) {
      case Measure::previous:
        return {solver_.least({{other_, 1}}), solver_.greatest({{other_, 1}})};
      case Measure::value:
        return {solver_.least({{x_, 1}}), solver_.greatest({{x_, 1}})};
      case Measure::change:
        return {solver_.least({{x_, 1}, {other_, -1}}), solver_.greatest({{x_, 1}, {other_, -1}})};
      default:
        break;  // a rate
    }
    const double shift = added_to_rate(figure_.key.measure) / 100.0;
    Range result{least_ratio(), greatest_ratio()};
    if (result.lo) result.lo = 100 * (*result.lo - shift);
    if (result.hi) result.hi = 100 * (*result.hi - shift);
    if (figure_.key.measure == Measure::share) result.hi = std::min(result.hi.value_or(100), 100.0);
    return result;
  }

  std::optional<Bounds> decimals(const std::optional<Range>& estimate) {
    const Range proposed = estimate ? *estimate : range();
    const double scale = std::pow(10, figure_.value.decimals());
    const auto lowest = proposed.lo ? end(std::ceil(*proposed.lo * scale - 0.5), 1) : std::nullopt;
    const auto highest =
        proposed.hi ? end(std::floor(*proposed.hi * scale + 0.5), -1) : std::nullopt;
    restore();
    if ((proposed.lo && !lowest) || (proposed.hi && !highest)) return std::nullopt;
    Bounds bounds;
    if (lowest) bounds.lo = lowest->value();
    if (highest) bounds.hi = highest->value();
    return bounds;
  }

 private:
  // Dinkelbach's iteration: the ratio at the point where x - ratio * other is least falls until
  // that least is 0.
  std::optional<double> least_ratio() {
    double ratio = 0;
    for (int round = 0; round < kMostRounds; ++round) {
      const auto gap = solver_.least({{x_, 1}, {other_, -ratio}});
      if (!gap) return round == 0 ? std::nullopt : std::optional<double>(0);
      const double other = solver_.level(other_);
      if (round == 0) {
        ratio = other > kNothing ? solver_.level(x_) / other : 1e6;
        continue;
      }
      if (*gap > -kNothing || other < kNothing) return ratio;
      ratio = solver_.level(x_) / other;
    }
    return ratio;
  }

  std::optional<double> greatest_ratio() {
    const auto least_other = solver_.least({{other_, 1}});
    if (!least_other || *least_other < kNothing) return std::nullopt;
    double ratio = solver_.level(x_) / *least_other;
    for (int round = 0; round < kMostRounds; ++round) {
      const auto gap = solver_.greatest({{x_, 1}, {other_, -ratio}});
      if (!gap) return std::nullopt;
      const double other = solver_.level(other_);
      if (*gap < kNothing || other < kNothing) return ratio;
      ratio = solver_.level(x_) / other;
    }
    return ratio;
  }

  bool fits(std::int64_t unscaled) {
    std::vector<int> exclusions = excluded_;
    std::erase(exclusions, observation_);
    solver_.exclude(exclusions);
    solver_.replace(observation_, observation_rows(system_, observation_,
                                                   Decimal(unscaled, figure_.value.decimals())));
    return !solver_.refute();
  }

  void restore() {
    solver_.replace(observation_, observation_rows(system_, observation_, figure_.value));
  }

  // The outermost decimal that fits, from a proposal that may be off; inward is +1 or -1.
  std::optional<Decimal> end(double proposed, int inward) {
    if (std::abs(proposed) > kMostUnscaled) return std::nullopt;
    auto unscaled = static_cast<std::int64_t>(proposed);
    if (beyond_nature(unscaled)) unscaled = clamp(unscaled);
    int steps = 0;
    while (!fits(unscaled)) {
      if (++steps > kMostRefinements) return std::nullopt;
      unscaled += inward;
    }
    if (steps == 0) {
      while (!beyond_nature(unscaled - inward) && fits(unscaled - inward)) {
        if (++steps > kMostRefinements) return std::nullopt;
        unscaled -= inward;
      }
    }
    return Decimal(unscaled, figure_.value.decimals());
  }

  bool beyond_nature(std::int64_t unscaled) const { return clamp(unscaled) != unscaled; }
  std::int64_t clamp(std::int64_t unscaled) const {
    unscaled = std::max(unscaled, natural_end(figure_, -1).value_or(unscaled));
    return std::min(unscaled, natural_end(figure_, 1).value_or(unscaled));
  }

  const System& system_;
  Solver& solver_;
  int observation_;
  const Figure& figure_;
  const std::vector<int>& excluded_;
  int x_;
  int other_;
};

}  // namespace

std::optional<std::int64_t> natural_end(const Figure& figure, int outward) {
  const auto percent = [&](std::int64_t at) {
    for (int i = 0; i < figure.value.decimals(); ++i) at *= 10;
    return at;
  };
  if (figure.key.measure == Measure::share) return percent(outward < 0 ? 0 : 100);
  if (is_rate(figure.key.measure) && outward < 0)
    return percent(-added_to_rate(figure.key.measure));
  return std::nullopt;
}

Range estimate_range(const System& system, Solver& solver, int observation,
                     const std::vector<int>& excluded) {
  return Question(system, solver, observation, excluded).range();
}

std::optional<Bounds> possible_decimals(const System& system, Solver& solver, int observation,
                                        const std::vector<int>& excluded,
                                        const std::optional<Range>& estimate) {
  return Question(system, solver, observation, excluded).decimals(estimate);
}

}  // namespace tradereport::validator
