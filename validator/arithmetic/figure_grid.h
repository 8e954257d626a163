// The figures of a table on a grid, in one scale, and how they are seen along rows or columns.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "schemas/plain_table.h"
#include "validator/arithmetic/cell_numerals.h"

namespace tradereport::validator {

// A figure v in the unit of its grid: half of the last decimal that the grid keeps. What is printed
// stands for a value in [value - half, value + half].
struct GridFigure {
  std::int64_t value = 0;
  std::int64_t half = 0;
  std::int64_t loose = 0;  // the same of what was computed, where decimals are padded with zeros
  std::int64_t grain = 0;  // half of the last decimal that is not 0, at most of a unit
  bool printed = false;    // there is a figure
  bool dash = false;       // a dash in its place
  bool filled = false;     // a figure, a dash or text
  bool percent = false;

  bool nonzero() const { return printed && value != 0; }
};

struct FigureGrid {
  std::size_t rows = 0, cols = 0;
  std::int64_t one = 2;             // the number 1 in the unit of the grid
  std::int64_t base = 1;            // to multiples of which the integers are rounded
  std::vector<GridFigure> figures;  // by row
  std::vector<CellNumeral> cells;   // the same as read

  std::size_t index(std::size_t row, std::size_t col) const { return row * cols + col; }
};

// Cells that span several places stand in the first. Rows and columns of years, and columns that
// number the lines, hold no figures.
FigureGrid make_figure_grid(const PlainTable& table);

// A grid seen as lines of figures: its rows, or its columns. A relation is one of positions along a
// line, and repeats from line to line.
class LineView {
 public:
  LineView(const FigureGrid& grid, bool down);

  std::size_t lines() const { return lines_; }
  std::int64_t one() const { return one_; }
  bool down() const { return down_; }
  const GridFigure* line(std::size_t number) const { return figures_.data() + number * positions_; }
  CellPlace place(std::size_t line, std::size_t position) const;
  // Positions at which at least one line has a figure or a dash.
  const std::vector<std::size_t>& occupied() const { return occupied_; }
  bool is_occupied(std::size_t position) const {
    return std::binary_search(occupied_.begin(), occupied_.end(), position);
  }
  // Whether a position has a name: text, but in the head alone.
  bool named(std::size_t position) const {
    return texts_[position] > 0 && texts_[position] <= kMostNames;
  }
  // A few lines, spread over all, that are rich in figures.
  const std::vector<std::size_t>& probes() const { return probes_; }

 private:
  bool down_;
  std::size_t lines_, positions_;
  std::int64_t one_;
  std::vector<GridFigure> figures_;
  std::vector<std::size_t> occupied_;
  static constexpr std::size_t kMostNames = 3;
  std::vector<std::size_t> texts_;
  std::vector<std::size_t> probes_;
};

}  // namespace tradereport::validator
