// S01: the nation's levels, from value and share, obey the same relations.
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void s01_shares(const RuleInput& context, Drafts& drafts) {
  relation_drafts(context, "S01", drafts);
}

}  // namespace tradereport::validator
