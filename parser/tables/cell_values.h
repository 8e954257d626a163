// What the cells of a table say: plain figures, words for no change, and signs that mean what the
// whole table shows them to mean.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "parser/tables/table.h"

namespace tradereport::parser {

// A cell that is a figure below zero, if its table prints negative figures so.
struct NegativeCell {
  FigureKey key;
  Decimal value;
  NegativeForm form = NegativeForm::brackets;
};

// How tables print negative figures, by their ids, and the cells of tables of which that is not
// known.
struct NegativeCells {
  std::map<std::string, NegativeForm> forms;
  std::vector<NegativeCell> unread;
};

class CellValues {
 public:
  CellValues(const RawTable& raw, std::optional<NegativeForm> negative);

  // Of the cell in that column; nothing where it is not understood.
  //   "28.3" -> 28.3    "(19.8)" -> -19.8, if the table prints negative figures so
  //   "持平" in a column of rates with one decimal -> 0.0
  //   ".4" -> 0.4, if the table never prints a zero before a point
  std::optional<Decimal> value_of(std::size_t column, const Atom& cell) const;

 private:
  const RawTable& raw_;
  std::optional<NegativeForm> negative_;
  bool no_leading_zeros_ = false;
};

}  // namespace tradereport::parser
