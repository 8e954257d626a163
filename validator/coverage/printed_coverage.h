// The coverage of a report whose figures were made comparable, as of the report that is printed.
// Internal to validator.
#pragma once

#include "schemas/coverage.h"
#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport::validator {

// `coverage` is of `converted`, which in_common_unit() or of_sentences() made of `printed`. A
// figure that could not be converted is blind; the others' intervals are in the unit that is
// printed, rounded outward to the decimals that are printed.
Coverage of_printed(const Report& printed, const Report& converted, const Family& family,
                    Coverage coverage);

}  // namespace tradereport::validator
