// A01: a year to date is the one of the issue before and the month.
#include "validator/archive/across_draft.h"

namespace tradereport::validator {

void a01_year_to_date(const AcrossContext& context, std::vector<IssueFinding>& findings) {
  add_across(context, "A01", findings);
}

}  // namespace tradereport::validator
