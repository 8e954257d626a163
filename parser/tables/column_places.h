// Where the columns of figures stand on a page.
#pragma once

#include <optional>
#include <vector>

#include "parser/layout/atoms.h"

namespace tradereport::parser {

// Of one column, in points: where its figures usually begin, end and have their middle.
struct ColumnPlace {
  double left = 0, right = 0, centre = 0;  // medians
  int decimals = -1;                       // that all its figures have; -1 if they differ
};

// From rows with a figure in each column.
std::vector<ColumnPlace> places_of(const std::vector<const std::vector<Atom>*>& rows);

// The columns that the figures of a row stand in, from left to right. Nothing if two readings are
// possible, or if a figure stands in no column.
std::optional<std::vector<std::size_t>> columns_of(const std::vector<ColumnPlace>& where,
                                                   const std::vector<Atom>& figures);

// Does each figure look like one of some column's: aligned with it (type of that size, in points),
// with its decimals?
bool look_alike(const std::vector<ColumnPlace>& where, double size,
                const std::vector<Atom>& figures);

int decimals_of(const Atom& figure);

}  // namespace tradereport::parser
