#include "validator/archive/archive_system.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace tradereport::validator {

namespace {

// A level of one edition, or (edition -1) one that all share. Of one edition's the month counts
// where it is a revised one of all.
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
  Joiner(const Family& family, const Series& series, const Revisions& revisions)
      : family_(family), series_(series), revisions_(revisions), shared_(family) {}

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
      add_relation(std::move(relation), {edition_, {}, {}, {}});
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
    add_revised_levels();
    for (const Population population : {Population::this_year, Population::nation})
      add_years_to_date(population);
    return {std::move(system_), std::move(places_)};
  }

 private:
  Level level_of(const Unknown& unknown, Period period) {
    Level level{edition_,
                0,
                unknown.population,
                unknown.span,
                std::string(unknown.flow),
                std::string(unknown.row)};
    if (unknown.flow != series_.flow || unknown.row != series_.row) return level;
    const std::optional<int> month = shared_.month_of(unknown, period);
    if (!month) return level;
    const bool base = unknown.population == Population::last_year;
    if (base) level.population = Population::this_year;
    level.month = *month;
    const RevisionLink link{base ? RevisionKind::base : RevisionKind::reprint, unknown.span,
                            Population::this_year, month_number(period)};
    const auto range = revisions_.of(link, series_);
    if (range && (base || *month != month_number(period))) {
      revised_.emplace(level, std::pair(link, *range));
    } else {
      level.edition = -1;
    }
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

  // Levels that have been revised, against the earlier ones.
  void add_revised_levels() {
    for (const auto& [level, revised] : revised_) {
      const auto& [link, within] = revised;
      Level earlier = level;
      earlier.edition = -1;
      const auto found = columns_.find(earlier);
      if (found == columns_.end() || !within || !nonnegative(family_, level.flow)) continue;
      const int here = columns_.at(level);
      Relation relation;
      relation.kind = RelationKind::revision;
      relation.rule = link.kind == RevisionKind::base ? "A02" : "A03";
      relation.span = level.span;
      relation.equal = false;
      relation.whole.unknown = system_.unknowns[static_cast<std::size_t>(here)];
      relation.parts = {{1, system_.unknowns[static_cast<std::size_t>(found->second)]}};
      add_within(std::move(relation), {{here, 1}}, found->second,
                 {-1, period_of(level.month), period_of(link.month), within});
    }
  }

  // The sum of the terms is the earlier level times a factor.
  void add_within(Relation relation, const std::vector<IntegerTerm>& sum, int earlier,
                  const RelationPlace& place) {
    IntegerRow row;
    row.whole = sum.front().first;
    row.lo = 0;
    row.relation = static_cast<int>(system_.relations.size());
    for (const auto& [factor, sign] : {std::pair(place.within->lo, 1), {place.within->hi, -1}}) {
      const auto numerator = static_cast<Integer>(mpz_class(factor.get_num()).get_si());
      const auto denominator = static_cast<Integer>(mpz_class(factor.get_den()).get_si());
      std::vector<IntegerTerm> terms;
      for (const auto& [at, coefficient] : sum)
        terms.emplace_back(at, coefficient * denominator * sign);
      terms.emplace_back(earlier, -numerator * sign);
      add_row(terms, row);
    }
    add_relation(std::move(relation), place);
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
      if (before >= 0 && before / kMonthsOfYear != month / kMonthsOfYear) before = -1;
      const int first = before < 0 ? month / kMonthsOfYear * kMonthsOfYear : before + 1;
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
    std::optional<RevisionRange> revised;
    if (before >= 0)
      revised = revisions_.of({RevisionKind::to_date, Span::ytd, population, month}, series_);
    if (revised && (!all || !*revised || !nonnegative(family_, series_.flow))) return;
    std::vector<IntegerTerm> terms{{whole, 1}};
    for (const int part : parts) terms.emplace_back(part, -1);
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
    const RelationPlace place{-1, period_of(month), before < 0 ? Period{} : period_of(before), {}};
    if (revised) {  // the year to date before it is the first part
      RelationPlace revision = place;
      revision.within = *revised;
      relation.equal = false;
      const int earlier = parts.front();
      terms.erase(terms.begin() + 1);
      add_within(std::move(relation), terms, earlier, revision);
      return;
    }
    IntegerRow row;
    row.whole = whole;
    row.lo = 0;
    if (all) row.hi = 0;
    row.relation = static_cast<int>(system_.relations.size());
    add_relation(std::move(relation), place);
    add_row(terms, row);
  }

  const Family& family_;
  const Series& series_;
  const Revisions& revisions_;
  SharedLevels shared_;
  System system_;
  std::vector<RelationPlace> places_;
  std::map<Level, int> columns_;
  std::map<Level, std::pair<RevisionLink, RevisionRange>> revised_;
  std::set<int> signs_;
  int edition_ = 0;
};

}  // namespace

ArchiveSystem build_archive_system(const std::vector<EditionPart>& parts, const Family& family,
                                   const Series& series, const Revisions& revisions) {
  Joiner joiner(family, series, revisions);
  for (const EditionPart& part : parts) joiner.add(part);
  return joiner.finish();
}

}  // namespace tradereport::validator
