#include "parser/plain_tables/table_grid.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "parser/plain_tables/cell_spans.h"
#include "parser/plain_tables/row_groups.h"

namespace tradereport::parser {

namespace {

// Level rulings closer than this, in points, are the two sides of one, or a double line.
constexpr double kSameRowRuling = 4;
// A ruling that reaches over this part of the width parts rows.
constexpr double kRuledWidth = 0.12;
// Where a ruling stands for each so many lines, rulings part the rows.
constexpr std::size_t kLinesARuling = 3;

// Rulings this close to a cut or a side belong to it, in points.
constexpr double kAtSide = 5;
// In a diagram more of the upright lines stand elsewhere, or more words are hit by level ones:
// these come this close to their middle, in heights.
constexpr double kMostStray = 0.4;
constexpr double kMostHit = 0.3;
constexpr double kHit = 0.12;
// So many empty strips between level rulings, and two for three filled ones, are a diagram's.
constexpr std::size_t kMostEmpty = 4;

// The y of rulings that part rows, with words above and below.
std::vector<double> ruled_rows(const TableArea& area) {
  double top = area.box.y1;
  double bottom = area.box.y0;
  for (const Placed& word : area.words) {
    top = std::min(top, word.box.middle_y());
    bottom = std::max(bottom, word.box.middle_y());
  }
  std::vector<Ruling> level = area.rulings.level;
  std::sort(level.begin(), level.end(),
            [](const Ruling& a, const Ruling& b) { return a.at < b.at; });
  std::vector<double> rows;
  double covered = 0;
  const auto settle = [&] {
    if (!rows.empty() && covered < kRuledWidth * area.box.width()) rows.pop_back();
    covered = 0;
  };
  double last = 0;
  for (const Ruling& ruling : level) {
    if (ruling.at <= top || ruling.at >= bottom) continue;
    if (rows.empty() || ruling.at - last > kSameRowRuling) {
      settle();
      rows.push_back(ruling.at);
    }
    last = ruling.at;
    covered += std::min(ruling.to, area.box.x1) - std::max(ruling.from, area.box.x0);
  }
  settle();
  return rows;
}

struct RuledBand {
  double y0 = 0, y1 = 0;
  std::vector<TextLine> lines;
};

std::vector<RuledBand> bands_between(const TableArea& area, const std::vector<double>& rows) {
  std::vector<RuledBand> bands;
  for (std::size_t i = 0; i <= rows.size(); ++i) {
    RuledBand band{
        i == 0 ? area.box.y0 : rows[i - 1], i == rows.size() ? area.box.y1 : rows[i], {}};
    std::vector<Placed> words;
    for (const Placed& word : area.words) {
      const double y = word.box.middle_y();
      if ((i == 0 || y >= band.y0) && (i == rows.size() || y < band.y1)) words.push_back(word);
    }
    if (words.empty()) continue;
    band.lines = text_lines(words, area.rulings.upright);
    bands.push_back(std::move(band));
  }
  return bands;
}

// The rows of the grid, and what is written in them. `bands`: those with text between the rulings.
GridText rows_of(const TableArea& area, const std::vector<double>& rulings,
                 const std::vector<RuledBand>& bands) {
  std::vector<TextLine> lines;
  for (const RuledBand& band : bands)
    lines.insert(lines.end(), band.lines.begin(), band.lines.end());
  const RowHabits habits = row_habits(lines, column_cuts(lines, area.box, area.rulings.upright));
  const bool ruled = rulings.size() * kLinesARuling >= lines.size() && rulings.size() >= 2;
  GridText grid;
  grid.cuts = habits.cuts;
  for (std::size_t b = 0; b < bands.size(); ++b) {
    const RuledBand& band = bands[b];
    const std::vector<RowGroup> groups =
        row_groups(band.lines, habits, ruled, b == 0 && (bands.size() > 1 || habits.pitch > 0));
    for (std::size_t g = 0; g < groups.size(); ++g) {
      GridRow row;
      row.y0 = g == 0 ? band.y0 : grid.rows.back().y1;
      row.y1 =
          g + 1 == groups.size()
              ? band.y1
              : (band.lines[groups[g].last - 1].box.y1 + band.lines[groups[g].last].box.y0) / 2;
      row.ruled_above = g == 0 && b > 0;
      for (std::size_t i = groups[g].first; i < groups[g].last; ++i)
        for (const TextPiece& piece : band.lines[i].pieces)
          row.pieces.push_back({piece, columns_of(piece.box, habits.cuts)});
      grid.rows.push_back(std::move(row));
    }
  }
  return grid;
}

// Diagrams are drawn with straight lines, too. Those of a table stand between its columns, mostly
// have text between them, and do not hit the middle of a line of text as the scale of a chart does.
// `filled`, `empty`: bands between the rulings with and without text.
bool is_diagram(const TableArea& area, const std::vector<ColumnCut>& cuts, std::size_t filled,
                std::size_t empty) {
  if (empty >= kMostEmpty && 3 * empty >= 2 * filled) return true;
  double strays = 0;
  double all = 0;
  for (const Ruling& ruling : area.rulings.upright) {
    if (ruling.at < area.box.x0 + kAtSide || ruling.at > area.box.x1 - kAtSide) continue;
    all += ruling.length();
    const bool parts = std::any_of(cuts.begin(), cuts.end(), [&](const ColumnCut& cut) {
      return std::abs(cut.at - ruling.at) < kAtSide;
    });
    if (!parts) strays += ruling.length();
  }
  if (strays > kMostStray * all && strays > area.box.height() / 2) return true;
  const auto hit = [&](const Placed& word) {
    return std::any_of(
        area.rulings.level.begin(), area.rulings.level.end(), [&](const Ruling& ruling) {
          return std::abs(ruling.at - word.box.middle_y()) < kHit * word.box.height();
        });
  };
  const auto hits = std::count_if(area.words.begin(), area.words.end(), hit);
  return static_cast<double>(hits) > kMostHit * static_cast<double>(area.words.size());
}

}  // namespace

std::optional<PlainTable> grid_of(const TableArea& area) {
  const std::vector<double> rulings = ruled_rows(area);
  const std::vector<RuledBand> bands = bands_between(area, rulings);
  const GridText grid = rows_of(area, rulings, bands);
  if (grid.rows.size() < 2 || grid.cuts.empty()) return std::nullopt;
  if (is_diagram(area, grid.cuts, bands.size(), rulings.size() + 1 - bands.size()))
    return std::nullopt;
  return cells_of(grid, area.rulings, area.box);
}

}  // namespace tradereport::parser
