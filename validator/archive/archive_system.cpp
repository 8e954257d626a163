#include "validator/archive/archive_system.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace tradereport::validator {

namespace {

constexpr int kMonths = 12;

// A level of one edition, or (edition -1) one that all share; the month counts only for the latter.
struct Level {
  int edition = -1;
  int month = 0;
  Population population = Population::this_year;
  Span span = Span::month;
  std::string flow;
  std::string row;

  friend auto operator<=>(const Level&, const Level&) = default;
};

class Joiner {
 public:
  Joiner(const Family& family, const Series& series) : family_(family), series_(series) {}

  void add(const EditionPart& part) {
    const Report& report = *part.report;
    const FigureIndex figures(report);
    System system =
        build_system(figures, family_,
                     part.relations ? build_relations(figures, family_) : std::vector<Relation>(),
                     compare_text(figures, family_));
    std::vector<int> columns;
    for (const Unknown& unknown : system.unknowns)
      columns.push_back(column(level_of(unknown, report.period), unknown));
    const auto joined = [&](int column) {
      return column < 0 ? column : columns[static_cast<std::size_t>(column)];
    };
    const int relations = static_cast<int>(system_.relations.size());
    const int observations = static_cast<int>(system_.observations.size());
    for (Relation& relation : system.relations)
      add_relation(std::move(relation), {edition_, {}, {}});
    for (Observation& observation : system.observations) {
      observation.level = joined(observation.level);
      observation.other = joined(observation.other);
      observation.edition = edition_;
      observation.rows.clear();
      system_.observations.push_back(std::move(observation));
    }
    for (IntegerRow row : system.integers) {
      const auto terms = system.integers.terms(row);
      std::vector<IntegerTerm> here(terms.begin(), terms.end());
      for (auto& [at, coefficient] : here) at = joined(at);
      if (row.relation >= 0) row.relation += relations;
      if (row.observation >= 0) row.observation += observations;
      row.whole = joined(row.whole);
      add_row(here, row);
    }
    ++edition_;
  }

  ArchiveSystem finish() {
    for (const Population population : {Population::this_year, Population::nation})
      add_years_to_date(population);
    return {std::move(system_), std::move(places_)};
  }

 private:
  Level level_of(const Unknown& unknown, Period period) const {
    Level level{edition_,
                0,
                unknown.population,
                unknown.span,
                std::string(unknown.flow),
                std::string(unknown.row)};
    if (unknown.flow != series_.flow || unknown.row != series_.row) return level;
    level.edition = -1;
    level.month = month_number(period);
    for (const TableForm& table : family_.tables) {
      for (const RowForm& row : table.rows) {
        if (row.month > 0 && row.name == unknown.row && row.flow == unknown.flow)
          level.month += row.month - period.month;
      }
    }
    if (unknown.population == Population::last_year || unknown.population == Population::by_growth)
      level.month -= kMonths;
    if (unknown.population == Population::last_year) level.population = Population::this_year;
    return level;
  }

  int column(const Level& level, const Unknown& unknown) {
    const auto [found, fresh] = columns_.emplace(level, static_cast<int>(system_.unknowns.size()));
    if (fresh) system_.unknowns.push_back(unknown);
    return found->second;
  }

  void add_relation(Relation relation, const RelationPlace& place) {
    system_.relations.push_back(std::move(relation));
    places_.push_back(place);
  }

  void add_row(const std::vector<IntegerTerm>& terms, const IntegerRow& row) {
    const bool sign = row.relation < 0 && row.observation < 0;
    if (sign && !signs_.insert(terms.front().first).second) return;
    if (row.observation >= 0)
      system_.observations[static_cast<std::size_t>(row.observation)].rows.push_back(
          static_cast<int>(system_.integers.size()));
    system_.integers.add(terms, row);
  }

  // Every year to date that some edition speaks of, against the last one before it.
  void add_years_to_date(Population population) {
    std::map<int, int> months;
    std::map<int, int> to_date;
    for (const auto& [level, column] : columns_) {
      if (level.edition >= 0 || level.population != population) continue;
      (level.span == Span::month ? months : to_date).emplace(level.month, column);
    }
    int before = -1;
    for (const auto& [month, column] : to_date) {
      if (before >= 0 && before / kMonths != month / kMonths) before = -1;
      const int first = before < 0 ? month / kMonths * kMonths : before + 1;
      std::vector<int> parts;
      if (before >= 0) parts.push_back(to_date.at(before));
      bool all = true;
      for (int part = first; part <= month; ++part) {
        const auto found = months.find(part);
        if (found == months.end()) all = false;
        if (found != months.end()) parts.push_back(found->second);
      }
      if (!parts.empty() && (all || nonnegative(family_, series_.flow)))
        add_year_to_date(population, month, before, column, parts, all);
      before = month;
    }
  }

  void add_year_to_date(Population population, int month, int before, int whole,
                        const std::vector<int>& parts, bool all) {
    std::vector<IntegerTerm> terms{{whole, 1}};
    for (const int part : parts) terms.emplace_back(part, -1);
    IntegerRow row;
    row.whole = whole;
    row.lo = 0;
    if (all) row.hi = 0;
    row.relation = static_cast<int>(system_.relations.size());
    Relation relation;
    relation.kind = RelationKind::year_to_date_of_months;
    relation.rule = "A01";
    relation.span = Span::ytd;
    relation.population = population;
    relation.equal = all;
    relation.partial = !all;
    relation.whole.unknown = system_.unknowns[static_cast<std::size_t>(whole)];
    for (const int part : parts)
      relation.parts.push_back({1, system_.unknowns[static_cast<std::size_t>(part)]});
    add_relation(std::move(relation),
                 {-1, period_of(month), before < 0 ? Period{} : period_of(before)});
    add_row(terms, row);
  }

  const Family& family_;
  const Series& series_;
  System system_;
  std::vector<RelationPlace> places_;
  std::map<Level, int> columns_;
  std::set<int> signs_;
  int edition_ = 0;
};

}  // namespace

ArchiveSystem build_archive_system(const std::vector<EditionPart>& parts, const Family& family,
                                   const Series& series) {
  Joiner joiner(family, series);
  for (const EditionPart& part : parts) joiner.add(part);
  return joiner.finish();
}

int month_number(Period period) {
  return period.year * kMonths + period.month - 1;
}

Period period_of(int month_number) {
  return {month_number / kMonths, month_number % kMonths + 1};
}

}  // namespace tradereport::validator
