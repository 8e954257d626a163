// Numerals that were not read, told shortly. Internal to validator.
#pragma once

#include <vector>

#include "schemas/finding.h"

namespace tradereport::validator {

// Where a page has many findings of unread numerals (D03), they become one, which stands where the
// first stood; its details list them.
void fold_unread(std::vector<Finding>& findings);

}  // namespace tradereport::validator
