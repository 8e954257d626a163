// In January a month and its year to date are one number. Internal to validator.
#pragma once

#include <vector>

#include "validator/figures/figure_index.h"

namespace tradereport::validator {

// Points into the report.
struct JanuaryDifference {
  const Figure* month = nullptr;
  const Figure* year_to_date = nullptr;
};

// What the tables of an issue of January print for both with as many decimals, and not alike. Since
// one number is rounded in one way only, a difference of the last digit is a mistake, though the
// roundings meet: 511.3 and 511.4. Nothing for other months, and of what is printed several times.
std::vector<JanuaryDifference> january_differences(const FigureIndex& figures);

}  // namespace tradereport::validator
