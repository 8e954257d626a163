// What the printed figures of a report say of each true level. Internal to validator.
#pragma once

#include <limits>
#include <vector>

#include "schemas/bounds.h"
#include "schemas/family.h"
#include "schemas/report.h"
#include "validator/figures/figure_index.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

// What is known of one unknown, and the figures that it is known from.
struct ImpliedBounds {
  Bounds bounds;
  std::vector<const Figure*> figures;  // the level first; empty if nothing is printed
};

// The same in doubles, as a prefilter: most relations are so far from being contradicted that no
// exact arithmetic is needed. Empty (lo > hi) where doubles cannot tell.
struct ApproximateBounds {
  double lo = -std::numeric_limits<double>::infinity();
  double hi = std::numeric_limits<double>::infinity();
};

// Exact intervals for every level of this year, last year and the nation that the tables speak of:
//   this year  the rounding interval of the value
//   last year  value / (1 + growth / 100), or value - change where the change is printed in levels,
//              or the interval of the level itself where it is printed
//   by growth  value / (1 + growth / 100), where last year's level is printed as well
//   period before  value / (1 + growth on it / 100)
//   nation     value / (share / 100)
// Indices stand for growth: an index of 105 is growth of 5 %.
// Levels that cannot be negative are cut at 0. Where a divisor's interval reaches down to 0 (growth
// of -100.0 %, share of 0.0 %), only the lower end of the quotient is known.
//
// A row that is printed twice with different figures says nothing: it is unknown which is meant.
//
// Worked out when asked for. Points into the report; the figures' index and the family must outlive
// it as well.
class Evidence {
 public:
  Evidence(const FigureIndex& figures, const Family& family) : figures_(figures), family_(family) {}

  // As if `instead` stood in the place of a figure that is printed once.
  Evidence(const FigureIndex& figures, const Family& family, const Figure& printed,
           const Figure& instead)
      : figures_(figures), family_(family), printed_(&printed), instead_(&instead) {}

  // For an unknown that nothing is printed of: [0, ∞) or everything, without figures.
  ImpliedBounds of(const Unknown& unknown) const;
  ApproximateBounds approximate(const Unknown& unknown) const;

  bool nonnegative(const Unknown& unknown) const;

 private:
  // A level, and what it is divided by or has subtracted from it; nullptr: not there.
  struct Known {
    const Figure* level = nullptr;
    const Figure* by = nullptr;
  };
  Known known(const Unknown& unknown) const;
  const Figure* first(int series, Measure measure) const;

  const FigureIndex& figures_;
  const Family& family_;
  const Figure* printed_ = nullptr;
  const Figure* instead_ = nullptr;
};

// The figure's true values as bounds, cut at 0 where they cannot be negative.
Bounds level_bounds(const Figure& level, bool nonnegative);

// What the level is of the one it is compared with, over the figure's true values: 1 + growth /
// 100, index / 100, share / 100.
Interval rate_factor(const Figure& rate);

}  // namespace tradereport::validator
