#include "validator/coverage/coverage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "schemas/messages.h"
#include "validator/coverage/held_figure.h"
#include "validator/figures/claims.h"
#include "validator/rules/finding_parts.h"

namespace tradereport::validator {

namespace {

bool prints(const PrintedItem& item, const Figure& figure) {
  return !item.word && item.key == figure.key && item.printed == figure.printed &&
         printed_at_one_place(item.source, figure.source);
}

class FigureCoverage {
 public:
  FigureCoverage(const Report& report, const Family& family, const std::vector<Finding>& findings)
      : report_(report),
        family_(family),
        figures_(report),
        system_(build_system(figures_, family, build_relations(figures_, family),
                             compare_text(figures_, family))),
        solver_(system_),
        asked_(system_.observations.size() * system_.unknowns.size() <= kMostAsked) {
    for (std::size_t i = 0; i < report.figures.size(); ++i)
      series_[figures_.of_figure(i)].push_back(&report.figures[i]);
    for (std::size_t i = 0; i < report.claims.size(); ++i)
      series_[figures_.of_claim(i)].push_back(&report.claims[i]);
    for (std::size_t i = 0; i < system_.observations.size(); ++i) {
      for (const Figure* const figure : system_.observations[i].figures)
        observations_[figure] = static_cast<int>(i);
    }
    find_wrong(findings);
    exclude_what_contradicts();
  }

  Coverage run() {
    for (std::size_t i = 0; i < report_.figures.size(); ++i)
      add(report_.figures[i], figures_.of_figure(i));
    for (std::size_t i = 0; i < report_.claims.size(); ++i)
      add(report_.claims[i], figures_.of_claim(i));
    return std::move(coverage_);
  }

 private:
  int observation_of(const Figure& figure) const {
    const auto found = observations_.find(&figure);
    return found == observations_.end() ? -1 : found->second;
  }

  bool is_wrong(const Figure& figure) const {
    return std::find(wrong_.begin(), wrong_.end(), &figure) != wrong_.end();
  }

  void exclude(int observation) {
    if (observation >= 0 &&
        std::find(excluded_.begin(), excluded_.end(), observation) == excluded_.end())
      excluded_.push_back(observation);
  }

  // Of a figure that is printed right elsewhere, the others stay.
  void find_wrong(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
      if (finding.severity != Severity::error) continue;
      for (const auto& [series, places] : series_) {
        for (const Figure* const figure : places) {
          if (std::any_of(finding.candidates.begin(), finding.candidates.end(),
                          [&](const Candidate& one) { return prints(one.item, *figure); }))
            wrong_.push_back(figure);
        }
      }
    }
    for (const Figure* const figure : wrong_) exclude(observation_of(*figure));
  }

  // What else stands in the way of a solution (a list, a word, what a publisher's way to compute
  // explains) holds nothing either.
  void exclude_what_contradicts() {
    if (!asked_) return;
    for (const std::vector<int>& conflict : system_.printed_conflicts) {
      const bool solved = std::any_of(conflict.begin(), conflict.end(), [&](int one) {
        return std::find(excluded_.begin(), excluded_.end(), one) != excluded_.end();
      });
      if (!solved) std::for_each(conflict.begin(), conflict.end(), [&](int one) { exclude(one); });
    }
    solver_.exclude(excluded_);
    while (const auto certificate = solver_.refute()) {
      const std::size_t before = excluded_.size();
      for (const int observation : observations_of(system_.integers, *certificate))
        exclude(observation);
      if (excluded_.size() == before) break;
      solver_.exclude(excluded_);
    }
  }

  void add(const Figure& figure, int series) {
    CheckedFigure checked;
    const std::optional<Bounds> elsewhere = printed_elsewhere(figure, series);
    bool bounded = elsewhere.has_value();
    if (elsewhere) {
      checked.unnoticed = *elsewhere;
      refer(checked, same_as(figure));
    }
    const int observation = observation_of(figure);
    const bool settled = elsewhere && elsewhere->lo == elsewhere->hi;
    if (asked_ && observation >= 0 && !settled) {
      const HeldFigure held = hold_figure(system_, solver_, observation, excluded_);
      bounded = bounded || (held.low && held.high);
      checked.unnoticed = intersect(checked.unnoticed, held.decimals);
      for (const int row : held.rows) add_row(checked, row, figure);
    }
    checked.state = is_wrong(figure) ? NumeralState::wrong : state_of(checked, figure, bounded);
    coverage_.figures.push_back(std::move(checked));
  }

  // Never narrower than what is printed.
  static NumeralState state_of(CheckedFigure& checked, const Figure& figure, bool bounded) {
    const Rational value = figure.value.value();
    Bounds& ends = checked.unnoticed;
    if (ends.lo && *ends.lo > value) ends.lo = value;
    if (ends.hi && *ends.hi < value) ends.hi = value;
    if (!bounded) return NumeralState::blind;
    return ends.lo == value && ends.hi == value ? NumeralState::checked : NumeralState::rounding;
  }

  // What the same figure's other places allow here; nothing if it has none.
  std::optional<Bounds> printed_elsewhere(const Figure& figure, int series) const {
    std::optional<Bounds> allowed;
    for (const Figure* const other : series_.at(series)) {
      if (other == &figure || other->key.measure != figure.key.measure ||
          other->unit != figure.unit || is_wrong(*other) || figures_.contradictory(series))
        continue;
      const Bounds there = allowed_by(figure, *other);
      allowed = allowed ? intersect(*allowed, there) : there;
    }
    return allowed;
  }

  static Bounds allowed_by(const Figure& figure, const Figure& other) {
    const bool text_and_table = (figure.key.place == "text") != (other.key.place == "text");
    if (text_and_table && figure.value.decimals() == other.value.decimals())
      return {other.value.value(), other.value.value()};
    const Rational value = figure.value.value();
    const Interval own = figure.true_values();
    const Interval there = other.true_values();
    const Rational least = there.lo - (own.hi - value);  // that some true value is printed as
    const Rational greatest = there.hi + (value - own.lo);
    const int decimals = figure.value.decimals();
    return {end_at(round_up(least, decimals)), end_at(round_down(greatest, decimals))};
  }

  // Open where the decimal has too many digits.
  static std::optional<Rational> end_at(const std::string& text) {
    const auto decimal = Decimal::parse(text);
    return decimal ? std::optional(decimal->value()) : std::nullopt;
  }

  static FindingRelation same_as(const Figure& figure) {
    Finding nowhere;
    FindingRelation same = same_figure(nowhere, figure, figure);
    same.items.clear();
    return same;
  }

  void add_row(CheckedFigure& checked, int row, const Figure& figure) {
    const IntegerRow& at = system_.integers[static_cast<std::size_t>(row)];
    if (at.relation >= 0) {
      const Relation& relation = system_.relations[static_cast<std::size_t>(at.relation)];
      FindingRelation shown;
      shown.id = relation.key();
      shown.sort = sort_of(relation);
      shown.name = {{"en", relation_name(relation, family_, Language::en)},
                    {"zh", relation_name(relation, family_, Language::zh)}};
      shown.span = relation.span;
      shown.world = world_of(relation.population);
      refer(checked, std::move(shown));
    } else if (at.observation >= 0) {
      const Observation& by = system_.observations[static_cast<std::size_t>(at.observation)];
      if (by.list != nullptr) {
        FindingRelation list = list_shown(*by.list);
        list.items.clear();
        refer(checked, std::move(list));
      } else if (by.figure()->key.row == figure.key.row &&
                 by.figure()->key.measure == figure.key.measure &&
                 by.figure()->key.span == figure.key.span &&
                 by.figure()->key.flow == figure.key.flow) {
        refer(checked, same_as(figure));
      }
    }
  }

  void refer(CheckedFigure& checked, FindingRelation relation) {
    const auto [known, fresh] =
        ids_.try_emplace(relation.id, static_cast<int>(coverage_.relations.size()));
    if (fresh) coverage_.relations.push_back(std::move(relation));
    std::vector<int>& all = checked.relations;
    if (std::find(all.begin(), all.end(), known->second) == all.end()) all.push_back(known->second);
  }

  const Report& report_;
  const Family& family_;
  const FigureIndex figures_;
  const System system_;
  Solver solver_;
  bool asked_;
  std::map<int, std::vector<const Figure*>> series_;  // tables and text
  std::map<const Figure*, int> observations_;
  std::vector<const Figure*> wrong_;
  std::vector<int> excluded_;
  std::map<std::string, int> ids_;
  Coverage coverage_;
};

}  // namespace

Coverage cover(const Report& report, const Family& family, const std::vector<Finding>& findings) {
  return FigureCoverage(report, family, findings).run();
}

}  // namespace tradereport::validator
