// T01: the total is the sum of its two directions, for the levels of this year.
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void t01_total(const RuleInput& context, Drafts& drafts) {
  relation_drafts(context, "T01", drafts);
}

}  // namespace tradereport::validator
