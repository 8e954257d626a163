// What rules have seen put together: one cause, one finding. Internal to validator.
#pragma once

#include <vector>

#include "schemas/finding.h"
#include "validator/rules/draft.h"
#include "validator/rules/rule_input.h"
#include "validator/solver/solver.h"
#include "validator/system/system.h"

namespace tradereport::validator {

struct Consolidated {
  std::vector<Finding> findings;
  bool possible = true;  // some unrounded data could have been printed as this report
};

// Asks the joint system which figures must be wrong, and puts what the rules have seen under them.
//
// - Claims that only follow a wrong name of a top-N list come under M02.
// - Each fault (faults.h) is one finding: that of the direct rule that sees it, text against table
//   first, then lists, then relations; B01 if none does. The others come under it.
// - Missing rows under the repeated or unknown name that stands in their place; unread numerals
//   under the list that they could not be read with.
// `system` is the whole report's, and the solver its; neither is asked if the context is possible.
Consolidated consolidate(const RuleInput& context, Drafts drafts, const System& system,
                         Solver& solver);

}  // namespace tradereport::validator
