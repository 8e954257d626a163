#include <algorithm>
#include <cmath>

#include "validator/arithmetic/contradictions.h"

namespace tradereport::validator {

namespace {

// How often the sum of so many rounded parts is the rounded whole.
double chance_of_agreement(std::size_t parts) {
  constexpr double kTwoPi = 6.2832;
  return std::min(0.75, 1 / std::sqrt(kTwoPi * static_cast<double>(parts + 1) / 12));
}

}  // namespace

Rounding rounding_of_sums(const std::vector<PatternLine>& lines, const FigureGrid& grid) {
  if (grid.base > 1) return Rounding::nearest;
  constexpr double kSure = 6.9;  // log of 1000
  double for_exact = 0;          // log odds
  std::size_t agree = 0;
  std::size_t above = 0;  // the whole exceeds the sum of its parts
  std::size_t below = 0;
  std::size_t too_far_above = 0;
  for (const PatternLine& line : lines) {
    if (line.pattern->pattern.kind != ArithmeticKind::sum ||
        (line.fit.fit != Fit::holds && line.fit.fit != Fit::fails))
      continue;
    if (line.fit.deviation == 0) {
      ++agree;
      for_exact -= std::log(chance_of_agreement(line.pattern->pattern.parts.size()));
    } else {
      ++(line.fit.deviation > 0 ? above : below);
      if (line.fit.deviation > 0 && line.fit.fit == Fit::fails) ++too_far_above;
    }
  }
  const std::size_t differ = above + below;
  if (20 * differ <= agree && for_exact >= kSure) return Rounding::exact;
  // Cut figures make wholes exceed; nearest ones are as often below.
  if (below == 0 && above >= 10 && too_far_above >= 2 && 4 * too_far_above <= agree + above)
    return Rounding::cut;
  return Rounding::nearest;
}

}  // namespace tradereport::validator
