// T02: the balance is one direction less the other, for the levels of this year.
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void t02_balance(const RuleInput& context, Drafts& drafts) {
  relation_drafts(context, "T02", drafts);
}

}  // namespace tradereport::validator
