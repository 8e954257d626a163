#include "validator/relations.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

#include "validator/relation_extras.h"

namespace tradereport {

namespace {

constexpr Span kSpans[] = {Span::month, Span::ytd};
constexpr World kWorlds[] = {World::this_year, World::last_year, World::nation};

// The parts that a series of the family file stands for in this report.
struct Parts {
  std::vector<Unknown> rows;
  bool all = true;  // all that the family knows are there
};

class Builder {
 public:
  Builder(const Report& report, const Family& family) : report_(report), family_(family) {
    for (const Figure& figure : report.figures) {
      if (figure.key.measure == Measure::value) printed_.push_back(&figure.key);
      if (figure.key.measure == Measure::previous) previous_.push_back(&figure.key);
    }
  }

  std::vector<Relation> build() {
    for (const RelationForm& form : family_.relations) {
      for (const Span span : kSpans) {
        if (form.each.empty()) {
          add_form(form, span, "");
          continue;
        }
        for (const Unknown& row : expand(form.each, span, "").rows) add_form(form, span, row.row);
      }
    }
    add_growth();
    add_month_and_ytd();
    add_ranked();
    return std::move(relations_);
  }

 private:
  void add_form(const RelationForm& form, Span span, const std::string& each) {
    const auto whole = expand(form.whole.series, span, each);
    // A row with a span of its own has one relation, not one for each span.
    if (whole.rows.size() != 1 || whole.rows.front().span != span) return;
    Relation relation;
    relation.id = form.id;
    relation.span = span;
    relation.equal = form.equal;
    relation.each = each;
    relation.whole = {form.whole.sign, whole.rows.front()};
    for (const Term& term : form.parts) {
      const Parts parts = expand(term.series, span, each);
      if (form.equal && !parts.all) relation.partial = true;
      for (const Unknown& row : parts.rows) relation.parts.push_back({term.sign, row});
    }
    if (relation.partial) relation.equal = false;
    const bool subtracts = std::any_of(relation.parts.begin(), relation.parts.end(),
                                       [](const RelationTerm& part) { return part.sign < 0; });
    // "At least" only follows where what is missing could not lower the sum.
    if (relation.parts.empty() || (relation.partial && subtracts)) return;
    for (const World world : kWorlds) {
      const auto rule = form.rules.find(std::string(to_string(world)));
      if (rule != form.rules.end()) add(relation, rule->second, world);
    }
  }

  void add_growth() {
    for (const Figure& figure : report_.figures) {
      const FigureKey& key = figure.key;
      const auto prints = [&](const std::vector<const FigureKey*>& keys) {
        return std::any_of(keys.begin(), keys.end(), [&](const FigureKey* other) {
          return other->flow == key.flow && other->row == key.row && other->span == key.span;
        });
      };
      if (key.measure != Measure::growth || !prints(printed_) || !prints(previous_)) continue;
      Relation relation;
      relation.id = kGrowth;
      relation.span = key.span;
      relation.place = key.place;
      relation.whole = {1, unknown({key.flow, key.row}, key.span)};
      relation.parts = {relation.whole};
      add(relation, "G01", World::last_year);
      relations_.back().parts.front().unknown.world = World::by_growth;
    }
  }

  void add(Relation relation, const std::string& rule, World world) {
    relation.rule = rule;
    relation.world = world;
    relation.whole.unknown.world = world;
    for (RelationTerm& part : relation.parts) part.unknown.world = world;
    relations_.push_back(std::move(relation));
  }

  void add_month_and_ytd() {
    const bool january = report_.period.month == 1;
    std::set<std::pair<std::string, std::string>> months;
    std::set<std::pair<std::string, std::string>> done;
    for (const FigureKey* key : printed_) {
      if (key->span == Span::month) months.emplace(key->flow, key->row);
    }
    for (const FigureKey* key : printed_) {
      const std::pair<std::string, std::string> series(key->flow, key->row);
      if (key->span != Span::ytd || !months.contains(series)) continue;
      if ((!january && !nonnegative(family_, key->flow)) || !done.insert(series).second) continue;
      Relation relation;
      relation.id = kMonthYtd;
      relation.equal = january;
      relation.place = key->place;
      relation.whole = {1, unknown(series, Span::ytd)};
      relation.parts = {{1, unknown(series, Span::month)}};
      for (const World world : kWorlds) add(relation, "T04", world);
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
    std::vector<const FigureKey*> entries = printed(table.id, span, group.name);
    std::stable_sort(entries.begin(), entries.end(),
                     [](const FigureKey* a, const FigureKey* b) { return a->rank < b->rank; });
    for (std::size_t i = 1; i < entries.size(); ++i) {
      // Entries without a rank have no order, and a name is not before itself.
      if (entries[i - 1]->rank == entries[i]->rank || entries[i - 1]->row == entries[i]->row)
        continue;
      Relation relation;
      relation.id = kRanked;
      relation.span = span;
      relation.equal = false;
      relation.place = table.id;
      relation.whole = {1, unknown({entries[i - 1]->flow, entries[i - 1]->row}, span)};
      relation.parts = {{1, unknown({entries[i]->flow, entries[i]->row}, span)}};
      add(relation, "R01", World::this_year);
    }
  }

  static Unknown unknown(const std::pair<std::string, std::string>& series, Span span) {
    return {series.first, series.second, span, World::this_year};
  }

  // Rows of a table that print a level of its flow; of one group, or of all for an empty name.
  std::vector<const FigureKey*> printed(const std::string& place, Span span,
                                        const std::string& group = "") const {
    std::vector<const FigureKey*> keys;
    const TableForm* const table = family_.table(place);
    const bool any = table == nullptr || table->flow.empty();
    for (const FigureKey* key : printed_) {
      if (key->place == place && key->span == span && (group.empty() || key->group == group) &&
          (any || key->flow == table->flow))
        keys.push_back(key);
    }
    return keys;
  }

  // The series as the family file writes it; "{row}" is the row `each`, ":FLOW" another flow of it.
  Parts expand(const std::string& series, Span span, const std::string& each) const {
    const std::size_t slash = series.find('/');
    const TableForm* const table =
        slash == std::string::npos ? nullptr : family_.table(series.substr(0, slash));
    if (table == nullptr) return {};
    std::string rest = series.substr(slash + 1);
    std::string flow;
    if (const std::size_t colon = rest.rfind(':'); colon != std::string::npos) {
      flow = rest.substr(colon + 1);
      rest.erase(colon);
    }
    if (rest == "{row}") rest = each;
    Parts parts = expand_rows(*table, rest, span);
    for (Unknown& row : parts.rows) {
      if (!flow.empty()) row.flow = flow;
    }
    return parts;
  }

  Parts expand_rows(const TableForm& form, const std::string& rest, Span span) const {
    const TableForm* const table = &form;
    if (rest == "*") return expand_all(*table, span);
    if (rest == "month" || rest == "months" || rest == "months_to_date")
      return expand_months(form, rest);
    constexpr std::string_view kMembers = "members(";
    if (rest.starts_with(kMembers) && rest.ends_with(")"))
      return expand_members(*table, span,
                            rest.substr(kMembers.size(), rest.size() - kMembers.size() - 1));
    if (rest.ends_with("/*")) return expand_group(form, rest.substr(0, rest.size() - 2), span);
    const auto row = std::find_if(form.rows.begin(), form.rows.end(),
                                  [&](const RowForm& r) { return r.name == rest; });
    if (row != form.rows.end() && row->span) span = *row->span;
    return {{unknown({flow_of(*table, rest), rest}, span)}, true};
  }

  // The entries of a ranked list are all there if they are as many as are ranked.
  Parts expand_group(const TableForm& table, const std::string& name, Span span) const {
    Parts parts = distinct(printed(table.id, span, name));
    for (const GroupForm& group : table.groups) {
      if (group.name == name && group.ranked > 0)
        parts.all = parts.rows.size() == static_cast<std::size_t>(group.ranked);
    }
    return parts;
  }

  Parts expand_months(const TableForm& table, const std::string& which) const {
    Parts parts;
    for (const RowForm& row : table.rows) {
      const bool wanted = which == "months"  ? row.month > 0
                          : which == "month" ? row.month == report_.period.month
                                             : row.month > 0 && row.month <= report_.period.month;
      if (wanted) parts.rows.push_back(unknown({row.flow, row.name}, Span::month));
    }
    return parts;
  }

  // Every row that the family knows; a row that it does not know may be a new part, or a subtotal,
  // or a known part under a wrong name. It counts as a part only where a known one is missing, and
  // either way nothing more than "at least" is certain.
  Parts expand_all(const TableForm& table, Span span) const {
    std::vector<std::string> names;
    for (const RowForm& row : table.rows) names.push_back(row.name);
    if (const NameSet* const set = family_.name_set(table.names)) {
      for (const NameEntry& entry : set->names) names.push_back(entry.name);
    }
    const Parts all = distinct(printed(table.id, span));
    if (names.empty()) return all;
    Parts parts;
    std::vector<Unknown> strangers;
    for (const Unknown& row : all.rows) {
      const bool known = std::find(names.begin(), names.end(), row.row) != names.end();
      (known ? parts.rows : strangers).push_back(row);
    }
    const std::size_t missing = names.size() - parts.rows.size();
    parts.all = missing == 0 && strangers.empty();
    if (strangers.size() <= missing)
      parts.rows.insert(parts.rows.end(), strangers.begin(), strangers.end());
    return parts;
  }

  Parts expand_members(const TableForm& table, Span span, const std::string& name) const {
    std::vector<const FigureKey*> keys;
    for (const Bloc& bloc : family_.blocs) {
      if (bloc.name != name) continue;
      for (const FigureKey* key : printed(table.id, span)) {
        if (std::find(bloc.members.begin(), bloc.members.end(), key->row) != bloc.members.end())
          keys.push_back(key);
      }
    }
    return distinct(keys);
  }

  static Parts distinct(const std::vector<const FigureKey*>& keys) {
    Parts parts;
    for (const FigureKey* key : keys) {
      const Unknown row = unknown({key->flow, key->row}, key->span);
      if (std::find(parts.rows.begin(), parts.rows.end(), row) == parts.rows.end())
        parts.rows.push_back(row);
    }
    return parts;
  }

  static std::string flow_of(const TableForm& table, const std::string& name) {
    for (const RowForm& row : table.rows) {
      if (row.name == name) return row.flow;
    }
    return table.flow;
  }

  const Report& report_;
  const Family& family_;
  std::vector<const FigureKey*> printed_;   // levels of this year
  std::vector<const FigureKey*> previous_;  // and of last year
  std::vector<Relation> relations_;
};

}  // namespace

std::string_view to_string(World world) {
  switch (world) {
    case World::this_year:
      return "this_year";
    case World::last_year:
      return "last_year";
    case World::nation:
      return "nation";
    case World::by_growth:
      return "last_year";
  }
  return "this_year";
}

std::string Relation::key() const {
  std::string key = id + "/" + std::string(to_string(span)) + "/" + std::string(to_string(world));
  if (!each.empty()) key += "/" + each;
  if (id == kOutsider) key += "/" + parts.front().unknown.row;
  if (id == kMonthYtd || id == kRanked || id == kGrowth || id == kUnion || id == kOutsider)
    key += "/" + whole.unknown.flow + "/" + whole.unknown.row;
  return key;
}

std::vector<Relation> build_relations(const Report& report, const Family& family) {
  std::vector<Relation> relations = Builder(report, family).build();
  std::vector<Relation> extra = extra_relations(report, family, relations);
  std::move(extra.begin(), extra.end(), std::back_inserter(relations));
  return relations;
}

std::string relation_name(const Relation& relation, const Family& family, Language language) {
  const std::string tag = language == Language::en ? "en" : "zh";
  for (const RelationForm& form : family.relations) {
    if (form.id != relation.id) continue;
    const auto name = form.name.find(tag);
    const std::string text = name != form.name.end() ? name->second : form.id;
    return relation.each.empty() ? text : relation.each + ": " + text;
  }
  std::map<std::string, std::string> args{{"row", relation.whole.unknown.row}};
  if (relation.id == kMonthYtd)
    return format_message(
        language, relation.equal ? "relation.month_is_ytd" : "relation.month_within_ytd", args);
  if (relation.id == kGrowth) return format_message(language, "relation.growth", args);
  if (relation.id == kUnion) return format_message(language, "relation.union", args);
  args["next"] = relation.parts.front().unknown.row;
  if (relation.id == kOutsider) return format_message(language, "relation.outsider", args);
  return format_message(language, "relation.ranked", args);
}

bool nonnegative(const Family& family, std::string_view flow) {
  const Flow* const found = family.flow(flow);
  return found == nullptr || found->negative.empty();
}

}  // namespace tradereport
