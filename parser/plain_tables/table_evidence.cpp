#include "parser/plain_tables/table_evidence.h"

#include <algorithm>
#include <vector>

#include "parser/plain_tables/text_pieces.h"

namespace tradereport::parser {

namespace {

// Cells of so many bytes are sentences.
constexpr std::size_t kSentenceBytes = 60;

struct Evidence {
  std::size_t full_rows = 0;  // with at least two cells
  std::size_t figures = 0;    // behind the first column
  std::size_t behind = 0;     // cells behind the first column
  std::size_t sentences = 0;
  std::size_t words = 0;    // cells that are no figures, years among them
  std::size_t leaders = 0;  // labels that dots lead away from
  double fill = 0;          // the part of the places that is filled
};

Evidence grid_evidence(const PlainTable& grid) {
  Evidence found;
  std::vector<std::size_t> row(grid.rows, 0);
  std::size_t places = 0;
  for (const PlainCell& cell : grid.cells) {
    places += cell.row_span * cell.col_span;
    ++row[cell.place.row];
    if (cell.text.size() > kSentenceBytes) ++found.sentences;
    if (cell.text.find("....") != std::string::npos) ++found.leaders;
    if (!is_figure(cell.text) || is_year(cell.text)) ++found.words;
    if (cell.place.col == 0) continue;
    ++found.behind;
    if (is_figure(cell.text)) ++found.figures;
  }
  found.full_rows = static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [](std::size_t cells) { return cells >= 2; }));
  found.fill = static_cast<double>(places) / static_cast<double>(grid.rows * grid.cols);
  return found;
}

// Marks of a list with what they mark.
bool is_list(const PlainTable& grid) {
  if (grid.cols != 2) return false;
  std::size_t marks = 0;
  std::size_t rows = 0;
  for (const PlainCell& cell : grid.cells) {
    if (cell.place.col != 0) continue;
    ++rows;
    marks += cell.text.size() <= 4 ? 1 : 0;
  }
  return 2 * marks > rows;
}

}  // namespace

bool is_table(const PlainTable& grid, Found found) {
  const Evidence evidence = grid_evidence(grid);
  if (grid.cells.size() < 4 || evidence.full_rows < 2) return false;
  // Figures that nothing names are the scale of a chart.
  if (evidence.words < 2) return false;
  if (found == Found::frame) return evidence.fill > 0.2;
  if (evidence.fill < 0.4) return false;
  const bool figures = 2 * evidence.figures >= evidence.behind;
  if (grid.cols == 2 && 2 * evidence.leaders > grid.rows) return false;
  if (found == Found::stack)
    return 4 * evidence.figures >= evidence.behind || 4 * evidence.sentences < grid.cells.size();
  if (is_list(grid)) return false;
  if (figures) return grid.rows >= 3 || grid.cols >= 4;
  return grid.rows >= 4 && grid.cols >= 3 && 8 * evidence.figures >= evidence.behind &&
         evidence.fill > 0.6 && 8 * evidence.sentences < grid.cells.size();
}

}  // namespace tradereport::parser
