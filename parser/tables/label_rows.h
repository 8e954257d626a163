// Which lines of a label column belong to which row.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "parser/layout/atoms.h"

namespace tradereport::parser {

// Something of a given height on the page: a line of a label, or the figures of a row.
struct Standing {
  int page = 0;
  double y = 0;     // centre, points
  double size = 1;  // em of its type, points
};

struct LabelPiece : Standing {
  Atom atom;
  std::optional<std::size_t> row = std::nullopt;  // whose figures stand on the same line
};

// Names of rows run over several lines, above, beside and below the figures of their row, and over
// the end of a page. Cuts the pieces, given in reading order, into one run for each row, in order:
// so that as many runs as possible are known names, then so that pieces are near their rows.
// What stands on one line with a row's figures is that row's.
// Returns for each row the indices of its pieces; what fits nowhere is in none.
//
//   rows at 20 and 60, pieces "进口额" 10, "净出" 40, "口额(亿美" 50, "元)" 60
//     -> {0}, {1, 2, 3}     though "净出" is as near to the first row as to the second
std::vector<std::vector<std::size_t>> assign_labels(
    const std::vector<LabelPiece>& pieces, const std::vector<Standing>& rows,
    const std::function<bool(std::string_view)>& is_known);

}  // namespace tradereport::parser
