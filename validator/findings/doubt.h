// Findings that rest on figures which may have been read wrongly. Internal to validator.
#pragma once

#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"

namespace tradereport::validator {

// An error is proved from figures that were read for certain. In a damaged file no figure is, nor
// are those of a table over several pages while another table of the same rows is lost: the page
// between them may be lost too, and the figures on the second be that one's. What rests on such
// figures becomes a warning, and says why.
void lower_what_is_in_doubt(const Report& report, const Family& family,
                            std::vector<Finding>& findings);

}  // namespace tradereport::validator
