#include "validator/relations/relations.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "validator/relations/relation_extras.h"
#include "validator/relations/relation_parts.h"

namespace tradereport::validator {

namespace {

constexpr Span kSpans[] = {Span::month, Span::ytd};
constexpr Population kDeclared[] = {Population::this_year, Population::last_year,
                                    Population::nation, Population::previous_period};

class RelationBuilder {
 public:
  RelationBuilder(const FigureIndex& figures, const Family& family)
      : figures_(figures), report_(figures.report()), family_(family), parts_(figures, family) {}

  std::vector<Relation> build() {
    for (const RelationForm& form : family_.relations) {
      if (const auto population = compares_rows(form)) {
        add_base_rows(form, *population);
        continue;
      }
      for (const Span span : kSpans) {
        if (form.each.empty()) {
          add_form(form, span, "");
          continue;
        }
        for (const Unknown& row : parts_.of(form.each, span, "").rows)
          add_form(form, span, row.row);
      }
    }
    add_growth();
    add_month_and_ytd();
    add_ranked();
    return std::move(relations_);
  }

 private:
  void add_form(const RelationForm& form, Span span, std::string_view each) {
    const Parts whole = parts_.of(form.whole.series, span, each);
    // A row with a span of its own has one relation, not one for each span.
    if (whole.rows.size() != 1 || whole.rows.front().span != span) return;
    Relation relation;
    relation.id = form.id;
    relation.span = span;
    relation.equal = form.equal;
    relation.each = each;
    relation.whole = {form.whole.sign, whole.rows.front()};
    for (const Term& term : form.parts) {
      const Parts parts = parts_.of(term.series, span, each);
      if (form.equal && !parts.all) relation.partial = true;
      for (const Unknown& row : parts.rows) relation.parts.push_back({term.sign, row});
    }
    if (relation.partial) relation.equal = false;
    const bool subtracts = std::any_of(relation.parts.begin(), relation.parts.end(),
                                       [](const RelationTerm& part) { return part.sign < 0; });
    // "At least" only follows where what is missing could not lower the sum.
    if (relation.parts.empty() || (relation.partial && subtracts)) return;
    for (const Population population : kDeclared) {
      const auto rule = form.rules.find(std::string(to_string(population)));
      if (rule != form.rules.end() && is_said(relation.whole.unknown, population))
        add(relation, rule->second, population);
    }
  }

  // Which of its relations hold for a text, it says itself: a surplus is one where it is called so,
  // and was one a year ago where its growth is given.
  bool is_said(const Unknown& whole, Population population) const {
    if (!family_.is_prose()) return true;
    const int series = figures_.series({whole.flow, whole.row, whole.span});
    if (figures_.first(series, Measure::value) == nullptr) return false;
    const Measure by = population == Population::last_year ? Measure::growth : Measure::share;
    return population == Population::this_year || figures_.first(series, by) != nullptr;
  }

  void add_growth() {
    for (std::size_t i = 0; i < report_.figures.size(); ++i) {
      const FigureKey& key = report_.figures[i].key;
      const int series = figures_.of_figure(i);
      if (key.measure != Measure::growth || figures_.first(series, Measure::value) == nullptr ||
          figures_.first(series, Measure::previous) == nullptr)
        continue;
      Relation relation;
      relation.kind = RelationKind::growth;
      relation.span = key.span;
      relation.place = key.place;
      relation.whole = {1, level(key, key.span)};
      relation.parts = {relation.whole};
      add(relation, "G01", Population::last_year);
      relations_.back().parts.front().unknown.population = Population::by_growth;
    }
  }

  // "table1/{row}" = "table1/{year_ago}" or "table1/{period_before}": what a rate says of the level
  // that it compares with is what that row prints.
  static std::optional<Population> compares_rows(const RelationForm& form) {
    if (form.parts.size() != 1) return std::nullopt;
    if (form.parts.front().series.ends_with("/{year_ago}")) return Population::last_year;
    if (form.parts.front().series.ends_with("/{period_before}")) return Population::previous_period;
    return std::nullopt;
  }

  void add_base_rows(const RelationForm& form, Population population) {
    const auto rule = form.rules.find(std::string(to_string(population)));
    const std::string_view place(form.whole.series.data(), form.whole.series.find('/'));
    const TableForm* const table = family_.table(place);
    if (rule == form.rules.end() || table == nullptr) return;
    std::set<int> done;
    for (std::size_t i = 0; i < report_.figures.size(); ++i) {
      const FigureKey& key = report_.figures[i].key;
      const int series = figures_.of_figure(i);
      if (key.place != place || key.measure == Measure::value ||
          compared_with(key.measure) != population || key.measure == Measure::average_growth ||
          figures_.first(series, Measure::value) == nullptr)
        continue;
      const Figure* const base = base_row(*table, key, population);
      if (base == nullptr || !done.insert(series).second) continue;
      Relation relation;
      relation.kind = RelationKind::base_row;
      relation.id = form.id;
      relation.span = key.span;
      relation.place = key.place;
      relation.whole = {1, level(key, key.span)};
      relation.parts = {{1, level(base->key, base->key.span)}};
      add(relation, rule->second, population);
      relations_.back().parts.front().unknown.population = Population::this_year;
    }
  }

  // The level of the row that the rate compares this one's with; nullptr if it is not printed.
  const Figure* base_row(const TableForm& table, const FigureKey& key,
                         Population population) const {
    const auto in_row = [&](std::string_view row) {
      return figures_.first(figures_.series({key.flow, row, key.span}), Measure::value);
    };
    const bool period = population == Population::previous_period;
    if (!table.years.empty()) {
      const auto months = Months::parse(key.row);
      if (!months) return nullptr;
      const auto base = period ? months->before() : months->a_year_ago();
      return base ? in_row(base->to_string()) : nullptr;
    }
    // The months of one year, row by row.
    const auto own = std::find_if(table.rows.begin(), table.rows.end(), [&](const RowForm& row) {
      return row.name == key.row && row.month > 1;
    });
    if (!period || own == table.rows.end()) return nullptr;
    const auto before = std::find_if(table.rows.begin(), table.rows.end(), [&](const RowForm& row) {
      return row.month == own->month - 1 && row.flow == own->flow;
    });
    return before == table.rows.end() ? nullptr : in_row(before->name);
  }

  void add(Relation relation, std::string_view rule, Population population) {
    relation.rule = rule;
    relation.population = population;
    relation.whole.unknown.population = population;
    for (RelationTerm& part : relation.parts) part.unknown.population = population;
    relations_.push_back(std::move(relation));
  }

  void add_month_and_ytd() {
    const bool january = report_.period.month == 1;
    for (std::size_t i = 0; i < report_.figures.size(); ++i) {
      const Figure& figure = report_.figures[i];
      const FigureKey& key = figure.key;
      if (key.measure != Measure::value || key.span != Span::ytd) continue;
      const bool again = figures_.first(figures_.of_figure(i), Measure::value) != &figure;
      const int month = figures_.series({key.flow, key.row, Span::month});
      if (again || figures_.first(month, Measure::value) == nullptr) continue;
      if (!family_.knows_row(key)) continue;  // whatever it is a level of
      if (!january && !nonnegative(family_, key.flow)) continue;
      Relation relation;
      relation.kind = RelationKind::month_within_year_to_date;
      relation.equal = january;
      relation.place = key.place;
      relation.whole = {1, level(key, Span::ytd)};
      relation.parts = {{1, level(key, Span::month)}};
      for (const Population population :
           {Population::this_year, Population::last_year, Population::nation})
        add(relation, "T04", population);
    }
  }

  void add_ranked() {
    for (const TableForm& table : family_.tables) {
      for (const GroupForm& group : table.groups) {
        if (group.ranked == 0) continue;
        for (const Span span : kSpans) add_ranked(table, group, span);
      }
    }
  }

  void add_ranked(const TableForm& table, const GroupForm& group, Span span) {
    std::vector<const FigureKey*> entries = parts_.printed(table, span, group.name);
    // A total or the like has no place among those that it is of; entries without a rank, no order.
    std::erase_if(entries,
                  [&](const FigureKey* key) { return key->rank == 0 || !family_.knows_row(*key); });
    std::stable_sort(entries.begin(), entries.end(),
                     [](const FigureKey* a, const FigureKey* b) { return a->rank < b->rank; });
    for (std::size_t i = 1; i < entries.size(); ++i) {
      // Lists side by side have ranks of their own, and a name is not before itself.
      if (entries[i - 1]->rank == entries[i]->rank || entries[i - 1]->row == entries[i]->row)
        continue;
      Relation relation;
      relation.kind = RelationKind::ranked;
      relation.span = span;
      relation.equal = false;
      relation.place = table.id;
      relation.whole = {1, level(*entries[i - 1], span)};
      relation.parts = {{1, level(*entries[i], span)}};
      add(relation, "R01", Population::this_year);
    }
  }

  static Unknown level(const FigureKey& key, Span span) {
    return {key.flow, key.row, span, Population::this_year};
  }

  const FigureIndex& figures_;
  const Report& report_;
  const Family& family_;
  PrintedParts parts_;
  std::vector<Relation> relations_;
};

// In a relation's key.
std::string_view word_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::month_within_year_to_date:
      return "month-ytd";
    case RelationKind::ranked:
      return "ranked";
    case RelationKind::growth:
      return "growth";
    case RelationKind::base_row:
      return "base-row";
    case RelationKind::union_of_blocs:
      return "union";
    case RelationKind::outsider:
      return "outsider";
    case RelationKind::year_to_date_of_months:
      return "year-to-date";
    case RelationKind::revision:
      return "revision";
    case RelationKind::declared:
      break;
  }
  return "";
}

std::string declared_name(const Relation& relation, const Family& family, Language language) {
  for (const RelationForm& form : family.relations) {
    if (form.id != relation.id) continue;
    const auto name = form.name.find(language_tag(language));
    const std::string text = name != form.name.end() ? name->second : form.id;
    return relation.each.empty() ? text : std::string(relation.each) + ": " + text;
  }
  return std::string(relation.id);
}

}  // namespace

std::string_view to_string(Population population) {
  switch (population) {
    case Population::this_year:
      return "this_year";
    case Population::last_year:
      return "last_year";
    case Population::nation:
      return "nation";
    case Population::by_growth:
      return "last_year";
    case Population::previous_period:
      return "previous_period";
  }
  return "this_year";
}

Population compared_with(Measure measure) {
  if (measure == Measure::share) return Population::nation;
  const bool period = measure == Measure::period_growth || measure == Measure::period_index;
  return period ? Population::previous_period : Population::last_year;
}

std::string Relation::key() const {
  std::string key;
  const auto put = [&](std::string_view part) {
    if (!key.empty()) key += '/';
    key += part;
  };
  put(kind == RelationKind::declared ? id : word_of(kind));
  put(to_string(span));
  put(to_string(population));
  if (!each.empty()) put(each);
  if (kind == RelationKind::outsider) put(parts.front().unknown.row);
  if (kind != RelationKind::declared) {
    put(whole.unknown.flow);
    put(whole.unknown.row);
  }
  return key;
}

std::vector<Relation> build_relations(const FigureIndex& figures, const Family& family) {
  std::vector<Relation> relations = RelationBuilder(figures, family).build();
  std::vector<Relation> extra = extra_relations(figures.report(), family, relations);
  std::move(extra.begin(), extra.end(), std::back_inserter(relations));
  return relations;
}

std::string relation_name(const Relation& relation, const Family& family, Language language) {
  std::map<std::string, std::string> args{{"row", std::string(relation.whole.unknown.row)}};
  if (!relation.parts.empty()) args["next"] = relation.parts.front().unknown.row;
  switch (relation.kind) {
    case RelationKind::declared:
      return declared_name(relation, family, language);
    case RelationKind::month_within_year_to_date:
      return format_message(
          language, relation.equal ? "relation.month_is_ytd" : "relation.month_within_ytd", args);
    case RelationKind::growth:
      return format_message(language, "relation.growth", args);
    case RelationKind::base_row:
      args["base"] = args["next"];
      return format_message(language, "relation.base_row", args);
    case RelationKind::union_of_blocs:
      return format_message(language, "relation.union", args);
    case RelationKind::outsider:
      return format_message(language, "relation.outsider", args);
    case RelationKind::ranked:
    case RelationKind::year_to_date_of_months:
    case RelationKind::revision:
      break;
  }
  return format_message(language, "relation.ranked", args);
}

bool nonnegative(const Family& family, std::string_view flow) {
  const Flow* const found = family.flow(flow);
  return found == nullptr || found->negative.empty();
}

}  // namespace tradereport::validator
