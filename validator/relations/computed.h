// Publishers who compute from the figures that they print. Internal to validator.
#pragma once

#include <vector>

#include "validator/figures/figure_index.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

// What may come from printed figures.
struct FromPrinted {
  bool rates = true;  // and shares and changes
  bool sums = true;

  bool any() const { return rates || sums; }
  friend bool operator==(const FromPrinted&, const FromPrinted&) = default;
};

// The report with the slack (Figure::slack) that its figures have if sums may have been made of
// printed parts, and rates, shares and changes of printed levels: then they differ from those of
// unrounded data by more than their own rounding.
//   a whole        the roundings of all its parts, and of theirs
//   a growth rate  what a level v and that of a year ago can make of it, when each is off by its
//                  rounding: from (v − e) / (p + e) − 1 to (v + e) / (p − e) − 1
//   a share        the same of a level and the nation's
//   a change       both levels' roundings
Report computed_from_printed(const FigureIndex& figures, const std::vector<Relation>& relations,
                             const FromPrinted& from);

}  // namespace tradereport::validator
