#include "validator/coverage/held_figure.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "validator/blame/possible.h"

namespace tradereport::validator {

namespace {

constexpr double kProposalTolerance = 1e-6;  // of the proposal, in units of the last digit
constexpr int kMostStepsOutward = 4;  // outward, until the next decimal is shown to be impossible
constexpr double kMostProposed = 1e15;

class Holding {
 public:
  Holding(const System& system, Solver& solver, int observation, std::vector<int> excluded)
      : system_(system),
        solver_(solver),
        observation_(observation),
        figure_(*system.observations[static_cast<std::size_t>(observation)].figure()),
        others_(std::move(excluded)) {
    std::erase(others_, observation);
  }

  HeldFigure run() {
    std::vector<int> excluded = others_;
    excluded.push_back(observation_);
    const Range range = estimate_range(system_, solver_, observation_, excluded);
    solver_.exclude(others_);
    const Interval own = figure_.true_values();
    const Rational unit = 1 / power_of_ten(figure_.value.decimals());
    const Rational value = figure_.value.value();
    const Rational below((value - own.lo) / unit);
    const Rational above((own.hi - value) / unit);
    const double scale = std::pow(10, figure_.value.decimals());
    if (range.lo)
      held_.low = hold(std::ceil(*range.lo * scale - above.get_d() - kProposalTolerance), -1);
    if (range.hi)
      held_.high = hold(std::floor(*range.hi * scale + below.get_d() + kProposalTolerance), 1);
    solver_.replace(observation_, observation_rows(system_, observation_, figure_.value));
    std::sort(held_.rows.begin(), held_.rows.end());
    held_.rows.erase(std::unique(held_.rows.begin(), held_.rows.end()), held_.rows.end());
    return std::move(held_);
  }

 private:
  // Sets the end from the outermost decimal that seems possible; true if others hold it there.
  bool hold(double proposed, int outward) {
    if (!(std::abs(proposed) < kMostProposed)) return false;
    auto last = static_cast<std::int64_t>(proposed);
    for (int step = 0; step < kMostStepsOutward; ++step, last += outward) {
      const std::optional<std::int64_t> limit = natural_end(figure_, outward);
      if (limit && (outward < 0 ? last <= *limit : last >= *limit)) {
        set_end(*limit, outward);
        return false;
      }
      const auto certificate = refute(last + outward);
      if (!certificate) continue;
      set_end(last, outward);
      return is_held(*certificate);
    }
    return false;
  }

  std::optional<Certificate> refute(std::int64_t unscaled) {
    solver_.replace(observation_, observation_rows(system_, observation_,
                                                   Decimal(unscaled, figure_.value.decimals())));
    return solver_.refute();
  }

  void set_end(std::int64_t unscaled, int outward) {
    (outward < 0 ? held_.decimals.lo : held_.decimals.hi) =
        Decimal(unscaled, figure_.value.decimals()).value();
  }

  // Keeps the rows behind it; false if only signs of levels are.
  bool is_held(const Certificate& certificate) {
    bool held = false;
    for (const auto& [row, multiplier] : certificate.multipliers) {
      const IntegerRow& at = system_.integers[static_cast<std::size_t>(row)];
      if (at.observation == observation_) continue;
      held = held || at.observation >= 0;
      held_.rows.push_back(row);
    }
    return held;
  }

  const System& system_;
  Solver& solver_;
  int observation_;
  const Figure& figure_;
  std::vector<int> others_;
  HeldFigure held_;
};

}  // namespace

HeldFigure hold_figure(const System& system, Solver& solver, int observation,
                       const std::vector<int>& excluded) {
  return Holding(system, solver, observation, excluded).run();
}

}  // namespace tradereport::validator
