// A01: a year to date is the one of the issue before and the month.
#include "validator/rules/across_draft.h"

namespace tradereport {

void a01_year_to_date(const AcrossContext& context, std::vector<IssueFinding>& findings) {
  for (const IssueFault& fault : context.faults) {
    if (rule_of(context, fault) == "A01") findings.push_back(across_draft(context, fault));
  }
}

}  // namespace tradereport
