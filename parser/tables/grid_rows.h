// The rows of a table whose words have boxes, before they are put into columns.
#pragma once

#include <string_view>
#include <vector>

#include "parser/tables/table.h"

namespace tradereport::parser {

// A line with figures.
struct DataRow {
  int page = 0;
  double y = 0;  // centre
  double size = 0;
  int group = -1;
  std::optional<int> year{};  // printed before its name, or over it: RawRow::year
  std::vector<Atom> figures;  // missing ones included, from left to right
  std::vector<Atom> texts;
  bool doubtful = false;  // figures stand over one another: none of them is taken
};

// A line of text alone that is neither head nor group: part of a label.
struct Fragment {
  int page = 0;
  double y = 0;
  double size = 0;
  Atom atom;
};

// What the lines under a caption consist of.
struct GridRows {
  HeadWords heads;
  std::vector<std::size_t> head_lines;
  std::vector<DataRow> rows;
  std::vector<Fragment> fragments;
};

// Sorts the lines of a region into heads, groups, rows and pieces of labels, and puts together what
// narrow cells break apart: cells of a row at different heights, numbers cut at the end of a line,
// signs left alone above their number. Numbers of rows are taken out.
GridRows assemble_rows(const Document& document, const TableRegion& region, const Grammar& grammar,
                       NumeralLedger& ledger);

// True if the table can have a row of that name.
bool is_known_row(const Grammar& grammar, const TableRegion& region, std::string_view label);

}  // namespace tradereport::parser
