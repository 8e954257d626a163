// What the checks of a report can see, figure by figure. Internal to validator.
#pragma once

#include <vector>

#include "schemas/coverage.h"
#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"

namespace tradereport::validator {

// A state, an interval and the relations behind it for each figure. `findings` are those of this
// report: the figures that an error blames, or could blame, are wrong, and hold no others.
//
// A figure is asked about with its own rows left out of the joint system. An end of its interval is
// what the numeric simplex proposes, confirmed in rationals: a certificate shows that the next
// decimal beyond it is impossible. Where that cannot be shown the end moves outward, or is open:
// the interval may be too wide, and never is too narrow. What the text repeats from a table, with
// as many decimals, is held to the last digit without any system (M01).
//
// Systems of more than kMostAsked figures times levels are not asked: there only what is printed
// twice is held, and all else is blind.
Coverage cover(const Report& report, const Family& family, const std::vector<Finding>& findings);

inline constexpr std::size_t kMostAsked = 600'000;  // the bundled families have less than 70,000

}  // namespace tradereport::validator
