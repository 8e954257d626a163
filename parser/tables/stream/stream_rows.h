// Which labels and figures of a plain text make one row.
#pragma once

#include <optional>
#include <vector>

#include "parser/layout/atoms.h"

namespace tradereport::parser {

// A label and the figures that follow it.
struct Segment {
  int group = -1;  // index of the family's group that it stands under
  std::optional<Atom> label;
  std::vector<Atom> figures;
  std::vector<Atom> pieces{};  // of the label: the lines below its first
  bool lost = false;           // what is left of a row: names alone, or figures alone
  std::optional<int> year{};   // RawRow::year
};

// The segments of one row, one a list; none for a row that is lost.
struct SegmentRow {
  int group = -1;
  std::vector<Segment> segments{};
  std::optional<int> year{};
};

// Lists stand side by side, `lists` of them with so many `measures` each, and follow one another in
// the text. Where most lines print whole rows, one that does not has lost a cell: it is lost whole,
// for nothing tells of which list the rest is, and the next line begins a row again. Where they do
// not, order is all there is: then a group with a cell too few is lost whole.
//
//   美国 8.4 143.8 新加坡 27.5 -14.8
//   美国 25.0 26.7                       lost: of this year or of this month?
//   新加坡 4.3 -40.7 日本 16.3 -3.2
std::vector<SegmentRow> segment_rows(std::vector<Segment> segments, std::size_t lists,
                                     std::size_t measures);

}  // namespace tradereport::parser
