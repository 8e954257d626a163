#include "validator/arithmetic/arithmetic.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "validator/arithmetic/choice.h"
#include "validator/arithmetic/contradictions.h"
#include "validator/arithmetic/figure_grid.h"
#include "validator/arithmetic/line_pattern.h"

namespace tradereport::validator {

namespace {

// Lines of a pattern: those in which it lives, and the next on either side, which may be the broken
// one.
void add_lines(const WeighedPattern& chosen, const LineView& view,
               std::vector<PatternLine>& lines) {
  const std::size_t first = chosen.weight.first > 0 ? chosen.weight.first - 1 : 0;
  const std::size_t last = std::min(chosen.weight.last + 1, view.lines() - 1);
  for (std::size_t line = first; line <= last; ++line)
    lines.push_back({&view, &chosen, line, fit_line(chosen.pattern, view.line(line), view.one())});
}

}  // namespace

FoundArithmetic find_arithmetic(const PlainTable& table) {
  FoundArithmetic found;
  const FigureGrid grid = make_figure_grid(table);
  const LineView rows(grid, false);
  const LineView cols(grid, true);
  const std::vector<WeighedPattern> across = choose_patterns(rows);
  const std::vector<WeighedPattern> down = choose_patterns(cols);
  std::vector<PatternLine> lines;
  for (const WeighedPattern& pattern : across) add_lines(pattern, rows, lines);
  for (const WeighedPattern& pattern : down) add_lines(pattern, cols, lines);
  found.base = grid.base;
  found.rounding = rounding_of_sums(lines, grid);
  for (const PatternLine& line : lines) {
    if (line.fit.fit != Fit::unused && holds_when(found.rounding, line))
      found.relations.push_back(arithmetic_of(line));
  }
  found.contradictions = contradictions(lines, found.rounding, grid);
  std::sort(found.relations.begin(), found.relations.end(),
            [](const Arithmetic& a, const Arithmetic& b) {
              return std::tie(a.kind, a.whole, a.parts) < std::tie(b.kind, b.whole, b.parts);
            });
  return found;
}

}  // namespace tradereport::validator
