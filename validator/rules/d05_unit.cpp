// D05: figures are printed in the family's units.
#include "validator/rules/problem_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void d05_unit(const RuleInput& context, Drafts& drafts) {
  problem_drafts(context, Problem::Kind::unit_differs, "D05", drafts);
}

}  // namespace tradereport::validator
