// The result of `check` with all the data that it rests on, for programs: what the Python package
// (tools/python) is told.
#pragma once

#include <memory>

#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

// JSON Lines: each line is an object of one member, whose name says what it is.
//   {"report": …}    as an element of "reports" in check.schema.json; what follows is of it:
//   {"figures": […]} its rows of figures.csv, {"unread": […]} those of unread.csv
//   {"table": {"name", "title", "columns": {NAME: KIND, …}, "rows": […]}}
//                    a printed table; KIND is text, number, integer or yearmonth
//   {"across": …}    as an element of "across" there
//   {"error": …}     as one of "errors", with its "page" (null: of none)
//   {"end": true}    the last line
// In rows numbers are JSON numbers with their printed decimals. Reports are kept until all have
// been read: what a comparison finds stands in the rows of their figures.
std::unique_ptr<CheckOutput> record_output(CheckOutput::Write write, Language language);

}  // namespace tradereport::tools
