// One editorial slip put into an issue: one mistake that makes many figures wrong.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"
#include "tools/dev/worlds/random.h"

namespace tradereport::worlds {

enum class MadeSlip {
  figures_in_column,     // two figures of a column change places …
  figures_in_row,        // … of a row
  figures_in_text,       // … of one measure in a sentence
  names_in_table,        // two names of a ranked list
  names_in_text,         // two names of a list of the text
  rows,                  // two rows of a table
  columns,               // two columns of a table
  tables,                // two tables
  spans,                 // the month's columns of a table and those of the year to date
  stale_table,           // a table is that of the month before …
  stale_column,          // … a column
  stale_text,            // … the text
  stale_tables,          // … all tables
  shifted_column,        // from one row on, figures stand a row too low
  unit,                  // a table's levels are in another unit
  year_to_date_printed,  // the month's columns of a table print the year to date
  flow_word,             // a sentence names another flow
  last_year              // a table is that of the same month a year ago
};
std::span<const MadeSlip> editorial_slips();
std::string_view name_of(MadeSlip slip);

// Makes the slip somewhere in the issue and returns the figures that are wrong now, as their keys
// are printed; nothing where the issue has no place for it, or it would change nothing. `around`
// are the issues beside it, as issues_around() has them.
std::optional<std::vector<FigureKey>> make_slip(Report& report, const Family& family, MadeSlip slip,
                                                const std::vector<Report>& around, Random& random);

}  // namespace tradereport::worlds
