// Is what looks like a grid a table?
#pragma once

#include "schemas/plain_table.h"

namespace tradereport::parser {

// How its place was found: rulings that cross, level rulings alone, or gaps alone. The less is
// ruled, the more its texts have to say.
enum class Found { frame, stack, text };

bool is_table(const PlainTable& grid, Found found);

}  // namespace tradereport::parser
