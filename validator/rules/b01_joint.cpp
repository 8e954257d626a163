// B01: the figures of the report can all be right at once.
#include "validator/rules/b01_joint.h"

#include "validator/rules/rule.h"

namespace tradereport::validator {

// Whether a direct rule sees the mistake as well is known only after all have run: fold.h makes the
// drafts.
void b01_joint(const RuleInput&, Drafts&) {}

Draft b01_draft() {
  Draft draft;
  draft.identity = "joint";
  draft.finding.rule = "B01";
  draft.finding.severity = Severity::error;
  draft.finding.message = "B01";
  return draft;
}

}  // namespace tradereport::validator
