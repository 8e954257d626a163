// Figures that were truncated after their last digit instead of rounded. Internal to validator.
#pragma once

#include <string>
#include <vector>

#include "schemas/interval.h"
#include "validator/figures/figure_index.h"

namespace tradereport::validator {

// A figure that fits what else the report prints of the same thing if its digits were cut off, and
// does not if they were rounded: 24.5 for a growth of 24.558 %.
struct Truncated {
  bool in_text = false;
  std::size_t index = 0;          // in Report::claims or Report::figures
  Interval true_values;           // by the other figures
  std::vector<const Figure*> by;  // these
};

// Compared are growth rates with the two levels printed beside them, and figures of the text with
// those of the tables that have more decimals. In reading order; points into the report.
std::vector<Truncated> find_truncated(const FigureIndex& figures);

// The report with Rounding::either for those figures.
Report with_either_rounding(const Report& report, const std::vector<Truncated>& found);

// The report as if all its rounded figures had been cut off.
Report all_cut_off(const Report& report);

// The decimal that all these values are rounded to, empty if they are not rounded alike.
//   rounded({24.5581, 24.5582}, 1) -> "24.6"
std::string rounded(const Interval& values, int decimals);

}  // namespace tradereport::validator
