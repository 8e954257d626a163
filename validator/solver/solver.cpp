#include "validator/solver/solver.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "validator/solver/exact_basis.h"
#include "validator/solver/proposal.h"
#include "validator/solver/start.h"
#include "validator/solver/surroundings.h"

namespace tradereport::validator {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kMargin = 1e-6;  // to the ends of a row, so that integers near a move fit as well
constexpr double kTolerance = 1e-8;  // what a move may miss
constexpr double kNear = 0.3;        // of the way to the end of a row: it may soon be missed
constexpr double kMostMove = 1e8;    // so that integers do not overflow

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

class Solver::Impl {
 public:
  explicit Impl(const System& system)
      : rows_(system.integers),
        system_(system),
        without_(system.statements.size(), false),
        wholes_(system.integers, system.unknowns.size()),
        moves_(system.unknowns.size(), 0),
        staked_rows_(rows_.size(), false),
        proposal_(rows_.size(), system.unknowns.size()) {}

  void leave_out(const std::vector<int>& statements) {
    std::vector<bool> without(without_.size(), false);
    for (const int statement : statements) without[index(statement)] = true;
    for (std::size_t statement = 0; statement < without.size(); ++statement) {
      if (without[statement] == without_[statement]) continue;
      without_[statement] = without[statement];
      for (const int row : system_.statements[statement].rows) bind(row);
    }
  }

  void replace(int statement, const IntegerRows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const int row = system_.statements[index(statement)].rows[i];
      rows_.replace(index(row), rows.terms(rows[i]), rows[i]);
      if (!around_) continue;
      around_->look(row);
      stake_missed(row);
      if (proposal_.has(row)) proposal_.set_terms(row, around_->terms(row));
      bind(row);
    }
  }

  std::optional<Certificate> refute() {
    ++decided_;
    look_around();
    keep_off(kMargin);
    while (wholes_.usable()) {
      if (!proposal_.rows().empty()) {
        const std::optional<bool> possible = proposal_.possible();
        if (!possible) break;
        if (!*possible) {
          const auto stuck = proposal_.stuck();
          if (!stuck) break;
          if (auto certificate = exact_certificate(*stuck, rows_)) return certificate;
          if (!tighten(*stuck)) break;
          continue;
        }
      }
      read_moves();
      if (add_missed()) continue;
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
    if (!exact_levels_.empty()) return exact_levels_;
    std::vector<Rational> levels;
    levels.reserve(levels_.size());
    for (const Integer level : levels_) levels.push_back(to_rational(level, kLevelUnit));
    return levels;
  }

  std::optional<double> extreme(const std::vector<std::pair<int, double>>& objective, double sign) {
    look_around();
    keep_off(0);
    std::vector<std::pair<int, double>> signed_objective = objective;
    double here = 0;
    for (auto& [at, coefficient] : signed_objective) {
      here += coefficient * start_level(at);
      coefficient *= sign;
      for (const int row : around_->rows_of(at)) add(row);
    }
    while (true) {
      const auto least = proposal_.least(signed_objective);
      if (!least) return std::nullopt;
      if (*least == -kInfinity) {
        if (!add_touched()) return std::nullopt;
        continue;
      }
      read_moves();
      if (!add_missed()) return here + sign * *least;
    }
  }

  double level(int unknown) const { return start_level(unknown) + moves_[index(unknown)]; }

  IntegerRows rows_;
  int decided_ = 0;
  int exactly_ = 0;

 private:
  int count() const { return static_cast<int>(rows_.size()); }
  bool out(int row) const { return rows_[index(row)].left_out(without_); }
  double start_level(int unknown) const {
    return static_cast<double>(around_->levels()[index(unknown)]) / static_cast<double>(kLevelUnit);
  }

  void look_around() {
    if (around_) return;
    around_.emplace(rows_, starting_levels(system_, wholes_, without_));
    for (int row = 0; row < count(); ++row) stake_missed(row);
  }

  void keep_off(double margin) {
    if (margin == margin_ && tight_.empty()) return;
    margin_ = margin;
    tight_.clear();
    for (const int row : proposal_.rows()) bind(row);
  }

  // Rows that only touch have no margin; false if that is known.
  bool tighten(const Proposal::Stuck& stuck) {
    const std::size_t before = tight_.size();
    tight_.insert(stuck.row);
    tight_.insert(stuck.others.begin(), stuck.others.end());
    if (tight_.size() == before) return false;
    for (const int row : tight_) bind(row);
    return true;
  }

  void bind(int row) {
    if (!proposal_.has(row)) return;
    if (out(row)) return proposal_.bind(row, -kInfinity, kInfinity);
    const Room& room = around_->room(row);
    proposal_.bind(row, room.lo + margin(row), room.hi - margin(row));
  }

  double margin(int row) const {
    const Room& room = around_->room(row);
    return tight_.contains(row) ? 0 : std::min(margin_, (room.hi - room.lo) / 4);
  }

  // False if it is there already.
  bool add(int row) {
    if (proposal_.has(row)) return false;
    proposal_.set_terms(row, around_->terms(row));
    bind(row);
    return true;
  }

  void read_moves() {
    for (const int unknown : proposal_.unknowns())
      moves_[index(unknown)] = proposal_.level(unknown);
  }

  // Rows that the moves miss; false if there are none but those that are there.
  bool add_missed() {
    bool more = false;
    std::vector<int> near;
    for (const int row : rows_at_stake()) {
      if (proposal_.has(row) || out(row)) continue;
      double sum = 0;
      for (const auto& [at, coefficient] : around_->terms(row))
        sum += coefficient * moves_[index(at)];
      const Room& room = around_->room(row);
      if (sum < room.lo - kTolerance || sum > room.hi + kTolerance) {
        more = add(row) || more;
      } else if (sum < kNear * room.lo || sum > kNear * room.hi) {
        near.push_back(row);
      }
    }
    if (more) {
      for (const int row : near) add(row);
    }
    return more;
  }

  // Ascending: those of unknowns that have moved or may, and those that are missed from the start.
  // All others are where they were, and fit.
  const std::vector<int>& rows_at_stake() {
    for (; staked_ < proposal_.unknowns().size(); ++staked_)
      stake_rows_of(proposal_.unknowns()[staked_]);
    if (!std::is_sorted(at_stake_.begin(), at_stake_.end()))
      std::sort(at_stake_.begin(), at_stake_.end());
    return at_stake_;
  }

  void stake(int row) {
    if (!staked_rows_[index(row)]) at_stake_.push_back(row);
    staked_rows_[index(row)] = true;
  }

  void stake_rows_of(int unknown) {
    for (const int row : around_->rows_of(unknown)) stake(row);
  }

  void stake_missed(int row) {
    const Room& room = around_->room(row);
    if (room.lo > 0 || room.hi < 0) stake(row);
  }

  // Rows of all unknowns that the simplex knows.
  bool add_touched() {
    bool more = false;
    const std::vector<int> unknowns = proposal_.unknowns();
    for (const int unknown : unknowns) {
      for (const int row : around_->rows_of(unknown)) more = add(row) || more;
    }
    return more;
  }

  // What levels fit: all rows; not some that the simplex does not know yet, and now does; or none.
  enum class Fit { all, other_rows, none };

  template <class Fits>
  Fit held_against_rows(const Fits& fits) {
    Fit result = Fit::all;
    const std::vector<int> rows = rows_at_stake();  // more are while it looks at them
    for (const int row : rows) {
      if (out(row) || fits(row)) continue;
      if (add(row)) {
        result = Fit::other_rows;
      } else if (result == Fit::all) {
        result = Fit::none;
      }
    }
    return result;
  }

  Fit round_moves() {
    exact_levels_.clear();
    levels_ = around_->levels();
    for (const int unknown : proposal_.unknowns()) {
      const double move = moves_[index(unknown)];
      if (!(std::abs(move) < kMostMove)) return Fit::none;
      levels_[index(unknown)] += std::llround(move * static_cast<double>(kLevelUnit));
    }
    if (!wholes_.complete(levels_)) return Fit::none;
    for (std::size_t j = 0; j < levels_.size(); ++j) {
      if (levels_[j] != around_->levels()[j]) stake_rows_of(static_cast<int>(j));
    }
    return held_against_rows([&](int row) { return within(rows_, rows_[index(row)], levels_); });
  }

  std::vector<Rational> start_levels() const {
    std::vector<Rational> levels;
    levels.reserve(moves_.size());
    for (const Integer level : around_->levels()) levels.push_back(to_rational(level, kLevelUnit));
    return levels;
  }

  Fit hold_exact_levels() {
    return held_against_rows(
        [&](int row) { return verify_point({rational_row(rows_, row)}, exact_levels_); });
  }

  Fit take_basis() {
    const auto levels = exact_levels(proposal_, rows_, start_levels(), [&](int row) {
      return to_rational(std::llround(margin(row) * static_cast<double>(kLevelUnit)), kLevelUnit);
    });
    if (!levels) return Fit::none;
    exact_levels_ = *levels;
    return hold_exact_levels();
  }

  // The rows that the simplex has got, and those that their exact solution misses.
  std::optional<Certificate> refute_exactly() {
    do {
      std::vector<int> taken;
      std::vector<Row> rows;
      for (const int row : proposal_.rows()) {
        if (out(row)) continue;
        taken.push_back(row);
        rows.push_back(rational_row(rows_, row));
      }
      Decision decision = decide_exactly(rows, static_cast<int>(moves_.size()));
      if (auto* const certificate = std::get_if<Certificate>(&decision)) {
        for (auto& [row, multiplier] : certificate->multipliers) row = taken[index(row)];
        return std::move(*certificate);
      }
      exact_levels_ = start_levels();
      for (const int unknown : proposal_.unknowns())
        exact_levels_[index(unknown)] = std::get<0>(decision)[index(unknown)];
    } while (hold_exact_levels() == Fit::other_rows);
    return std::nullopt;
  }

  const System& system_;
  std::vector<bool> without_;
  const Wholes wholes_;
  std::optional<Surroundings> around_;  // of where it starts
  std::vector<double> moves_;           // from there
  std::vector<int> at_stake_;           // rows that may be missed after the moves …
  std::vector<bool> staked_rows_;       // … the same by row
  std::size_t staked_ = 0;              // unknowns of the simplex whose rows are among them
  double margin_ = kMargin;
  std::set<int> tight_;  // rows that touch others
  Proposal proposal_;
  std::vector<Integer> levels_;         // where it ended,
  std::vector<Rational> exact_levels_;  // or there, if not empty
};

Solver::Solver(const System& system) : impl_(std::make_unique<Impl>(system)) {}
Solver::~Solver() = default;

void Solver::leave_out(const std::vector<int>& statements) {
  impl_->leave_out(statements);
}

void Solver::replace(int statement, const IntegerRows& rows) {
  impl_->replace(statement, rows);
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
