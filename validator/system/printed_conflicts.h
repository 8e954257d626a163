// Printed figures that cannot all be right, whatever levels they stand for. Internal to validator.
#pragma once

#include <vector>

#include "validator/system/system.h"

namespace tradereport::validator {

// For System::printed_conflicts: a wrong claim and the table's figure; a wrong list and two levels
// that stand the other way round; in January a month and another year to date. Each ascending.
std::vector<std::vector<int>> find_printed_conflicts(const Report& report, const System& system,
                                                     const TextComparison& text);

}  // namespace tradereport::validator
