#include "validator/figures/truncation.h"

namespace tradereport::validator {

namespace {

// Fits as a figure that was truncated, but not as one that was rounded.
bool fits_only_truncated(const Figure& figure, const Interval& values) {
  if (figure.rounding != Rounding::nearest && figure.rounding != Rounding::either) return false;
  return !figure.value.true_values(Rounding::nearest).meets(values) &&
         figure.value.true_values(Rounding::cut).meets(values);
}

void growth_rates(const FigureIndex& figures, std::vector<Truncated>& found) {
  const Report& report = figures.report();
  for (std::size_t i = 0; i < report.figures.size(); ++i) {
    const Figure& growth = report.figures[i];
    if (growth.key.measure != Measure::growth) continue;
    const Figure* const value = figures.first(figures.of_figure(i), Measure::value);
    const Figure* const previous = figures.first(figures.of_figure(i), Measure::previous);
    if (value == nullptr || previous == nullptr) continue;
    const auto ratio = divide(value->true_values(), previous->true_values());
    if (!ratio) continue;
    const Interval percent{100 * (ratio->lo - 1), 100 * (ratio->hi - 1)};
    if (fits_only_truncated(growth, percent))
      found.push_back({false, i, percent, {value, previous}});
  }
}

void figures_of_text(const FigureIndex& figures, std::vector<Truncated>& found) {
  for (std::size_t i = 0; i < figures.report().claims.size(); ++i) {
    const Claim& claim = figures.report().claims[i];
    const Figure* figure = figures.first(figures.of_claim(i), claim.key.measure);
    while (figure != nullptr &&
           (figure->unit != claim.unit || figure->value.decimals() <= claim.value.decimals() ||
            !fits_only_truncated(claim, figure->true_values())))
      figure = figures.next(*figure);
    if (figure != nullptr) found.push_back({true, i, figure->true_values(), {figure}});
  }
}

}  // namespace

std::vector<Truncated> find_truncated(const FigureIndex& figures) {
  std::vector<Truncated> found;
  growth_rates(figures, found);
  figures_of_text(figures, found);
  return found;
}

Report with_either_rounding(const Report& report, const std::vector<Truncated>& found) {
  Report wider = report;
  for (const Truncated& cut : found) {
    Figure& figure = cut.in_text ? wider.claims[cut.index] : wider.figures[cut.index];
    figure.rounding = Rounding::either;
  }
  return wider;
}

Report all_cut_off(const Report& report) {
  Report other = report;
  const auto cut = [](Figure& figure) {
    if (figure.rounding != Rounding::exact) figure.rounding = Rounding::cut;
  };
  for (Figure& figure : other.figures) cut(figure);
  for (Claim& claim : other.claims) cut(claim);
  return other;
}

std::string rounded(const Interval& values, int decimals) {
  const Rational half = Rational(1, 2) / power_of_ten(decimals);
  const std::string low = round_down(values.lo + half, decimals);
  return low == round_down(values.hi + half, decimals) ? low : "";
}

}  // namespace tradereport::validator
