// A02: a growth rate fits the level printed a year before.
#include "validator/rules/across_draft.h"

namespace tradereport {

void a02_year_before(const AcrossContext& context, std::vector<IssueFinding>& findings) {
  for (const IssueFault& fault : context.faults) {
    if (rule_of(context, fault) == "A02") findings.push_back(across_draft(context, fault));
  }
}

}  // namespace tradereport
