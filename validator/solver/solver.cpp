#include "validator/solver/solver.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "validator/solver/doubles.h"
#include "validator/solver/exact_basis.h"
#include "validator/solver/row_generation.h"
#include "validator/solver/starting_point.h"
#include "validator/solver/substitution.h"

namespace tradereport::validator {

namespace {

constexpr double kMargin = 1e-6;  // to the ends of a row, so that integers near a move fit as well
// In rationals; a second or less. Hardly any report needs them at all: consistent ones never more
// than a tenth of it.
constexpr std::int64_t kMostWork = 2'000'000;
constexpr double kMostMove = 1e8;  // so that integers do not overflow

}  // namespace

class Solver::Impl {
 public:
  explicit Impl(const System& system)
      : rows_(system.integers),
        system_(system),
        excluded_(system.observations.size(), false),
        substitution_(system.integers, system.unknowns.size()) {}

  void exclude(const std::vector<int>& observations) {
    std::vector<bool> excluded(excluded_.size(), false);
    for (const int observation : observations) excluded[index(observation)] = true;
    for (std::size_t observation = 0; observation < excluded.size(); ++observation) {
      if (excluded[observation] == excluded_[observation]) continue;
      excluded_[observation] = excluded[observation];
      if (!generation_) continue;
      for (const int row : system_.observations[observation].rows) generation_->set_bounds(row);
    }
  }

  void replace(int observation, const IntegerRows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const int row = system_.observations[index(observation)].rows[i];
      rows_.replace(index(row), rows.terms(rows[i]), rows[i]);
      if (generation_) generation_->update(row);
    }
  }

  std::optional<Certificate> refute() {
    ++decided_;
    generation().set_margin(kMargin);
    while (substitution_.usable()) {
      const std::optional<bool> feasible = generation_->feasible();
      if (!feasible) break;
      if (!*feasible) {
        const auto infeasibility = generation_->infeasibility();
        if (!infeasibility) break;
        if (auto certificate = exact_certificate(*infeasibility, rows_)) return certificate;
        if (!generation_->drop_margins(*infeasibility)) break;
        continue;
      }
      if (generation_->add_violated()) continue;
      const Fit in_integers = round_to_integers();
      if (in_integers == Fit::all) return std::nullopt;
      if (in_integers == Fit::other_rows) continue;
      const Fit exactly = solve_basis();
      if (exactly == Fit::all) return std::nullopt;
      if (exactly == Fit::none) break;
    }
    ++exactly_;
    return refute_exactly();
  }

  Decision decide() {
    work_ = std::numeric_limits<std::int64_t>::max();
    if (auto certificate = refute()) return std::move(*certificate);
    return exact_levels_.empty() ? rationals(levels_) : exact_levels_;
  }

  std::optional<double> extreme(const std::vector<std::pair<int, double>>& objective, double sign) {
    generation().set_margin(0);
    std::vector<std::pair<int, double>> signed_objective = objective;
    double here = 0;
    for (auto& [at, coefficient] : signed_objective) {
      here += coefficient * generation_->start_level(at);
      coefficient *= sign;
      generation_->add_rows_of(at);
    }
    while (true) {
      const auto least = generation_->minimum(signed_objective);
      if (!least) return std::nullopt;
      if (*least == -kInfinity) {
        if (!generation_->add_all_rows()) return std::nullopt;
        continue;
      }
      if (!generation_->add_violated()) return here + sign * *least;
    }
  }

  double level(int unknown) const {
    return generation_->start_level(unknown) + generation_->move(unknown);
  }

  IntegerRows rows_;
  int decided_ = 0;
  int exactly_ = 0;

 private:
  // Starts at the first question, without the observations that are left out then.
  RowGeneration& generation() {
    if (!generation_)
      generation_.emplace(rows_, excluded_, starting_levels(system_, substitution_, excluded_));
    return *generation_;
  }

  static std::vector<Rational> rationals(const std::vector<Integer>& levels) {
    std::vector<Rational> all;
    all.reserve(levels.size());
    for (const Integer level : levels) all.push_back(to_rational(level, kLevelUnit));
    return all;
  }

  // What levels fit: all rows; not some that the simplex does not know yet, and now does; or none.
  enum class Fit { all, other_rows, none };

  template <class Fits>
  Fit check_rows(const Fits& fits) {
    Fit result = Fit::all;
    for (const int row : generation_->candidate_rows()) {
      if (generation_->is_excluded(row) || fits(row)) continue;
      if (generation_->add(row)) {
        result = Fit::other_rows;
      } else if (result == Fit::all) {
        result = Fit::none;
      }
    }
    return result;
  }

  Fit round_to_integers() {
    exact_levels_.clear();
    levels_ = generation_->start();
    for (const int unknown : generation_->simplex().unknowns()) {
      const double move = generation_->move(unknown);
      if (!(std::abs(move) < kMostMove)) return Fit::none;
      levels_[index(unknown)] += std::llround(move * static_cast<double>(kLevelUnit));
    }
    if (!substitution_.substitute(levels_)) return Fit::none;
    for (std::size_t j = 0; j < levels_.size(); ++j) {
      if (levels_[j] != generation_->start()[j])
        generation_->add_candidates_of(static_cast<int>(j));
    }
    return check_rows([&](int row) { return within(rows_, rows_[index(row)], levels_); });
  }

  Fit check_exact_levels() {
    return check_rows(
        [&](int row) { return verify_point({rational_row(rows_, row)}, exact_levels_); });
  }

  Fit solve_basis() {
    const auto margin = [&](int row) {
      return to_rational(std::llround(generation_->margin(row) * static_cast<double>(kLevelUnit)),
                         kLevelUnit);
    };
    const auto levels =
        exact_levels(generation_->simplex(), rows_, rationals(generation_->start()), margin);
    if (!levels) return Fit::none;
    exact_levels_ = *levels;
    return check_exact_levels();
  }

  // The rows that the simplex has got, and those that their exact solution misses.
  std::optional<Certificate> refute_exactly() {
    do {
      std::vector<int> taken;
      std::vector<Row> rows;
      for (const int row : generation_->simplex().rows()) {
        if (generation_->is_excluded(row)) continue;
        taken.push_back(row);
        rows.push_back(rational_row(rows_, row));
      }
      auto decision = decide_exactly_within(work_, rows, static_cast<int>(system_.unknowns.size()));
      if (!decision) return std::nullopt;
      if (auto* const certificate = std::get_if<Certificate>(&*decision)) {
        for (auto& [row, multiplier] : certificate->multipliers) row = taken[index(row)];
        return std::move(*certificate);
      }
      exact_levels_ = rationals(generation_->start());
      for (const int unknown : generation_->simplex().unknowns())
        exact_levels_[index(unknown)] = std::get<0>(*decision)[index(unknown)];
    } while (check_exact_levels() == Fit::other_rows);
    return std::nullopt;
  }

  const System& system_;
  std::int64_t work_ = kMostWork;  // in rationals, over all questions
  std::vector<bool> excluded_;
  const Substitution substitution_;
  std::optional<RowGeneration> generation_;
  std::vector<Integer> levels_;         // where it ended,
  std::vector<Rational> exact_levels_;  // or there, if not empty
};

Solver::Solver(const System& system) : impl_(std::make_unique<Impl>(system)) {}
Solver::~Solver() = default;

void Solver::exclude(const std::vector<int>& observations) {
  impl_->exclude(observations);
}

void Solver::replace(int observation, const IntegerRows& rows) {
  impl_->replace(observation, rows);
}

std::optional<Certificate> Solver::refute() {
  return impl_->refute();
}

Decision Solver::decide() {
  return impl_->decide();
}

std::optional<double> Solver::least(const std::vector<std::pair<int, double>>& objective) {
  return impl_->extreme(objective, 1);
}

std::optional<double> Solver::greatest(const std::vector<std::pair<int, double>>& objective) {
  return impl_->extreme(objective, -1);
}

double Solver::level(int unknown) const {
  return impl_->level(unknown);
}

const IntegerRows& Solver::rows() const {
  return impl_->rows_;
}

int Solver::decided() const {
  return impl_->decided_;
}

int Solver::decided_exactly() const {
  return impl_->exactly_;
}

bool is_possible(const System& system, Solver& solver) {
  return system.printed_conflicts.empty() && !solver.refute();
}

}  // namespace tradereport::validator
