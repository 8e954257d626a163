// The integer rows of a joint system: observations, relations, signs, lists.
#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <utility>

#include "validator/system/printed_conflicts.h"
#include "validator/system/system.h"

namespace tradereport::validator {

namespace {

bool leaves_out(const std::vector<std::size_t>& indexes, std::size_t index) {
  return std::find(indexes.begin(), indexes.end(), index) != indexes.end();
}

std::size_t position(int index) {
  return static_cast<std::size_t>(index);
}

class SystemBuilder {
 public:
  SystemBuilder(const FigureIndex& figures, const Family& family, std::vector<Relation> relations)
      : figures_(figures),
        report_(figures.report()),
        family_(family),
        series_(figures.size(), made_none()) {
    system_.relations = std::move(relations);
  }

  System build(const TextComparison& text, const Exclusions& exclusions) {
    for (std::size_t i = 0; i < report_.figures.size(); ++i)
      add_figure(report_.figures[i], figures_.of_figure(i));
    for (std::size_t i = 0; i < report_.claims.size(); ++i) {
      if (!leaves_out(exclusions.claims, i)) add_claim(report_.claims[i], figures_.of_claim(i));
    }
    for (std::size_t i = 0; i < report_.lists.size(); ++i) {
      if (!leaves_out(exclusions.lists, i)) add_list(report_.lists[i], text.rows[i]);
    }
    for (std::size_t i = 0; i < system_.relations.size(); ++i) add_relation(static_cast<int>(i));
    add_signs();
    system_.printed_conflicts = find_printed_conflicts(report_, system_, text);
    return std::move(system_);
  }

 private:
  // What has been made for one series.
  struct Made {
    std::array<int, kPopulationCount> columns;    // by population; -1: none yet
    std::array<int, kMeasureCount> observations;  // by measure: the latest
  };
  static Made made_none() {
    Made none{};
    none.columns.fill(-1);
    none.observations.fill(-1);
    return none;
  }

  struct PrintedUnit {
    Measure measure;
    std::string_view flow;
    std::string_view unit;

    friend bool operator==(const PrintedUnit&, const PrintedUnit&) = default;
  };

  int column(const Unknown& unknown) {
    const auto [found, fresh] =
        system_.columns.try_emplace(unknown, static_cast<int>(system_.unknowns.size()));
    if (fresh) system_.unknowns.push_back(unknown);
    return found->second;
  }

  int column(const FigureKey& key, int series, Population population) {
    int& known = series_[position(series)].columns[static_cast<std::size_t>(population)];
    if (known < 0) known = column({key.flow, key.row, key.span, population});
    return known;
  }

  // A row that the family does not know: nobody knows what it is of, not even that it cannot be
  // negative.
  bool is_stranger(const FigureKey& key) const {
    if (key.place != "text" || family_.is_prose()) return !family_.knows_row(key);
    return std::none_of(family_.names.begin(), family_.names.end(),
                        [&](const NameSet& set) { return set.has(key.row); }) &&
           std::none_of(family_.tables.begin(), family_.tables.end(), [&](const TableForm& table) {
             return std::any_of(table.rows.begin(), table.rows.end(),
                                [&](const RowForm& row) { return row.name == key.row; });
           });
  }

  bool says_nothing(const FigureKey& key, int series) const {
    const bool rate = is_rate(key.measure);
    // Twelve months before the report's are not among its levels.
    return key.measure == Measure::average_growth || is_stranger(key) ||
           figures_.contradictory(series) || (rate && !nonnegative(family_, key.flow));
  }

  bool prints(const PrintedUnit& unit) const {
    return std::find(units_.begin(), units_.end(), unit) != units_.end();
  }

  void add_figure(const Figure& figure, int series) {
    if (says_nothing(figure.key, series)) return;
    const PrintedUnit unit{figure.key.measure, figure.key.flow, figure.unit};
    if (!prints(unit)) units_.push_back(unit);
    add_observation(figure, series);
  }

  void add_claim(const Claim& claim, int series) {
    if (says_nothing(claim.key, series)) return;
    if (claim.signed_digits && claim.direction != 0 && claim.value.negative()) return;
    if (prints({claim.key.measure, claim.key.flow, claim.unit})) add_observation(claim, series);
  }

  void add_observation(const Figure& figure, int series) {
    const FigureKey& key = figure.key;
    int& latest = series_[position(series)].observations[static_cast<std::size_t>(key.measure)];
    for (int other = latest; other >= 0; other = earlier_[position(other)]) {
      Observation& same = system_.observations[position(other)];
      if (same.figure()->value != figure.value) continue;
      same.figures.push_back(&figure);
      return;
    }
    earlier_.resize(system_.observations.size() + 1, -1);
    earlier_.back() = latest;
    latest = static_cast<int>(system_.observations.size());
    Observation observation;
    observation.figures = {&figure};
    if (key.measure != Measure::previous)
      observation.level = column(key, series, Population::this_year);
    if (key.measure != Measure::value)
      observation.other = column(key, series, compared_with(key.measure));
    const std::size_t first = system_.integers.size();
    add_observation_rows(system_.integers, key.measure, figure.value, observation.level,
                         observation.other, latest, figure.rounding, figure.slack);
    finish_observation(std::move(observation), first);
  }

  // All rows from the first of them on are its own.
  void finish_observation(Observation observation, std::size_t first) {
    observation.rows.resize(system_.integers.size() - first);
    std::iota(observation.rows.begin(), observation.rows.end(), static_cast<int>(first));
    system_.observations.push_back(std::move(observation));
  }

  void add_relation(int index) {
    const Relation& relation = system_.relations[position(index)];
    terms_.clear();
    const int whole = column(relation.whole.unknown);
    terms_.emplace_back(whole, relation.whole.sign);
    for (const RelationTerm& part : relation.parts)
      terms_.emplace_back(column(part.unknown), -part.sign);
    IntegerRow& row = system_.integers.add(terms_);
    row.lo = 0;
    if (relation.equal) row.hi = 0;
    row.relation = index;
    row.whole = whole;
  }

  void add_signs() {
    for (std::size_t i = 0; i < system_.unknowns.size(); ++i) {
      if (!nonnegative(family_, system_.unknowns[i].flow)) continue;
      const IntegerTerm level(static_cast<int>(i), 1);
      system_.integers.add({&level, 1}).lo = 0;
    }
  }

  // Lists that the tables can be held against, and whose rows stand in order wherever they do.
  void add_list(const TopList& list, const std::vector<const Figure*>& rows) {
    std::vector<const Figure*> named;
    for (const std::string& name : list.names) {
      const auto row = std::find_if(rows.begin(), rows.end(),
                                    [&](const Figure* f) { return f->key.row == name; });
      if (row == rows.end() || contradictory(**row) ||
          std::find(named.begin(), named.end(), *row) != named.end())
        return;
      named.push_back(*row);
    }
    if (named.empty()) return;
    const std::size_t first = system_.integers.size();
    for (std::size_t i = 1; i < named.size(); ++i) add_order(*named[i - 1], *named[i]);
    for (const Figure* row : rows) {
      const bool is_named = std::any_of(named.begin(), named.end(), [&](const Figure* other) {
        return other->key.row == row->key.row;
      });
      if (!is_named && !contradictory(*row)) add_order(*named.back(), *row);
    }
    Observation observation;
    observation.list = &list;
    finish_observation(std::move(observation), first);
  }

  int series_of(const Figure& figure) const {
    return figures_.of_figure(static_cast<std::size_t>(&figure - report_.figures.data()));
  }

  bool contradictory(const Figure& figure) const {
    return figures_.contradictory(series_of(figure));
  }

  void add_order(const Figure& greater, const Figure& smaller) {
    const std::array<IntegerTerm, 2> terms{
        {{column(greater.key, series_of(greater), Population::this_year), 1},
         {column(smaller.key, series_of(smaller), Population::this_year), -1}}};
    IntegerRow& row = system_.integers.add(terms);
    row.lo = 0;
    row.observation = static_cast<int>(system_.observations.size());
  }

  const FigureIndex& figures_;
  const Report& report_;
  const Family& family_;
  System system_;
  std::vector<Made> series_;
  std::vector<int> earlier_;  // by observation: the one before it of its series and measure
  std::vector<PrintedUnit> units_;
  std::vector<IntegerTerm> terms_;
};

}  // namespace

System build_system(const FigureIndex& figures, const Family& family,
                    std::vector<Relation> relations, const TextComparison& text,
                    const Exclusions& exclusions) {
  return SystemBuilder(figures, family, std::move(relations)).build(text, exclusions);
}

}  // namespace tradereport::validator
