#include "validator/figures/january.h"

namespace tradereport::validator {

std::vector<JanuaryDifference> january_differences(const FigureIndex& figures) {
  std::vector<JanuaryDifference> differences;
  const Report& report = figures.report();
  if (report.period.month != 1) return differences;
  for (const Figure& month : report.figures) {
    const FigureKey& key = month.key;
    if (key.span != Span::month) continue;
    const int of_month = figures.series(key);
    const int of_year = figures.series({key.flow, key.row, Span::ytd});
    const Figure* const year = figures.first(of_year, key.measure);
    if (year == nullptr || figures.contradictory(of_month) || figures.contradictory(of_year) ||
        figures.first(of_month, key.measure) != &month || year->unit != month.unit ||
        year->value.decimals() != month.value.decimals() || year->value == month.value)
      continue;
    differences.push_back({&month, year});
  }
  return differences;
}

}  // namespace tradereport::validator
