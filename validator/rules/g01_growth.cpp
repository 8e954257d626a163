// G01: last year's levels, from value and growth, obey the same relations as this year's.
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void g01_growth(const RuleInput& context, Drafts& drafts) {
  relation_drafts(context, "G01", drafts);
}

}  // namespace tradereport::validator
