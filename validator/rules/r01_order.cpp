// R01: no entry of a ranked list is smaller than the one below it.
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void r01_order(const RuleInput& context, Drafts& drafts) {
  relation_drafts(context, "R01", drafts);
}

}  // namespace tradereport::validator
