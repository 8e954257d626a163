#include "validator/solver/quick_levels.h"

#include <algorithm>
#include <cmath>

#include "validator/solver/reduction.h"

namespace tradereport::validator {

namespace {

constexpr int kMostRounds = 20;
constexpr int kMostSearchSteps = 6;
constexpr double kMargin = 3e-4;  // to the ends of a row, in widths
constexpr double kNothing = 1e-16;

// The rows, with their ends drawn in by the margin.
struct Rows {
  explicit Rows(const Inequalities& inequalities) : all(inequalities) {
    inner.reserve(all.rows.size());
    for (const Inequality& row : all.rows) {
      const double margin = std::min(kMargin, (row.hi - row.lo) / 4);
      inner.push_back({row.lo + margin, row.hi - margin});
    }
  }

  // By how much the sum of a row lies outside of its ends, less the margin.
  double outside(std::size_t row, double sum) const {
    if (sum < inner[row].lo) return sum - inner[row].lo;
    if (sum > inner[row].hi) return sum - inner[row].hi;
    return 0;
  }

  struct Ends {
    double lo, hi;
  };
  const Inequalities& all;
  std::vector<Ends> inner;
};

class Descent {
 public:
  explicit Descent(const Reduction& reduction)
      : rows_(reduction.inequalities()),
        moves_(reduction.moves(), 0),
        direction_(reduction.moves(), 0),
        downhill_(reduction.moves(), 0),
        before_(reduction.moves(), 0),
        ease_(reduction.moves(), 0),
        sums_(rows_.inner.size(), 0),
        changes_(rows_.inner.size(), 0) {
    for (const auto& [at, by] : rows_.all.terms) ease_[static_cast<std::size_t>(at)] += by * by;
    for (double& ease : ease_) ease = ease > 0 ? 1 / ease : 0;
  }

  const std::vector<double>& moves() const { return moves_; }

  bool satisfied() const {
    for (std::size_t r = 0; r < sums_.size(); ++r) {
      const Inequality& row = rows_.all.rows[r];
      if (sums_[r] < row.lo || sums_[r] > row.hi) return false;
    }
    return true;
  }

  // One round; false if the squares can fall no farther.
  bool step() {
    gradient();
    double square = 0;
    double mixed = 0;
    for (std::size_t j = 0; j < moves_.size(); ++j) {
      const double eased = ease_[j] * downhill_[j];
      square += eased * downhill_[j];
      mixed += eased * before_[j];
    }
    if (square < kNothing) return false;
    const double keep = square_before_ > 0 ? std::max(0.0, (square - mixed) / square_before_) : 0;
    for (std::size_t j = 0; j < moves_.size(); ++j)
      direction_[j] = keep * direction_[j] + ease_[j] * downhill_[j];
    for (std::size_t r = 0; r < changes_.size(); ++r) {
      changes_[r] = 0;
      for (const auto& [at, by] : rows_.all.of(rows_.all.rows[r]))
        changes_[r] += by * direction_[static_cast<std::size_t>(at)];
    }
    const double length = search();
    for (std::size_t j = 0; j < moves_.size(); ++j) moves_[j] += length * direction_[j];
    for (std::size_t r = 0; r < sums_.size(); ++r) sums_[r] += length * changes_[r];
    std::swap(before_, downhill_);
    square_before_ = square;
    return true;
  }

 private:
  void gradient() {
    std::fill(downhill_.begin(), downhill_.end(), 0);
    for (std::size_t r = 0; r < sums_.size(); ++r) {
      const double out = rows_.outside(r, sums_[r]);
      if (out == 0) continue;
      for (const auto& [at, by] : rows_.all.of(rows_.all.rows[r]))
        downhill_[static_cast<std::size_t>(at)] -= by * out;
    }
  }

  // How far to go until the squares are least: Newton's method on a function that is quadratic in
  // pieces.
  double search() const {
    double length = 0;
    for (int i = 0; i < kMostSearchSteps; ++i) {
      double slope = 0;
      double curvature = 0;
      for (std::size_t r = 0; r < sums_.size(); ++r) {
        const double out = rows_.outside(r, sums_[r] + length * changes_[r]);
        if (out == 0) continue;
        slope += out * changes_[r];
        curvature += changes_[r] * changes_[r];
      }
      if (curvature == 0) break;
      const double change = slope / curvature;
      length -= change;
      if (std::abs(change) < 1e-3 * std::abs(length)) break;
    }
    return length;
  }

  const Rows rows_;
  std::vector<double> moves_, direction_, downhill_, before_;
  std::vector<double> ease_;            // what stands in many rows moves less
  std::vector<double> sums_, changes_;  // of each row: at the moves, and along the direction
  double square_before_ = 0;
};

}  // namespace

bool within(const IntegerRows& rows, const IntegerRow& row, const std::vector<Integer>& levels) {
  Integer sum = 0;
  for (const auto& [at, coefficient] : rows.terms(row))
    sum += coefficient * levels[static_cast<std::size_t>(at)];
  return (!row.lo || *row.lo * kQuickUnit <= sum) && (!row.hi || sum <= *row.hi * kQuickUnit);
}

bool satisfied(const IntegerRows& rows, const std::vector<Integer>& levels,
               const std::vector<bool>& without) {
  return std::all_of(rows.begin(), rows.end(), [&](const IntegerRow& row) {
    return row.left_out(without) || within(rows, row, levels);
  });
}

QuickLevels find_levels_quickly(const System& system, const Wholes& wholes,
                                const std::vector<bool>& without) {
  const Reduction reduction(system, wholes, without);
  Descent descent(reduction);
  for (int round = 0; round < kMostRounds; ++round) {
    if (descent.satisfied()) {
      auto levels = reduction.levels(descent.moves());
      if (levels && satisfied(system.integers, *levels, without)) return {std::move(*levels), true};
    }
    if (!descent.step()) break;
  }
  auto levels = reduction.levels(descent.moves());
  return {levels ? std::move(*levels) : std::vector<Integer>(), false};
}

std::optional<std::vector<Integer>> find_levels_quickly(const System& system) {
  const Wholes wholes(system.integers, system.unknowns.size());
  if (!wholes.usable()) return std::nullopt;
  QuickLevels found = find_levels_quickly(system, wholes);
  if (!found.satisfied) return std::nullopt;
  return std::move(found.levels);
}

}  // namespace tradereport::validator
