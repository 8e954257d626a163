// T05: parts that are listed by name cannot exceed the whole that they belong to.
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void t05_listed_parts(const RuleInput& context, Drafts& drafts) {
  relation_drafts(context, "T05", drafts);
}

}  // namespace tradereport::validator
