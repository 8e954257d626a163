// Printed figures that exclude each other. Internal to validator.
#pragma once

#include <vector>

#include "validator/system/system.h"

namespace tradereport::validator {

// For System::clashes: a wrong claim and the table's figure; a wrong list and two levels that stand
// the other way round. Each ascending.
std::vector<std::vector<int>> find_clashes(const Report& report, const System& system,
                                           const TextAndTables& text);

}  // namespace tradereport::validator
