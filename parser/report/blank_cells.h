// Cells that are printed blank on purpose.
#pragma once

#include <functional>

#include "schemas/report.h"

namespace tradereport::parser {

// Reports leave the cell of a rate blank where there is nothing to measure it by: growth on
// nothing, a share in nothing. Takes such cells back from the report's unread ones, if the level
// beside them was read and nothing is drawn in them: a figure may be drawn instead of written. In a
// damaged file no cell is known to be blank.
// drawn: whether something is, within a box on a page (from 1); empty where all that a cell shows
// is its text.
void allow_blank_rates(Report& report, const std::function<bool(int, const Box&)>& drawn);

}  // namespace tradereport::parser
