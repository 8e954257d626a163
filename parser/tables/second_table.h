// Where the rows of one table run into those of another, whose caption is lost.
#pragma once

#include "parser/tables/table.h"

namespace tradereport::parser {

// Takes out of `raw` the rows that are those of another table. It begins
// - under a head within the table that names another flow than the table and its first head;
// - with a row whose name stands further up, if the table has more rows than it can have, or if a
//   table with rows of the same names is lost (`twin_lost`). A name that stands twice in a table
//   for itself is a misprint.
// - behind a gap in the rows that the table always has, if a table with the same rows is lost: the
//   rows behind it may be either's.
void cut_at_second_table(const Document& document, const TableRegion& region,
                         const Grammar& grammar, bool twin_lost, RawTable& raw);

}  // namespace tradereport::parser
