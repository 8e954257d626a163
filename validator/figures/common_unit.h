// Reports that print levels in several units. Internal to validator.
#pragma once

#include <optional>

#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport::validator {

// The report with all levels in the unit that most of its tables' levels have, so that they can be
// held against each other; nothing if they have it already.
//
// A figure that is printed elsewhere with the same digits in the other unit has the wrong unit, not
// the wrong digits: the unit is exchanged, and the problem that tells of it says so. Others are
// converted, exactly, where the family knows how; or else left out.
//   table 2 prints 283000 万美元, the text 28.3亿美元 -> 28.3000 亿美元
//   table 2 prints 28.3 亿元, the text 28.3亿美元     -> 28.3 亿美元, a slip
//   table 2 prints 200.9 亿元, the text 28.3亿美元    -> table 2 has no such figure
std::optional<Report> in_common_unit(const Report& report, const Family& family);

}  // namespace tradereport::validator
