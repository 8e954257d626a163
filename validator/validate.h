// The checks of one report.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/coverage.h"
#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"

namespace tradereport::validator {

// Everything that is wrong in the report, errors first, then by page and position. Only errors are
// impossible; a report whose figures can all be true under rounding gets none.
//
// What follows from one wrong figure is one finding: the others are folded into its proof. Pure and
// thread-safe; the family must be the one that the report was read with.
//
//   the text says growth -24.3, table 2 prints 11.0 in that row and -24.3 in the row above it:
//     one finding, M01, blamed: the text's figure, suggested "11.0"
std::vector<Finding> validate(const Report& report, const Family& family);

// Whether unrounded data exist that would be printed as this report.
enum class Verdict {
  consistent,  // yes, and the levels fit as they are printed
  rounding,    // yes, but only because they are rounded
  impossible   // no
};

// "consistent", "rounding", "impossible".
std::string_view to_string(Verdict verdict);

struct Validation {
  std::vector<Finding> findings;  // as validate() gives them
  Verdict verdict = Verdict::consistent;
  Coverage coverage{};  // if it was asked for: coverage_of(), of these findings
};

// The same with the verdict. Rates say nothing of how printed levels fit: growth and share are
// always rounded.
Validation validate_report(const Report& report, const Family& family);

// What would be noticed if a figure were another one, for each figure of the tables and the text;
// `findings` are those of validate(). Takes longer than all checks: two or three hundred times the
// question whether the report is possible.
Coverage coverage_of(const Report& report, const Family& family,
                     const std::vector<Finding>& findings);

}  // namespace tradereport::validator
