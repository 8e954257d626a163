// D01: captions, headings and sentences name the report's own period.
#include "validator/rules/problem_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void d01_stale_period(const RuleInput& context, Drafts& drafts) {
  problem_drafts(context, Problem::Kind::stale_period, "D01", drafts);
}

}  // namespace tradereport::validator
