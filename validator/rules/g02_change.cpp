// G02: last year's balance, from value and absolute change, is last year's difference.
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void g02_change(const RuleInput& context, Drafts& drafts) {
  relation_drafts(context, "G02", drafts);
}

}  // namespace tradereport::validator
