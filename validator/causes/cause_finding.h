// One editorial slip in words. Internal to validator.
#pragma once

#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "validator/blame/blame.h"
#include "validator/causes/cause.h"
#include "validator/figures/figure_index.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// B01 for what is wrong in tables, M01 for what is wrong in the text or between both. Names the
// slip; its candidates are the figures that it spoilt, which are wrong together. The proof says
// that with it undone everything fits, or everything but what other findings tell. Where another
// slip explains as much, no figure is blamed.
Finding cause_finding(const FigureIndex& figures, const Family& family, const System& system,
                      const Blame& blame, const Cause& cause);

// Whether one of them is such a finding.
bool names_a_slip(const std::vector<Finding>& findings);

}  // namespace tradereport::validator
