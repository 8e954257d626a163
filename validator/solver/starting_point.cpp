#include "validator/solver/starting_point.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "validator/solver/doubles.h"

namespace tradereport::validator {

namespace {

constexpr double kMostLevel = 1e8;  // so that integers do not overflow

// Usable wholes are of rows that fit into 64 bits, which are turned into doubles at once.
double ratio(Integer a, Integer b) {
  const auto real = [](Integer value) {
    return static_cast<double>(static_cast<std::int64_t>(value));
  };
  return real(a) / real(b);
}

struct Limits {
  double lo = -kInfinity;
  double hi = kInfinity;

  bool bounded() const { return lo > -kInfinity && hi < kInfinity; }
  double middle() const {
    if (bounded()) return (lo + hi) / 2;
    // Somewhere inside, in keeping with the size of the end that is known.
    if (lo > -kInfinity) return lo + std::max(1.0, std::abs(lo)) / 4;
    return hi < kInfinity ? hi : 0;
  }
};

class Limiter {
 public:
  Limiter(const System& system, const Substitution& substitution, const std::vector<bool>& excluded)
      : rows_(system.integers), substitution_(substitution), printed_(system.unknowns.size()) {
    for (const IntegerRow& row : rows_) {
      if (row.size() != 1 || row.excluded_by(excluded)) continue;
      const auto& [at, by] = rows_.terms(row).front();
      Limits& limits = printed_[index(substitution_.representative(at))];
      if (row.lo) limits.lo = std::max(limits.lo, ratio(*row.lo, by));
      if (row.hi) limits.hi = std::min(limits.hi, ratio(*row.hi, by));
    }
    all_ = printed_;
    for (const IntegerRow& row : rows_) {
      if (row.size() != 2 || equality(row) || row.excluded_by(excluded)) continue;
      const auto terms = rows_.terms(row);
      imply(row, terms[0], terms[1]);
      imply(row, terms[1], terms[0]);
    }
  }

  const Limits& of(std::size_t unknown) const { return all_[unknown]; }

 private:
  // a·x + b·y between the row's ends, and x printed: what that says of y.
  void imply(const IntegerRow& row, const IntegerTerm& from, const IntegerTerm& to) {
    const auto& [x, a] = from;
    const auto& [y, b] = to;
    const Limits& known = printed_[index(substitution_.representative(x))];
    if (!known.bounded() || b == 0 || printed_[index(substitution_.representative(y))].bounded())
      return;
    const double scale = ratio(a, b);
    const double least = std::min(scale * known.lo, scale * known.hi);
    const double most = std::max(scale * known.lo, scale * known.hi);
    Limits& limits = all_[index(substitution_.representative(y))];
    const auto& low = b > 0 ? row.lo : row.hi;
    const auto& high = b > 0 ? row.hi : row.lo;
    if (low) limits.lo = std::max(limits.lo, ratio(*low, b) - most);
    if (high) limits.hi = std::min(limits.hi, ratio(*high, b) - least);
  }

  const IntegerRows& rows_;
  const Substitution& substitution_;
  std::vector<Limits> printed_;  // by rows of one unknown alone
  std::vector<Limits> all_;
};

}  // namespace

std::vector<Integer> starting_levels(const System& system, const Substitution& substitution,
                                     const std::vector<bool>& excluded) {
  const std::vector<Integer> nothing(system.unknowns.size(), 0);
  if (!substitution.usable()) return nothing;
  const Limiter limits(system, substitution, excluded);
  std::vector<Integer> levels = nothing;
  for (std::size_t j = 0; j < levels.size(); ++j) {
    if (!substitution.is_free(static_cast<int>(j))) continue;
    const double level = limits.of(j).middle();
    if (!(std::abs(level) < kMostLevel)) return nothing;
    levels[j] = std::llround(level * static_cast<double>(kLevelUnit));
  }
  return substitution.substitute(levels) ? levels : nothing;
}

}  // namespace tradereport::validator
