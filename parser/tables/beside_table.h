// What stands to the right of a table and is no part of it.
#pragma once

#include "parser/tables/grid_rows.h"

namespace tradereport::parser {

// Takes a picture of text to the right of the table, on the lines of its rows or between them, out
// of the rows, if the family knows its caption (`pictures`), and accounts for its numerals.
// head_edge: where the head ends on the right, in points; 0 if that is not known.
void take_out_picture(const TableRegion& region, const Grammar& grammar, double head_edge,
                      GridRows& rows, NumeralLedger& ledger);

}  // namespace tradereport::parser
