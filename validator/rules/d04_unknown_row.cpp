// D04: every row of a table has a name that the family knows.
#include "validator/rules/problem_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void d04_unknown_row(const RuleInput& context, Drafts& drafts) {
  problem_drafts(context, Problem::Kind::unknown_row, "D04", drafts);
}

}  // namespace tradereport::validator
