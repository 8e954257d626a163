#include "parser/plain_tables/cell_spans.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tradereport::parser {

namespace {

// A ruling passes between two places if it comes this close to their border, in points.
constexpr double kAtBorder = 4;
// A head stands in the middle of its columns if it is off by no more than this part of a column.
constexpr double kOffMiddle = 0.2;
// Heads that span columns stand in the first rows.
constexpr std::size_t kHeadRows = 3;

struct Rectangle {
  std::size_t row = 0, col = 0, last_row = 0, last_col = 0;
  std::vector<Placed> words;
};

class SpanFinder {
 public:
  SpanFinder(const GridText& grid, const Rulings& rulings, const Box& box)
      : grid_(&grid), rulings_(&rulings), box_(box) {
    const std::size_t cols = grid.cuts.size() + 1;
    filled_.assign(grid.rows.size(), std::vector<int>(cols, -1));
    extents_.assign(cols, {box.x1, 0, box.x0, 0});
    place_texts();
  }

  std::vector<Rectangle> take() {
    join_over_rows();
    extend_over_rulings();
    extend_heads();
    std::erase_if(cells_, [](const Rectangle& cell) { return cell.words.empty(); });
    return std::move(cells_);
  }

 private:
  double left_of(std::size_t col) const { return col == 0 ? box_.x0 : grid_->cuts[col - 1].at; }
  double right_of(std::size_t col) const {
    return col == grid_->cuts.size() ? box_.x1 : grid_->cuts[col].at;
  }

  void place_texts() {
    for (std::size_t r = 0; r < grid_->rows.size(); ++r) {
      std::vector<GridPiece> pieces = grid_->rows[r].pieces;
      std::stable_sort(pieces.begin(), pieces.end(), [](const GridPiece& a, const GridPiece& b) {
        return a.columns.last - a.columns.first > b.columns.last - b.columns.first;
      });
      for (const GridPiece& piece : pieces) {
        if (!piece.columns.spans()) {
          Box& extent = extents_[piece.columns.first];
          extent.x0 = std::min(extent.x0, piece.piece.box.x0);
          extent.x1 = std::max(extent.x1, piece.piece.box.x1);
        }
        put(r, piece);
      }
    }
  }

  void put(std::size_t row, const GridPiece& piece) {
    int target = -1;
    for (std::size_t c = piece.columns.first; c <= piece.columns.last && target < 0; ++c)
      target = filled_[row][c];
    if (target < 0) {
      target = static_cast<int>(cells_.size());
      cells_.push_back({row, piece.columns.first, row, piece.columns.last, {}});
    }
    Rectangle& cell = cells_[static_cast<std::size_t>(target)];
    for (std::size_t c = piece.columns.first; c <= piece.columns.last; ++c)
      if (filled_[row][c] < 0) filled_[row][c] = target;
    cell.words.insert(cell.words.end(), piece.piece.words.begin(), piece.piece.words.end());
  }

  bool ruled_right(std::size_t row, std::size_t cut) const {
    const GridRow& r = grid_->rows[row];
    const double y = (r.y0 + r.y1) / 2;
    return std::any_of(rulings_->upright.begin(), rulings_->upright.end(), [&](const Ruling& v) {
      return std::abs(v.at - grid_->cuts[cut].at) < kAtBorder + 1 && v.from < y && v.to > y;
    });
  }

  bool ruled_below(std::size_t row, std::size_t col) const {
    const double x = (left_of(col) + right_of(col)) / 2;
    const double y = grid_->rows[row].y1;
    return std::any_of(rulings_->level.begin(), rulings_->level.end(), [&](const Ruling& h) {
      return std::abs(h.at - y) < kAtBorder && h.from < x && h.to > x;
    });
  }

  // May the cell take this place: is it empty, and parted from the cell by nothing?
  bool is_free(std::size_t row, std::size_t col) const { return filled_[row][col] < 0; }

  void claim(std::size_t index) {
    const Rectangle& cell = cells_[index];
    for (std::size_t r = cell.row; r <= cell.last_row; ++r)
      for (std::size_t c = cell.col; c <= cell.last_col; ++c)
        filled_[r][c] = static_cast<int>(index);
  }

  bool column_is_free(const Rectangle& cell, std::size_t cut, std::size_t col) const {
    if (!grid_->cuts[cut].ruled) return false;
    for (std::size_t r = cell.row; r <= cell.last_row; ++r)
      if (ruled_right(r, cut) || !is_free(r, col)) return false;
    return true;
  }

  // `border`: the row above it. All columns of the cell open, and a ruling elsewhere.
  bool row_is_free(const Rectangle& cell, std::size_t border, std::size_t row) const {
    if (!grid_->rows[border + 1].ruled_above) return false;
    for (std::size_t c = cell.col; c <= cell.last_col; ++c)
      if (ruled_below(border, c) || !is_free(row, c)) return false;
    return true;
  }

  // Is the place ruled off on a side?
  bool ruled_off(std::size_t row, std::size_t col) const {
    return (col > 0 && ruled_right(row, col - 1)) ||
           (col < grid_->cuts.size() && ruled_right(row, col));
  }

  // A text of several lines in a cell beside which rulings part rows.
  void join_over_rows() {
    for (std::size_t r = 0; r + 1 < grid_->rows.size(); ++r) {
      if (!grid_->rows[r + 1].ruled_above) continue;
      for (std::size_t c = 0; c <= grid_->cuts.size(); ++c) {
        const int above = filled_[r][c];
        const int below = filled_[r + 1][c];
        if (above < 0 || below < 0 || above == below || ruled_below(r, c)) continue;
        if (!ruled_off(r, c) || !ruled_off(r + 1, c)) continue;
        Rectangle& upper = cells_[static_cast<std::size_t>(above)];
        Rectangle& lower = cells_[static_cast<std::size_t>(below)];
        if (upper.col != lower.col || upper.last_col != lower.last_col) continue;
        upper.last_row = lower.last_row;
        upper.words.insert(upper.words.end(), lower.words.begin(), lower.words.end());
        lower.words.clear();
        claim(static_cast<std::size_t>(above));
      }
    }
  }

  void extend_over_rulings() {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      Rectangle& cell = cells_[i];
      if (cell.words.empty()) continue;
      while (cell.last_col < grid_->cuts.size() &&
             column_is_free(cell, cell.last_col, cell.last_col + 1))
        ++cell.last_col;
      while (cell.col > 0 && column_is_free(cell, cell.col - 1, cell.col - 1)) --cell.col;
      claim(i);
    }
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      Rectangle& cell = cells_[i];
      if (cell.words.empty()) continue;
      while (cell.last_row + 1 < grid_->rows.size() &&
             row_is_free(cell, cell.last_row, cell.last_row + 1))
        ++cell.last_row;
      while (cell.row > 0 && row_is_free(cell, cell.row - 1, cell.row - 1)) --cell.row;
      claim(i);
    }
  }

  // Texts in the middle over several columns that are not ruled apart there.
  void extend_heads() {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      Rectangle& cell = cells_[i];
      if (cell.words.empty()) continue;
      if (cell.row != cell.last_row || cell.row + 1 >= grid_->rows.size()) continue;
      if (cell.row >= kHeadRows) continue;
      Box text = cell.words.front().box;
      for (const Placed& word : cell.words) text = unite(text, word.box);
      const double middle = (text.x0 + text.x1) / 2;
      std::size_t first = cell.col;
      std::size_t last = cell.last_col;
      while (first > 0 && open_to(cell.row, first - 1, first - 1)) --first;
      while (last < grid_->cuts.size() && open_to(cell.row, last, last + 1)) ++last;
      double best = off_middle(cell.col, cell.last_col, middle);
      const bool spans = cell.last_col > cell.col;
      std::pair<std::size_t, std::size_t> found{cell.col, cell.last_col};
      for (std::size_t a = first; a <= cell.col; ++a) {
        for (std::size_t b = cell.last_col; b <= last; ++b) {
          const double off = off_middle(a, b, middle);
          if (off >= best * (spans ? 1 : 0.5) - 2) continue;
          best = off;
          found = {a, b};
        }
      }
      const double width = extents_[cell.col].x1 - extents_[cell.col].x0;
      if (best > kOffMiddle * std::max(width, 20.0)) continue;
      cell.col = found.first;
      cell.last_col = found.second;
      claim(i);
    }
  }

  // An empty place beside, above a text, with no ruling before it.
  bool open_to(std::size_t row, std::size_t cut, std::size_t col) const {
    return is_free(row, col) && !ruled_right(row, cut) && filled_[row + 1][col] >= 0 && col > 0;
  }

  double off_middle(std::size_t first, std::size_t last, double middle) const {
    return std::abs((extents_[first].x0 + extents_[last].x1) / 2 - middle);
  }

  const GridText* grid_;
  const Rulings* rulings_;
  Box box_;
  std::vector<std::vector<int>> filled_;  // by row and column: the cell there, or -1
  std::vector<Box> extents_;              // by column: how far texts reach
  std::vector<Rectangle> cells_;
};

}  // namespace

PlainTable cells_of(const GridText& grid, const Rulings& rulings, const Box& box) {
  PlainTable table;
  table.rows = grid.rows.size();
  table.cols = grid.cuts.size() + 1;
  for (const Rectangle& found : SpanFinder(grid, rulings, box).take()) {
    PlainCell cell;
    cell.place = {found.row, found.col};
    cell.row_span = found.last_row - found.row + 1;
    cell.col_span = found.last_col - found.col + 1;
    cell.text = cell_text_of(found.words);
    cell.box = found.words.front().box;
    for (const Placed& word : found.words) cell.box = unite(cell.box, word.box);
    table.box = table.cells.empty() ? cell.box : unite(table.box, cell.box);
    table.cells.push_back(std::move(cell));
  }
  std::sort(table.cells.begin(), table.cells.end(),
            [](const PlainCell& a, const PlainCell& b) { return a.place < b.place; });
  return table;
}

}  // namespace tradereport::parser
