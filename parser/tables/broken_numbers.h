// Numbers that broke within their cells: the parts stand over one another.
#pragma once

#include <vector>

#include "parser/tables/grid_rows.h"

namespace tradereport::parser {

// The decimals that nearly all figures have; 0 if there is no such number.
int usual_decimals(const std::vector<DataRow>& rows);

// Is the number set in full-width digits? These break anywhere.
bool is_full_width(const Document& document, const Atom& atom);

// Does one stand over the other?
bool stands_over(const Atom& a, const Atom& b);

// Puts together the figures of a row of which one stands over the other, where they can be the
// parts of one number:
//   "5,134." over "5", "1," over "068.3"   cut at a point or comma
//   "－" over "1526.5"                      a sign left alone
//   "574" over "4.2"                       cut between digits: the usual decimals are one
// False if some of them cannot.
bool join_stacked(const Document& document, DataRow& row, int usual);

// Can a figure of the upper row be a number that was cut between its digits, and the one that
// stands under it its rest? Nothing tells if the lower row has no name.
bool may_be_cut(const DataRow& upper, const DataRow& lower, int usual);

// Where all figures that stand alone have the same number of decimals, those that touch have it
// too, which leaves one way to cut them.
void cut_by_decimals(const Document& document, std::vector<DataRow>& rows);

}  // namespace tradereport::parser
