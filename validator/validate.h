// The checks of one report.
#pragma once

#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"

namespace tradereport {

// Everything that is wrong in the report, errors first, then by page and position. Only errors are
// impossible; a report whose figures can all be true under rounding gets none.
//
// What follows from one wrong figure is one finding: the others are folded into its proof. Pure and
// thread-safe; the family must be the one that the report was read with.
//
//   the text says growth -24.3, table 2 prints 11.0 in that row and -24.3 in the row above it:
//     one finding, M01, blamed: the text's figure, suggested "11.0"
std::vector<Finding> validate(const Report& report, const Family& family);

}  // namespace tradereport
