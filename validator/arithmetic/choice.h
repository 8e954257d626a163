// Which of the patterns that hold are the table's: overlapping readings of one relation are told
// apart.
#pragma once

#include <vector>

#include "validator/arithmetic/line_pattern.h"

namespace tradereport::validator {

// All patterns of a view that are beyond chance and do not contradict one another.
std::vector<WeighedPattern> choose_patterns(const LineView& view);

}  // namespace tradereport::validator
