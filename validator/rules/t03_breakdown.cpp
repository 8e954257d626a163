// T03: a flow is the sum of the classes that it is broken down into, for the levels of this year.
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void t03_breakdown(const RuleInput& context, Drafts& drafts) {
  relation_drafts(context, "T03", drafts);
}

}  // namespace tradereport::validator
