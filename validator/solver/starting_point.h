// Where the search for levels starts. Internal to validator.
#pragma once

#include <vector>

#include "validator/solver/substitution.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// Levels in units of 1 / kLevelUnit, one an unknown of the system: in the middle of what is printed
// of each unknown, or of what follows by a rate, change or order from one that is printed; wholes
// are the sums of their parts, so that equalities hold. Most rows are fitted so, and the others are
// missed by little. Rows of the observations in `excluded` say nothing; it has one entry an
// observation. All 0 where there is no usable substitution, or a level is of 10^8 and more.
//
//   23.5 printed, and growth of 4.4: 23.5 this year, and 22.5 … last year
std::vector<Integer> starting_levels(const System& system, const Substitution& substitution,
                                     const std::vector<bool>& excluded);

}  // namespace tradereport::validator
