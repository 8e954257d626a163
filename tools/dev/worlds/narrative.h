// What the text of an issue says of its tables.
#pragma once

#include "schemas/family.h"
#include "schemas/report.h"
#include "tools/dev/worlds/economy.h"

namespace tradereport::worlds {

// Adds claims and lists of so many names to a report that has its tables' figures. Lists are in the
// order of the unrounded levels. Sentences are told apart by a number; there is no text.
void add_narrative(Report& report, const Economy& world, const Family& family, int top);

}  // namespace tradereport::worlds
