#include "validator/solver/solver.h"

#include <cmath>
#include <limits>
#include <utility>

#include "validator/solver/exact_basis.h"
#include "validator/solver/row_generation.h"
#include "validator/solver/start.h"
#include "validator/solver/wholes.h"

namespace tradereport::validator {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kMargin = 1e-6;   // to the ends of a row, so that integers near a move fit as well
constexpr double kMostMove = 1e8;  // so that integers do not overflow

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

class Solver::Impl {
 public:
  explicit Impl(const System& system)
      : rows_(system.integers),
        system_(system),
        excluded_(system.observations.size(), false),
        wholes_(system.integers, system.unknowns.size()) {}

  void exclude(const std::vector<int>& observations) {
    std::vector<bool> excluded(excluded_.size(), false);
    for (const int observation : observations) excluded[index(observation)] = true;
    for (std::size_t observation = 0; observation < excluded.size(); ++observation) {
      if (excluded[observation] == excluded_[observation]) continue;
      excluded_[observation] = excluded[observation];
      if (!numeric_) continue;
      for (const int row : system_.observations[observation].rows) numeric_->bind(row);
    }
  }

  void replace(int observation, const IntegerRows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const int row = system_.observations[index(observation)].rows[i];
      rows_.replace(index(row), rows.terms(rows[i]), rows[i]);
      if (numeric_) numeric_->look(row);
    }
  }

  std::optional<Certificate> refute() {
    ++decided_;
    numeric().keep_off(kMargin);
    while (wholes_.usable()) {
      const std::optional<bool> possible = numeric_->possible();
      if (!possible) break;
      if (!*possible) {
        const auto stuck = numeric_->stuck();
        if (!stuck) break;
        if (auto certificate = exact_certificate(*stuck, rows_)) return certificate;
        if (!numeric_->tighten(*stuck)) break;
        continue;
      }
      if (numeric_->add_missed()) continue;
      const Fit in_integers = round_moves();
      if (in_integers == Fit::all) return std::nullopt;
      if (in_integers == Fit::other_rows) continue;
      const Fit exactly = take_basis();
      if (exactly == Fit::all) return std::nullopt;
      if (exactly == Fit::none) break;
    }
    ++exactly_;
    return refute_exactly();
  }

  Decision decide() {
    if (auto certificate = refute()) return std::move(*certificate);
    return exact_levels_.empty() ? rationals(levels_) : exact_levels_;
  }

  std::optional<double> extreme(const std::vector<std::pair<int, double>>& objective, double sign) {
    numeric().keep_off(0);
    std::vector<std::pair<int, double>> signed_objective = objective;
    double here = 0;
    for (auto& [at, coefficient] : signed_objective) {
      here += coefficient * numeric_->start_level(at);
      coefficient *= sign;
      numeric_->add_rows_of(at);
    }
    while (true) {
      const auto least = numeric_->least(signed_objective);
      if (!least) return std::nullopt;
      if (*least == -kInfinity) {
        if (!numeric_->add_touched()) return std::nullopt;
        continue;
      }
      if (!numeric_->add_missed()) return here + sign * *least;
    }
  }

  double level(int unknown) const {
    return numeric_->start_level(unknown) + numeric_->move(unknown);
  }

  IntegerRows rows_;
  int decided_ = 0;
  int exactly_ = 0;

 private:
  // Starts at the first question, without the observations that are left out then.
  RowGeneration& numeric() {
    if (!numeric_) numeric_.emplace(rows_, excluded_, starting_levels(system_, wholes_, excluded_));
    return *numeric_;
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
  Fit held_against_rows(const Fits& fits) {
    Fit result = Fit::all;
    for (const int row : numeric_->rows_at_stake()) {
      if (numeric_->out(row) || fits(row)) continue;
      if (numeric_->add(row)) {
        result = Fit::other_rows;
      } else if (result == Fit::all) {
        result = Fit::none;
      }
    }
    return result;
  }

  Fit round_moves() {
    exact_levels_.clear();
    levels_ = numeric_->start();
    for (const int unknown : numeric_->simplex().unknowns()) {
      const double move = numeric_->move(unknown);
      if (!(std::abs(move) < kMostMove)) return Fit::none;
      levels_[index(unknown)] += std::llround(move * static_cast<double>(kLevelUnit));
    }
    if (!wholes_.complete(levels_)) return Fit::none;
    for (std::size_t j = 0; j < levels_.size(); ++j) {
      if (levels_[j] != numeric_->start()[j]) numeric_->look_at_rows_of(static_cast<int>(j));
    }
    return held_against_rows([&](int row) { return within(rows_, rows_[index(row)], levels_); });
  }

  Fit hold_exact_levels() {
    return held_against_rows(
        [&](int row) { return verify_point({rational_row(rows_, row)}, exact_levels_); });
  }

  Fit take_basis() {
    const auto margin = [&](int row) {
      return to_rational(std::llround(numeric_->margin(row) * static_cast<double>(kLevelUnit)),
                         kLevelUnit);
    };
    const auto levels =
        exact_levels(numeric_->simplex(), rows_, rationals(numeric_->start()), margin);
    if (!levels) return Fit::none;
    exact_levels_ = *levels;
    return hold_exact_levels();
  }

  // The rows that the simplex has got, and those that their exact solution misses.
  std::optional<Certificate> refute_exactly() {
    do {
      std::vector<int> taken;
      std::vector<Row> rows;
      for (const int row : numeric_->simplex().rows()) {
        if (numeric_->out(row)) continue;
        taken.push_back(row);
        rows.push_back(rational_row(rows_, row));
      }
      Decision decision = decide_exactly(rows, static_cast<int>(system_.unknowns.size()));
      if (auto* const certificate = std::get_if<Certificate>(&decision)) {
        for (auto& [row, multiplier] : certificate->multipliers) row = taken[index(row)];
        return std::move(*certificate);
      }
      exact_levels_ = rationals(numeric_->start());
      for (const int unknown : numeric_->simplex().unknowns())
        exact_levels_[index(unknown)] = std::get<0>(decision)[index(unknown)];
    } while (hold_exact_levels() == Fit::other_rows);
    return std::nullopt;
  }

  const System& system_;
  std::vector<bool> excluded_;
  const Wholes wholes_;
  std::optional<RowGeneration> numeric_;
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

}  // namespace tradereport::validator
