#include "validator/arithmetic/figure_grid.h"

#include <algorithm>
#include <cstdlib>

namespace tradereport::validator {

namespace {

constexpr std::size_t kProbes = 16;

std::int64_t power_of_ten_64(int exponent) {
  std::int64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

// The decimals that the grid can keep without overflow of sums over all its figures.
int kept_decimals(const std::vector<CellNumeral>& cells) {
  int most = 0;
  double largest = 1;
  for (const CellNumeral& cell : cells) {
    if (cell.content != CellContent::figure) continue;
    most = std::max(most, cell.value.decimals());
    largest = std::max(largest, std::abs(static_cast<double>(cell.value.unscaled())) /
                                    static_cast<double>(power_of_ten_64(cell.value.decimals())));
  }
  constexpr double kRoom = 4e18 / 2000;  // for the sum of the figures of a long line
  int kept = 0;
  while (kept < most && kept < 12 &&
         largest * static_cast<double>(power_of_ten_64(kept + 1)) < kRoom)
    ++kept;
  return kept;
}

// What spreadsheets export: all numbers with the same many decimals, mostly zeros. They are no sign
// of how a figure was rounded.
bool has_padded_decimals(const std::vector<CellNumeral>& cells) {
  constexpr int kMany = 4;
  std::size_t with_decimals = 0;
  std::size_t padded = 0;
  for (const CellNumeral& cell : cells) {
    if (cell.content != CellContent::figure || cell.value.decimals() == 0) continue;
    ++with_decimals;
    if (cell.value.decimals() >= kMany && cell.value.unscaled() % 100 == 0)
      ++padded;
    else if (cell.value.decimals() < kMany)
      return false;
  }
  return with_decimals >= 2 && 3 * padded >= with_decimals;
}

GridFigure to_grid_unit(const CellNumeral& cell, int kept) {
  GridFigure figure;
  figure.filled = cell.content != CellContent::blank;
  figure.dash = cell.content == CellContent::dash;
  if (cell.content != CellContent::figure) return figure;
  figure.printed = true;
  figure.percent = cell.percent;
  const int decimals = cell.value.decimals();
  if (decimals <= kept) {
    figure.half = power_of_ten_64(kept - decimals);
    figure.value = 2 * cell.value.unscaled() * figure.half;
  } else {  // more decimals than can be kept: a wider interval that holds the true one
    figure.half = 2;
    figure.value = 2 * (cell.value.unscaled() / power_of_ten_64(decimals - kept));
  }
  figure.grain = figure.loose = figure.half;
  const std::int64_t unit = power_of_ten_64(kept);
  while (figure.grain < unit && figure.value % (20 * figure.grain) == 0) figure.grain *= 10;
  return figure;
}

// Years, or numbers of lines: integers that are no figures.
class LabelTest {
 public:
  void add(const CellNumeral& cell) {
    if (cell.content != CellContent::figure) return;
    const std::int64_t unit = power_of_ten_64(cell.value.decimals());
    const std::int64_t value = cell.value.unscaled() / unit;
    const bool integer = value * unit == cell.value.unscaled() && !cell.separated;
    if (integer && value >= 1800 && value <= 2100) ++years_;
    if (integer && (count_ == 0 || value == last_ + 1)) ++counting_;
    last_ = value;
    ++count_;
  }
  bool labels() const {
    return (count_ >= 2 && years_ == count_) || (count_ >= 4 && 10 * counting_ >= 9 * count_);
  }

 private:
  std::int64_t last_ = 0;
  std::size_t count_ = 0, years_ = 0, counting_ = 0;
};

void remove_labels(FigureGrid& grid) {
  std::vector<bool> row_labels(grid.rows);
  std::vector<bool> col_labels(grid.cols);
  for (std::size_t row = 0; row < grid.rows; ++row) {
    LabelTest test;
    for (std::size_t col = 0; col < grid.cols; ++col) test.add(grid.cells[grid.index(row, col)]);
    row_labels[row] = test.labels();
  }
  for (std::size_t col = 0; col < grid.cols; ++col) {
    LabelTest test;
    for (std::size_t row = 0; row < grid.rows; ++row) {
      if (!row_labels[row]) test.add(grid.cells[grid.index(row, col)]);
    }
    col_labels[col] = test.labels();
  }
  for (std::size_t row = 0; row < grid.rows; ++row) {
    for (std::size_t col = 0; col < grid.cols; ++col) {
      CellNumeral& cell = grid.cells[grid.index(row, col)];
      if (cell.content == CellContent::figure && (row_labels[row] || col_labels[col]))
        cell.content = CellContent::text;
    }
  }
}

// In their place, the decimals that a column or a row needs.
void drop_padding(FigureGrid& grid) {
  std::vector<std::int64_t> row_grain(grid.rows, grid.one / 2);
  std::vector<std::int64_t> col_grain(grid.cols, grid.one / 2);
  for (std::size_t row = 0; row < grid.rows; ++row) {
    for (std::size_t col = 0; col < grid.cols; ++col) {
      const GridFigure& figure = grid.figures[grid.index(row, col)];
      if (!figure.printed) continue;
      row_grain[row] = std::min(row_grain[row], figure.grain);
      col_grain[col] = std::min(col_grain[col], figure.grain);
    }
  }
  for (std::size_t row = 0; row < grid.rows; ++row) {
    for (std::size_t col = 0; col < grid.cols; ++col)
      grid.figures[grid.index(row, col)].loose = std::max(row_grain[row], col_grain[col]);
  }
}

// Of tables whose integers are all multiples of a base, the grain is that base.
void round_to_base(FigureGrid& grid) {
  constexpr std::size_t kEnough = 20;
  for (const std::int64_t base : {1000, 100, 50, 10, 5, 3}) {
    std::size_t multiples = 0;
    std::size_t others = 0;
    for (const GridFigure& figure : grid.figures) {
      if (!figure.nonzero() || figure.percent || 2 * figure.half < grid.one) continue;
      ++(figure.value % (base * grid.one) == 0 ? multiples : others);
    }
    if (multiples < kEnough || 50 * others > multiples) continue;
    grid.base = base;
    // To 5 or 3 they are rounded at random, up or down; to powers of ten to the nearest.
    const std::int64_t half = base == 5 || base == 3 ? base * grid.one : base * grid.one / 2;
    for (GridFigure& figure : grid.figures) {
      if (!figure.printed || figure.percent || 2 * figure.half < grid.one) continue;
      figure.half = figure.loose = half;
      figure.grain = base * grid.one / 2;
    }
    return;
  }
}

}  // namespace

FigureGrid make_figure_grid(const PlainTable& table) {
  FigureGrid grid{table.rows, table.cols, 2, 1, {}, {}};
  grid.cells.resize(table.rows * table.cols);
  std::vector<std::string_view> texts;
  texts.reserve(table.cells.size());
  for (const PlainCell& cell : table.cells) texts.push_back(cell.text);
  const bool decimal_comma = has_decimal_comma(texts);
  for (const PlainCell& cell : table.cells) {
    if (cell.place.row >= table.rows || cell.place.col >= table.cols) continue;
    grid.cells[grid.index(cell.place.row, cell.place.col)] = read_cell(cell.text, decimal_comma);
  }
  remove_labels(grid);
  const int kept = kept_decimals(grid.cells);
  grid.one = 2 * power_of_ten_64(kept);
  grid.figures.reserve(grid.cells.size());
  for (const CellNumeral& cell : grid.cells) grid.figures.push_back(to_grid_unit(cell, kept));
  if (has_padded_decimals(grid.cells)) drop_padding(grid);
  round_to_base(grid);
  return grid;
}

LineView::LineView(const FigureGrid& grid, bool down)
    : down_(down),
      lines_(down ? grid.cols : grid.rows),
      positions_(down ? grid.rows : grid.cols),
      one_(grid.one),
      figures_(grid.figures.size()) {
  std::vector<bool> occupied(positions_);
  texts_.resize(positions_);
  std::vector<std::size_t> nonzero(lines_);
  for (std::size_t row = 0; row < grid.rows; ++row) {
    for (std::size_t col = 0; col < grid.cols; ++col) {
      const std::size_t line = down ? col : row;
      const std::size_t position = down ? row : col;
      const GridFigure& figure = grid.figures[grid.index(row, col)];
      figures_[line * positions_ + position] = figure;
      if (figure.printed || figure.dash) occupied[position] = true;
      if (figure.filled) ++texts_[position];
      if (figure.nonzero()) ++nonzero[line];
    }
  }
  for (std::size_t position = 0; position < positions_; ++position) {
    if (occupied[position]) occupied_.push_back(position);
  }
  std::vector<std::size_t> rich;
  for (std::size_t line = 0; line < lines_; ++line) {
    if (nonzero[line] >= 2) rich.push_back(line);
  }
  const std::size_t buckets = std::min(kProbes, rich.size());
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    const auto begin = rich.begin() + static_cast<std::ptrdiff_t>(bucket * rich.size() / buckets);
    const auto end =
        rich.begin() + static_cast<std::ptrdiff_t>((bucket + 1) * rich.size() / buckets);
    probes_.push_back(*std::max_element(
        begin, end, [&nonzero](std::size_t a, std::size_t b) { return nonzero[a] < nonzero[b]; }));
  }
}

CellPlace LineView::place(std::size_t line, std::size_t position) const {
  return down_ ? CellPlace{position, line} : CellPlace{line, position};
}

}  // namespace tradereport::validator
