// The arithmetic among the figures of a table that no family describes.
//
// A relation is found by a pattern that repeats: "column 4 is column 2 and column 3 added up" in so
// many rows that these figures would hardly agree by accident. Rows and columns are treated alike.
// What a figure can stand for follows from its printed decimals and from how the table is rounded
// (see rounding_kind.h); all verdicts are exact.
//
// A difference is represented by the sum that it comes from: of "balance = exports - imports" the
// exports are the whole, imports and balance its parts. One equation is thus found once.
#pragma once

#include <vector>

#include "schemas/decimal.h"
#include "schemas/interval.h"
#include "schemas/plain_table.h"

namespace tradereport::validator {

// A line that breaks a pattern which holds in the others. One of its figures is wrong; which one is
// said where the rest of the table tells.
struct BrokenArithmetic {
  Arithmetic relation;
  CellPlace place;              // the figure whose possible values are given: blamed or the whole
  bool blamed = false;          // the rest of the table shows that it is this one
  Decimal printed;              // at place
  Interval possible;            // values of that figure with which the line would hold
  std::size_t lines_alike = 0;  // in which the pattern holds
};

struct FoundArithmetic {
  std::vector<Arithmetic> relations;             // that hold, in order of kind, whole and parts
  std::vector<BrokenArithmetic> contradictions;  // in order of whole
  // How the figures were made, as the sums show: nearest, exact (counts: sums hold to the last
  // digit) or cut (sums of parts never exceed their whole).
  Rounding rounding = Rounding::nearest;
  std::int64_t base = 1;  // all are multiples of it, rounded up or down: 5, 100
};

// Needs no more than the texts and places of the cells. Deterministic.
FoundArithmetic find_arithmetic(const PlainTable& table);

}  // namespace tradereport::validator
