// What stands to the right of a table and is no part of it.
#pragma once

#include <map>
#include <vector>

#include "parser/tables/grid_rows.h"

namespace tradereport::parser {

// Takes a picture of text to the right of the table, on the lines of its rows or between them, out
// of the rows, if the family knows its caption (`pictures`), and accounts for its numerals.
// head_edge: where the head ends on the right, in points; 0 if that is not known.
void take_out_picture(const TableRegion& region, const Grammar& grammar, double head_edge,
                      GridRows& rows, NumeralLedger& ledger);

// Takes out the figures to the right of where the table ends on their page: they belong to a chart,
// or to nobody. Short figures in a wide column may begin behind its head: they end where longer
// ones do that begin before.
void take_out_beside(const std::map<int, double>& edges, std::vector<DataRow>& rows);

// Where the head ends on each page that has one.
std::map<int, double> head_edges(const Document& document, const TableRegion& region,
                                 const std::vector<std::size_t>& head_lines,
                                 const std::vector<Fragment>& fragments);

}  // namespace tradereport::parser
