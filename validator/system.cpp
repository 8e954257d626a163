#include "validator/system.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "validator/evidence.h"
#include "validator/rules/claims.h"
#include "validator/rules/top_lists.h"

namespace tradereport {

namespace {

// Views into the report. What tells most apart comes first.
using Series = std::tuple<Span, std::string_view, std::string_view>;
using Printed = std::tuple<std::int64_t, int, Measure, Span, std::string_view, std::string_view>;

Series series_of(const FigureKey& key) {
  return {key.span, key.row, key.flow};
}

Unknown unknown_of(const FigureKey& key, World world) {
  return {key.flow, key.row, key.span, world};
}

bool has(const std::vector<std::size_t>& indexes, std::size_t index) {
  return std::find(indexes.begin(), indexes.end(), index) != indexes.end();
}

std::vector<IntegerRow> integer_observation(const System& system, int statement,
                                            const Decimal& value) {
  const Statement& printed = system.statements[static_cast<std::size_t>(statement)];
  const Figure& figure = *printed.figure();
  return observation_rows(figure.key.measure, value, printed.level, printed.other, statement,
                          figure.rounding);
}

class Builder {
 public:
  Builder(const Report& report, const Family& family, const LeftOut& left_out)
      : report_(report), family_(family), left_out_(left_out) {}

  System build(const std::vector<Relation>& relations) {
    find_repeated();
    for (const Figure& figure : report_.figures) add_figure(figure);
    for (std::size_t i = 0; i < report_.claims.size(); ++i) {
      if (!has(left_out_.claims, i)) add_claim(report_.claims[i]);
    }
    for (std::size_t i = 0; i < report_.lists.size(); ++i) {
      if (!has(left_out_.lists, i)) add_list(report_.lists[i]);
    }
    system_.relations = relations;
    for (std::size_t i = 0; i < relations.size(); ++i) add_relation(static_cast<int>(i));
    add_signs();
    add_clashes();
    return std::move(system_);
  }

 private:
  void find_repeated() {
    std::map<std::pair<Series, Measure>, Decimal> seen;
    for (const Figure& figure : report_.figures) {
      const auto [found, fresh] =
          seen.emplace(std::pair(series_of(figure.key), figure.key.measure), figure.value);
      if (!fresh && found->second != figure.value) repeated_.insert(series_of(figure.key));
    }
  }

  int column(const Unknown& unknown) {
    const auto [found, fresh] =
        system_.columns.emplace(unknown, static_cast<int>(system_.unknowns.size()));
    if (fresh) system_.unknowns.push_back(unknown);
    return found->second;
  }

  bool rate_without_meaning(const FigureKey& key) const {
    return (key.measure == Measure::growth || key.measure == Measure::share) &&
           !nonnegative(family_, key.flow);
  }

  void add_figure(const Figure& figure) {
    if (repeated_.contains(series_of(figure.key)) || rate_without_meaning(figure.key)) return;
    units_of_measure_[{figure.key.measure, figure.key.flow}].insert(figure.unit);
    add_observation(figure);
  }

  void add_claim(const Claim& claim) {
    if (repeated_.contains(series_of(claim.key)) || rate_without_meaning(claim.key)) return;
    if (claim.signed_digits && claim.direction != 0 && claim.value.negative()) return;
    const auto units = units_of_measure_.find({claim.key.measure, claim.key.flow});
    if (units == units_of_measure_.end() || !units->second.contains(claim.unit)) return;
    add_observation(claim);
  }

  void add_observation(const Figure& figure) {
    const FigureKey& key = figure.key;
    const auto [found, fresh] =
        printed_.emplace(Printed(figure.value.unscaled(), figure.value.decimals(), key.measure,
                                 key.span, key.row, key.flow),
                         static_cast<int>(system_.statements.size()));
    if (!fresh) {
      system_.statements[static_cast<std::size_t>(found->second)].figures.push_back(&figure);
      return;
    }
    Statement statement;
    statement.figures = {&figure};
    if (key.measure != Measure::previous)
      statement.level = column(unknown_of(key, World::this_year));
    if (key.measure == Measure::share) statement.other = column(unknown_of(key, World::nation));
    if (key.measure == Measure::growth || key.measure == Measure::change ||
        key.measure == Measure::previous)
      statement.other = column(unknown_of(key, World::last_year));
    system_.statements.push_back(std::move(statement));
    for (IntegerRow& row : integer_observation(system_, found->second, figure.value))
      add_row(std::move(row));
  }

  void add_row(IntegerRow row) {
    if (row.statement >= 0)
      system_.statements[static_cast<std::size_t>(row.statement)].rows.push_back(
          static_cast<int>(system_.integers.size()));
    system_.integers.push_back(std::move(row));
  }

  void add_relation(int index) {
    const Relation& relation = system_.relations[static_cast<std::size_t>(index)];
    IntegerRow row;
    row.terms.reserve(1 + relation.parts.size());
    row.terms.emplace_back(column(relation.whole.unknown), relation.whole.sign);
    for (const RelationTerm& part : relation.parts)
      row.terms.emplace_back(column(part.unknown), -part.sign);
    tidy(row);
    row.lo = 0;
    if (relation.equal) row.hi = 0;
    row.relation = index;
    add_row(std::move(row));
  }

  void add_signs() {
    for (std::size_t i = 0; i < system_.unknowns.size(); ++i) {
      if (!nonnegative(family_, system_.unknowns[i].flow)) continue;
      IntegerRow row;
      row.terms = {{static_cast<int>(i), 1}};
      row.lo = 0;
      add_row(std::move(row));
    }
  }

  // Lists that the tables can be held against, and whose rows stand in order wherever they do.
  void add_list(const TopList& list) {
    const std::vector<const Figure*> rows = rows_for(report_, family_, list);
    std::vector<int> ranked;
    std::set<std::string> names;
    for (const std::string& name : list.names) {
      const auto row = std::find_if(rows.begin(), rows.end(),
                                    [&](const Figure* f) { return f->key.row == name; });
      if (row == rows.end() || !names.insert(name).second ||
          repeated_.contains(series_of((*row)->key)))
        return;
      ranked.push_back(column(unknown_of((*row)->key, World::this_year)));
    }
    if (ranked.empty()) return;
    const int statement = static_cast<int>(system_.statements.size());
    system_.statements.emplace_back().list = &list;
    for (std::size_t i = 1; i < ranked.size(); ++i) add_order(ranked[i - 1], ranked[i], statement);
    for (const Figure* row : rows) {
      if (!names.contains(row->key.row) && !repeated_.contains(series_of(row->key)))
        add_order(ranked.back(), column(unknown_of(row->key, World::this_year)), statement);
    }
  }

  void add_order(int greater, int smaller, int statement) {
    IntegerRow row;
    row.terms = {{greater, 1}, {smaller, -1}};
    std::sort(row.terms.begin(), row.terms.end());
    row.lo = 0;
    row.statement = statement;
    add_row(std::move(row));
  }

  void add_clashes() {
    for (const WrongClaim& wrong : wrong_claims(report_)) {
      if (wrong.fault == ClaimFault::sign_twice || wrong.figure == nullptr) continue;
      clash(
          {system_.statement_of(&report_.claims[wrong.index]), system_.statement_of(wrong.figure)});
    }
    for (const WrongList& wrong : wrong_lists(report_, family_)) {
      const TopList& list = report_.lists[wrong.index];
      const int statement = system_.statement_of(&list);
      if (statement < 0) continue;
      for (const int row : system_.statements[static_cast<std::size_t>(statement)].rows) {
        const auto& terms = system_.integers[static_cast<std::size_t>(row)].terms;
        const bool first = terms[0].second > 0;
        const int greater = level_statement(terms[first ? 0 : 1].first);
        const int smaller = level_statement(terms[first ? 1 : 0].first);
        if (greater >= 0 && smaller >= 0 && compare(level(greater), level(smaller)) < 0)
          clash({statement, greater, smaller});
      }
    }
  }

  // The table's figure for a level of this year.
  int level_statement(int at) const {
    const Unknown& unknown = system_.unknowns[static_cast<std::size_t>(at)];
    for (std::size_t i = 0; i < system_.statements.size(); ++i) {
      const Figure* const figure = system_.statements[i].figure();
      if (figure != nullptr && figure->key.measure == Measure::value &&
          figure->key.place != "text" && unknown_of(figure->key, World::this_year) == unknown)
        return static_cast<int>(i);
    }
    return -1;
  }

  const Decimal& level(int statement) const {
    return system_.statements[static_cast<std::size_t>(statement)].figure()->value;
  }

  void clash(std::vector<int> statements) {
    if (std::find(statements.begin(), statements.end(), -1) != statements.end()) return;
    std::sort(statements.begin(), statements.end());
    if (std::find(system_.clashes.begin(), system_.clashes.end(), statements) ==
        system_.clashes.end())
      system_.clashes.push_back(std::move(statements));
  }

  const Report& report_;
  const Family& family_;
  const LeftOut& left_out_;
  System system_;
  std::map<Printed, int> printed_;
  std::set<Series> repeated_;
  std::map<std::pair<Measure, std::string_view>, std::set<std::string_view>> units_of_measure_;
};

Row rational_row(const IntegerRow& integers) {
  Row row;
  row.terms.reserve(integers.terms.size());
  for (const auto& [at, coefficient] : integers.terms)
    row.terms.emplace_back(at, to_rational(coefficient, integers.divisor));
  if (integers.lo) row.lo = to_rational(*integers.lo, integers.divisor);
  if (integers.hi) row.hi = to_rational(*integers.hi, integers.divisor);
  row.statement = integers.statement;
  row.relation = integers.relation;
  return row;
}

}  // namespace

int System::column(const Unknown& unknown) const {
  const auto found = columns.find(unknown);
  return found == columns.end() ? -1 : found->second;
}

int System::statement_of(const Figure* figure) const {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const auto& figures = statements[i].figures;
    if (std::find(figures.begin(), figures.end(), figure) != figures.end())
      return static_cast<int>(i);
  }
  return -1;
}

int System::statement_of(const TopList* list) const {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (statements[i].list == list) return static_cast<int>(i);
  }
  return -1;
}

std::vector<Row> observation(const System& system, int statement, const Decimal& value) {
  std::vector<Row> rows;
  for (const IntegerRow& row : integer_observation(system, statement, value))
    rows.push_back(rational_row(row));
  return rows;
}

System build_system(const Report& report, const Family& family,
                    const std::vector<Relation>& relations, const LeftOut& left_out) {
  System system = build_integer_system(report, family, relations, left_out);
  fill_rows(system);
  return system;
}

System build_integer_system(const Report& report, const Family& family,
                            const std::vector<Relation>& relations, const LeftOut& left_out) {
  return Builder(report, family, left_out).build(relations);
}

void fill_rows(System& system) {
  system.rows.clear();
  system.rows.reserve(system.integers.size());
  for (const IntegerRow& row : system.integers) system.rows.push_back(rational_row(row));
}

}  // namespace tradereport
