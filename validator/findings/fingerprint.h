// Names that findings keep from one version of a file to the next. Internal to validator.
#pragma once

#include <string>
#include <vector>

#include "schemas/finding.h"
#include "schemas/period.h"

namespace tradereport::validator {

// Sets the fingerprint of each: 16 hexadecimal digits of family, period, rule, and what is wrong:
// place, span, flow, group, rank, row, measure and printed text of its first candidates, or where
// nothing is blamed what the message names. Nothing of page, file, line or producer goes into it:
// the same report as PDF and as a Word draft has the same. Those that would be equal are numbered.
void set_fingerprints(const std::string& family, Period period, std::vector<Finding>& findings);

// The same for a finding that is the only one of its kind.
void set_fingerprint(const std::string& family, Period period, Finding& finding);

}  // namespace tradereport::validator
