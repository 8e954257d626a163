#include "validator/cut_off.h"

#include <map>
#include <tuple>

namespace tradereport {

namespace {

using Series = std::tuple<std::string, std::string, Span>;

Series series_of(const FigureKey& key) {
  return {key.flow, key.row, key.span};
}

Interval true_values(const Figure& figure) {
  return figure.value.true_values(figure.rounding);
}

// Fits as a figure that was cut off, but not as one that was rounded.
bool only_cut(const Figure& figure, const Interval& values) {
  if (figure.rounding != Rounding::nearest && figure.rounding != Rounding::either) return false;
  return !figure.value.true_values(Rounding::nearest).meets(values) &&
         figure.value.true_values(Rounding::cut).meets(values);
}

void growth_rates(const Report& report, std::vector<CutOff>& found) {
  std::map<Series, std::map<Measure, const Figure*>> series;
  for (const Figure& figure : report.figures)
    series[series_of(figure.key)].emplace(figure.key.measure, &figure);
  for (std::size_t i = 0; i < report.figures.size(); ++i) {
    const Figure& growth = report.figures[i];
    if (growth.key.measure != Measure::growth) continue;
    const auto& row = series[series_of(growth.key)];
    const auto value = row.find(Measure::value);
    const auto previous = row.find(Measure::previous);
    if (value == row.end() || previous == row.end()) continue;
    const auto ratio = divide(true_values(*value->second), true_values(*previous->second));
    if (!ratio) continue;
    const Interval percent{100 * (ratio->lo - 1), 100 * (ratio->hi - 1)};
    if (only_cut(growth, percent))
      found.push_back({false, i, percent, {value->second, previous->second}});
  }
}

void figures_of_text(const Report& report, std::vector<CutOff>& found) {
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    const Claim& claim = report.claims[i];
    for (const Figure& figure : report.figures) {
      if (series_of(figure.key) != series_of(claim.key) ||
          figure.key.measure != claim.key.measure || figure.unit != claim.unit ||
          figure.value.decimals() <= claim.value.decimals() ||
          !only_cut(claim, true_values(figure)))
        continue;
      found.push_back({true, i, true_values(figure), {&figure}});
      break;
    }
  }
}

}  // namespace

std::vector<CutOff> find_cut_off(const Report& report) {
  std::vector<CutOff> found;
  growth_rates(report, found);
  figures_of_text(report, found);
  return found;
}

std::optional<Report> with_cut_off(const Report& report) {
  const std::vector<CutOff> found = find_cut_off(report);
  if (found.empty()) return std::nullopt;
  Report wider = report;
  for (const CutOff& cut : found) {
    Figure& figure = cut.in_text ? wider.claims[cut.index] : wider.figures[cut.index];
    figure.rounding = Rounding::either;
  }
  return wider;
}

std::string rounded(const Interval& values, int decimals) {
  const Rational half = Rational(1, 2) / power_of_ten(decimals);
  const std::string low = round_down(values.lo + half, decimals);
  return low == round_down(values.hi + half, decimals) ? low : "";
}

}  // namespace tradereport
