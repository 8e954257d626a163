// Patterns of the program's own: what page numbers, list numbers and missing figures look like in
// any family.
#pragma once

#include <string_view>

#include "parser/pattern.h"

namespace tradereport {

// The pattern that `say` spells in the syntax of families' patterns, without words and slots (see
// expression.h). Throws std::logic_error if it does not compile.
Pattern structural(std::string_view say);

}  // namespace tradereport
