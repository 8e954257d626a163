// T04: a month is part of the year to date; in January the two are the same.
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void t04_year_to_date(const RuleInput& context, Drafts& drafts) {
  const std::size_t first = drafts.size();
  relation_drafts(context, "T04", drafts);
  for (std::size_t i = first; i < drafts.size(); ++i) {
    const bool january = drafts[i].contradiction->relation->equal;
    drafts[i].finding.message = january ? "T04.january" : "T04";
  }
}

}  // namespace tradereport::validator
