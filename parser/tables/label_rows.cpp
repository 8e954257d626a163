#include "parser/tables/label_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

namespace tradereport::parser {

namespace {

// Costs, in character heights between a piece and its row.
constexpr double kKnown = -100;      // a run that is a known name
constexpr double kWithout = 6;       // a row without a name
constexpr double kLeftOut = 8;       // a piece in no row
constexpr double kOverPageEnd = 3;   // a piece on the other side of a page's end
constexpr double kFarthest = 6;      // pieces further away are of another row
constexpr std::size_t kLongest = 6;  // lines of one name

double distance(const LabelPiece& piece, const Standing& row, std::size_t index) {
  if (piece.row) return *piece.row == index ? 0 : std::numeric_limits<double>::infinity();
  if (piece.page != row.page) {
    return std::abs(piece.page - row.page) == 1 ? kOverPageEnd
                                                : std::numeric_limits<double>::infinity();
  }
  const double ems = std::abs(piece.y - row.y) / std::max(piece.size, 1.0);
  return ems <= kFarthest ? ems : std::numeric_limits<double>::infinity();
}

}  // namespace

std::vector<std::vector<std::size_t>> assign_labels(
    const std::vector<LabelPiece>& pieces, const std::vector<Standing>& rows,
    const std::function<bool(std::string_view)>& is_known) {
  const std::size_t all = pieces.size();
  // Whether pieces [begin, begin + length) make a known name. Those on lines of two rows make none.
  std::vector<std::array<bool, kLongest + 1>> known(all);
  for (std::size_t begin = 0; begin < all; ++begin) {
    std::string name;
    std::optional<std::size_t> row;
    for (std::size_t length = 1; length <= kLongest && begin + length <= all; ++length) {
      const LabelPiece& piece = pieces[begin + length - 1];
      if (row && piece.row && *row != *piece.row) break;
      if (piece.row) row = piece.row;
      name += piece.atom.text.utf8;
      known[begin][length] = is_known(name);
    }
  }
  // best[r][p]: least cost of giving pieces [0, p) to rows [0, r); taken[r][p]: how many the last
  // of these rows got, -1 if the last piece was left out.
  const double none = std::numeric_limits<double>::infinity();
  std::vector<std::vector<double>> best(rows.size() + 1, std::vector<double>(all + 1, none));
  std::vector<std::vector<int>> taken(rows.size() + 1, std::vector<int>(all + 1, -1));
  best[0][0] = 0;
  for (std::size_t r = 0; r <= rows.size(); ++r) {
    for (std::size_t p = 0; p <= all; ++p) {
      const auto offer = [&](double cost, int count) {
        if (cost >= best[r][p]) return;
        best[r][p] = cost;
        taken[r][p] = count;
      };
      if (p > 0) offer(best[r][p - 1] + kLeftOut, -1);
      if (r == 0) continue;
      offer(best[r - 1][p] + kWithout, 0);
      double cost = 0;
      for (std::size_t length = 1; length <= std::min(kLongest, p); ++length) {
        cost += distance(pieces[p - length], rows[r - 1], r - 1);
        const double name = known[p - length][length] ? kKnown : 0;
        offer(best[r - 1][p - length] + cost + name, static_cast<int>(length));
      }
    }
  }
  std::vector<std::vector<std::size_t>> assigned(rows.size());
  for (std::size_t r = rows.size(), p = all; r > 0 || p > 0;) {
    const int count = taken[r][p];
    if (count < 0) {
      --p;
      continue;
    }
    --r;
    p -= static_cast<std::size_t>(count);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) assigned[r].push_back(p + i);
  }
  return assigned;
}

}  // namespace tradereport::parser
