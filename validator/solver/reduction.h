// A joint system in terms of few unknowns, in doubles, and the way back to integers. Internal to
// validator.
//
// Unknowns that an equality makes the same are one; a whole is given by its parts. What is left are
// inequalities over the free unknowns, each scaled by how little is known of it; those that are far
// from being missed are left aside.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "validator/solver/wholes.h"
#include "validator/system/system.h"

namespace tradereport::validator {

struct Coefficient {
  int at = 0;
  double by = 0;
};

// lo <= sum of coefficient * move <= hi; the coefficients' squares add up to 1.
struct Inequality {
  static constexpr double kInfinity = std::numeric_limits<double>::infinity();

  std::size_t begin = 0;  // its terms in Inequalities: [begin, end)
  std::size_t end = 0;
  double lo = -kInfinity;
  double hi = kInfinity;
};

// With all their terms in one place.
struct Inequalities {
  std::vector<Inequality> rows;
  std::vector<Coefficient> terms;

  std::span<const Coefficient> of(const Inequality& row) const {
    return {terms.data() + row.begin, row.end - row.begin};
  }
};

class Reduction {
 public:
  // Rows of the statements in `without` are left out; it has one entry a statement, or is empty.
  // The system and its wholes, which must be usable, must outlive it.
  Reduction(const System& system, const Wholes& wholes, const std::vector<bool>& without);

  // Moves are counted in each unknown's own width, from where the printed figures put it; those of
  // unknowns that are not free do not matter.
  std::size_t moves() const { return places_.size(); }
  const Inequalities& inequalities() const { return inequalities_; }

  // The levels after these moves, in units of 1 / kQuickUnit. Equalities that give a whole, or make
  // two levels the same, hold exactly; nothing if a level is beyond all measure.
  std::optional<std::vector<Integer>> levels(const std::vector<double>& moves) const;

 private:
  struct Place {
    double lo = -Inequality::kInfinity;
    double hi = Inequality::kInfinity;
    double at = 0;
    double width = 1;

    bool bounded() const { return lo > -Inequality::kInfinity && hi < Inequality::kInfinity; }
  };
  struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void bound();
  void imply(const IntegerRow& row, bool first);
  void expand_wholes();
  void collect();
  void take(int unknown, double by);
  void add(double lo, double hi);
  std::span<const Coefficient> parts(int unknown) const;

  const System& system_;
  const Wholes& wholes_;
  const std::vector<bool>& without_;
  std::vector<Coefficient> expanded_;  // each unknown over free ones, …
  std::vector<Extent> extents_;        // … and where its stand
  std::vector<Place> printed_;         // what is printed of each unknown itself
  std::vector<Place> places_;
  Inequalities inequalities_;
  std::vector<double> sum_;  // the row being added, by free unknown …
  std::vector<int> used_;    // … and which of them stand in it
};

}  // namespace tradereport::validator
