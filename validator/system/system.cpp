#include "validator/system/system.h"

#include <algorithm>
#include <utility>

namespace tradereport::validator {

Row rational_row(const IntegerRows& rows, int index) {
  const IntegerRow& integers = rows[static_cast<std::size_t>(index)];
  Row row;
  row.terms.reserve(static_cast<std::size_t>(integers.size()));
  for (const auto& [at, coefficient] : rows.terms(integers))
    row.terms.emplace_back(at, to_rational(coefficient, integers.divisor));
  if (integers.lo) row.lo = to_rational(*integers.lo, integers.divisor);
  if (integers.hi) row.hi = to_rational(*integers.hi, integers.divisor);
  row.observation = integers.observation;
  row.relation = integers.relation;
  return row;
}

std::vector<Row> rational_rows(const IntegerRows& rows) {
  std::vector<Row> rationals;
  rationals.reserve(rows.size());
  for (int i = 0; i < static_cast<int>(rows.size()); ++i)
    rationals.push_back(rational_row(rows, i));
  return rationals;
}

int System::column(const Unknown& unknown) const {
  const auto found = columns.find(unknown);
  return found == columns.end() ? -1 : found->second;
}

int System::observation_of(const Figure* figure) const {
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const auto& figures = observations[i].figures;
    if (std::find(figures.begin(), figures.end(), figure) != figures.end())
      return static_cast<int>(i);
  }
  return -1;
}

int System::observation_of(const TopList* list) const {
  for (std::size_t i = 0; i < observations.size(); ++i) {
    if (observations[i].list == list) return static_cast<int>(i);
  }
  return -1;
}

System build_system(const FigureIndex& figures, const Family& family,
                    std::vector<Relation> relations) {
  return build_system(figures, family, std::move(relations), compare_text(figures, family));
}

IntegerRows observation_rows(const System& system, int observation, const Decimal& value) {
  const Observation& printed = system.observations[static_cast<std::size_t>(observation)];
  const Figure& figure = *printed.figure();
  IntegerRows rows;
  add_observation_rows(rows, figure.key.measure, value, printed.level, printed.other, observation,
                       figure.rounding, figure.slack);
  return rows;
}

}  // namespace tradereport::validator
