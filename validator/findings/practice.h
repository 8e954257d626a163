// What a publisher's way to compute explains. Internal to validator.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "schemas/finding.h"

namespace tradereport::validator {

// How many errors among them another way to compute could explain: not that a text and its table
// differ (rules M), nor what says nothing of figures (D).
std::size_t errors_of_practice(const std::vector<Finding>& findings);

// What a finding shows of its publisher's practice.
enum class ShownPractice {
  rates,   // rates, shares and changes are computed from printed levels …
  sums,    // … sums are made of printed parts …
  either,  // … one or the other, either explains it …
  both,    // … both
  cut      // figures are cut off
};

// Nothing of findings that show none.
std::optional<ShownPractice> practice_shown_by(const Finding& finding);

// The findings of a report by unrounded data (`strict`), and as they are if it was computed from
// its printed figures (`tolerant`). Errors are what stands under both: where as many stand under
// the second, they are those of the first, which see more sharply; where fewer do, those of the
// second. What stands under the first alone becomes a warning that says so: `shown` explains it.
std::vector<Finding> by_either_practice(std::vector<Finding> strict, std::vector<Finding> tolerant,
                                        ShownPractice shown);

// The same for a report whose figures fit if all are cut off (`cut`): what stands under rounding
// alone is one warning N01 of the whole report.
std::vector<Finding> by_cutting(std::vector<Finding> strict, std::vector<Finding> cut);

}  // namespace tradereport::validator
