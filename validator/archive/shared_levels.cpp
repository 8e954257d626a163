#include "validator/archive/shared_levels.h"

#include <algorithm>
#include <optional>
#include <string>

namespace tradereport::validator {

namespace {

// "table3/Other" or "table3/GROUP/*": a table, and a row or rows of it.
struct TermRows {
  const TableForm* table = nullptr;
  std::string_view rows;
};

TermRows term_rows(const Family& family, const Term& term) {
  const std::string_view series = term.series;
  const std::size_t slash = series.find('/');
  if (slash == series.npos) return {};
  return {family.table(series.substr(0, slash)), series.substr(slash + 1)};
}

std::optional<FlowRow> row_of(const Family& family, const Term& term) {
  const auto [table, rows] = term_rows(family, term);
  if (table == nullptr) return std::nullopt;
  for (const RowForm& row : table->rows) {
    if (row.name == rows) return FlowRow(row.flow.empty() ? table->flow : row.flow, row.name);
  }
  return std::nullopt;
}

bool is_ranked_list(const Family& family, const Term& term) {
  const TermRows of = term_rows(family, term);
  return of.table != nullptr &&
         std::any_of(of.table->groups.begin(), of.table->groups.end(), [&](const GroupForm& group) {
           return group.ranked > 0 && of.rows == group.name + "/*";
         });
}

}  // namespace

SharedLevels::SharedLevels(const Family& family) {
  for (const TableForm& table : family.tables) {
    if (!table.years.empty()) {
      of_periods_.insert(table.flow);
      for (const Column& column : table.columns)
        if (!column.flow.empty()) of_periods_.insert(column.flow);
    }
    for (const RowForm& row : table.rows) {
      if (row.month > 0)
        months_.emplace(FlowRow(row.flow.empty() ? table.flow : row.flow, row.name), row.month);
    }
  }
  for (const RelationForm& relation : family.relations) {
    if (!relation.equal) continue;
    const std::vector<Term>& parts = relation.parts;
    const bool whole_year =
        relation.rules.contains("last_year") && !relation.rules.contains("this_year") &&
        std::any_of(parts.begin(), parts.end(),
                    [](const Term& part) { return part.series.ends_with("/months"); });
    if (const auto row = row_of(family, relation.whole); row && whole_year)
      whole_years_.insert(*row);
    if (std::none_of(parts.begin(), parts.end(),
                     [&](const Term& part) { return is_ranked_list(family, part); }))
      continue;
    for (const Term& part : parts) {
      if (const auto row = row_of(family, part)) beside_lists_.insert(*row);
    }
  }
}

std::optional<int> SharedLevels::month_of(const Unknown& unknown, Period period) const {
  const FlowRow row(unknown.flow, unknown.row);
  if (beside_lists_.contains(row) || unknown.population == Population::previous_period)
    return std::nullopt;
  if (of_periods_.contains(unknown.flow)) {
    if (const auto months = Months::parse(unknown.row)) period = {months->year, months->to};
  }
  int month = month_number(period);
  if (const auto found = months_.find(row); found != months_.end())
    month += found->second - period.month;
  if (unknown.population != Population::last_year && unknown.population != Population::by_growth)
    return month;
  if (unknown.span == Span::ytd && whole_years_.contains(row))
    return (period.year - 1) * kMonthsOfYear + kMonthsOfYear - 1;
  return month - kMonthsOfYear;
}

int month_number(Period period) {
  return period.year * kMonthsOfYear + period.month - 1;
}

Period period_of(int month_number) {
  return {month_number / kMonthsOfYear, month_number % kMonthsOfYear + 1};
}

}  // namespace tradereport::validator
