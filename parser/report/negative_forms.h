// Which tables print negative figures in brackets, with triangles, or with the minus behind.
#pragma once

#include <map>
#include <string>

#include "parser/tables/cell_values.h"
#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport::parser {

// By table. "(19.8)" can also be an estimate, a share, a footnote's figure; "▲" a rise, or what is
// to be looked at. So a table prints negative figures so only if
// - all its cells with such signs have the same one, are of a kind that can be negative, and no
//   other cell has a minus; and
// - the family says that it is printed, or the report itself shows it: other figures (the text's
//   claims, this year's level beside last year's) say of several of the cells that they are below
//   zero, one of them in the same table, and of hardly any that it is not.
std::map<std::string, NegativeForm> negative_forms(const Report& report,
                                                   const std::vector<NegativeCell>& cells,
                                                   const Family& family);

}  // namespace tradereport::parser
