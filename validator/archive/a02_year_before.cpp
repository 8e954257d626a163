// A02: a growth rate fits the level printed a year before.
#include "validator/archive/across_draft.h"

namespace tradereport::validator {

void a02_year_before(const AcrossContext& context, std::vector<IssueFinding>& findings) {
  add_across(context, "A02", findings);
}

}  // namespace tradereport::validator
