#include "validator/arithmetic/arithmetic.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "validator/arithmetic/choice.h"
#include "validator/arithmetic/figure_grid.h"
#include "validator/arithmetic/line_pattern.h"

namespace tradereport::validator {

namespace {

Arithmetic arithmetic_of_line(const LinePattern& pattern, const LineView& view, std::size_t line) {
  Arithmetic found{pattern.kind, view.place(line, pattern.whole), {}};
  for (const std::size_t part : pattern.parts) found.parts.push_back(view.place(line, part));
  return found;
}

}  // namespace

FoundArithmetic find_arithmetic(const PlainTable& table) {
  FoundArithmetic found;
  const FigureGrid grid = make_figure_grid(table);
  for (const bool down : {false, true}) {
    const LineView view(grid, down);
    for (const WeighedPattern& chosen : choose_patterns(view)) {
      for (std::size_t line = chosen.weight.first; line <= chosen.weight.last; ++line) {
        const LineFit fit = fit_line(chosen.pattern, view.line(line), view.one());
        if (fit.fit == Fit::holds || fit.fit == Fit::idle)
          found.relations.push_back(arithmetic_of_line(chosen.pattern, view, line));
      }
    }
  }
  std::sort(found.relations.begin(), found.relations.end(),
            [](const Arithmetic& a, const Arithmetic& b) {
              return std::tie(a.kind, a.whole, a.parts) < std::tie(b.kind, b.whole, b.parts);
            });
  return found;
}

}  // namespace tradereport::validator
