// Revisions as findings. Internal to validator.
#pragma once

#include <string_view>
#include <vector>

#include "validator/archive/archive_rule.h"

namespace tradereport::validator {

// The revisions that the rule speaks of: A01 of years to date, A02 of the levels of a year ago, A03
// of months that are printed again. One statement for the archive, in the first edition that shows
// it, with the message "RULE.revised"; an edition whose levels are quite others has a finding of
// its own, "RULE.many".
void add_revision_findings(const ArchiveInput& context, std::string_view rule,
                           std::vector<EditionFinding>& findings);

}  // namespace tradereport::validator
