// M04: lists that are joined by a word for "respectively" have the same length.
#include "validator/rules/problem_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void m04_list_lengths(const RuleInput& context, Drafts& drafts) {
  problem_drafts(context, Problem::Kind::list_lengths, "M04", drafts);
}

}  // namespace tradereport::validator
