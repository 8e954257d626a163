// Reports that print levels in several units. Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"

namespace tradereport::validator {

// The report with all levels in one unit, so that they can be held against each other; nothing if
// they have one already. It is the largest of those of the tables and of the one that most of the
// text has: in a smaller one 28.3 亿美元 would be 283000 万美元, with digits that nobody printed.
//
// A figure that is printed elsewhere with the same digits in the other unit has the wrong unit, not
// the wrong digits: the unit is exchanged, and the problem that tells of it says so. Others are
// converted, exactly, where the family knows how; or else left out.
//   table 2 prints 283000 万美元, the text 28.3亿美元 -> 28.3000 亿美元
//   table 2 prints 28.3 亿元, the text 28.3亿美元     -> 28.3 亿美元, a slip
//   table 2 prints 200.9 亿元, the text 28.3亿美元    -> table 2 has no such figure
std::optional<Report> in_common_unit(const Report& report, const Family& family);

// Times ten to a power. Digits that are not printed may be any: they go into the slack, in halves
// of the last digit. Nothing where the result has too many digits.
std::optional<Decimal> times_power_of_ten(const Decimal& value, int power, int& slack);

// Turns the figure's value, and its slack, into that unit. False where that cannot be done.
bool convert_value(Figure& figure, const std::string& unit, const Family& family);

// What may stand for a figure is told in the unit that it is printed in. `printed` is the report
// that in_common_unit() has converted.
//   28.3000 亿美元, possible 28.2500 to 28.3500 -> 283000 万美元, possible 282500 to 283500
void use_printed_units(const Report& printed, const Family& family, std::vector<Finding>& findings);

}  // namespace tradereport::validator
