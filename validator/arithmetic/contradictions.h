// Lines that break the arithmetic of the others.
#pragma once

#include <vector>

#include "validator/arithmetic/arithmetic.h"
#include "validator/arithmetic/figure_grid.h"
#include "validator/arithmetic/line_pattern.h"

namespace tradereport::validator {

// A pattern and its fit in one line of its view.
struct PatternLine {
  const LineView* view = nullptr;
  const WeighedPattern* pattern = nullptr;
  std::size_t line = 0;
  LineFit fit;
};

// A line of a pattern as a relation between places.
Arithmetic arithmetic_of(const PatternLine& line);

// How the sums of a table are rounded. Only tables with many lines of sums show more than
// `nearest`.
Rounding rounding_of_sums(const std::vector<PatternLine>& lines, const FigureGrid& grid);

// Whether a line holds in a table that is rounded so.
bool holds_when(Rounding rounding, const PatternLine& line);

// One for each line that fails and for which no other reading is at hand; two lines that one figure
// breaks are one contradiction.
std::vector<BrokenArithmetic> contradictions(const std::vector<PatternLine>& lines,
                                             Rounding rounding, const FigureGrid& grid);

}  // namespace tradereport::validator
