// How far the figures of a report have been checked, as text for people.
#pragma once

#include <string>
#include <vector>

#include "schemas/coverage.h"
#include "schemas/messages.h"
#include "schemas/report.h"

namespace tradereport::tools {

// How many figures are in each state, and which ones nothing holds, a line for each place. Names
// may have any characters of the document.
//
//   190 figures are checked to the last digit, 109 within bounds, 22 cannot be checked, 1 are …
//   cannot be checked in table 4 (9): ROW growth (month), …
std::vector<std::string> coverage_lines(const Report& report, const Coverage& coverage,
                                        Language language);

}  // namespace tradereport::tools
