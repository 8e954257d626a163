// Divisions and relative changes that a few lines of a table suggest.
#pragma once

#include <vector>

#include "validator/arithmetic/line_pattern.h"

namespace tradereport::validator {

// Three positions of a line each: a quotient and what it is made from. Each candidate once.
std::vector<LinePattern> quotient_candidates(const LineView& view);

}  // namespace tradereport::validator
