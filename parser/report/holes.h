// What belongs to a report and was not read, beyond single rows and cells.
#pragma once

#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/layout/layout.h"
#include "schemas/report.h"

namespace tradereport::parser {

// Tables that print one span alone, the month or the year to date, while others print both.
std::vector<Problem> unread_spans(const Report& report, const Family& family);

// What the narrative does not speak of, if the family says that it is complete: a row that stands
// for a flow, a table's rows or a group of them, for each span of the report. None if the whole
// narrative is missing.
std::vector<Problem> unspoken(const Report& report, const Family& family);

// Lines that hold a placeholder of the family; a line of underscores alone is drawn, and
// what goes on with letters is a word.
std::vector<Problem> placeholders(const Document& document, const std::vector<LineRole>& roles,
                                  const Layout& layout, const Grammar& grammar);

}  // namespace tradereport::parser
