#include "schemas/family_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tradereport {

bool TableForm::shares_rows_with(const TableForm& other) const {
  const auto is_from = [](const TableForm& table, const std::string& set) {
    return !set.empty() &&
           (table.names == set ||
            std::any_of(table.groups.begin(), table.groups.end(),
                        [&](const GroupForm& group) { return group.names == set; }));
  };
  const auto has_row = [&](const RowForm& row) {
    return std::any_of(other.rows.begin(), other.rows.end(),
                       [&](const RowForm& same) { return same.name == row.name; });
  };
  return is_from(other, names) || std::any_of(rows.begin(), rows.end(), has_row) ||
         std::any_of(groups.begin(), groups.end(),
                     [&](const GroupForm& group) { return is_from(other, group.names); });
}

std::vector<const TableForm*> TableForm::all_editions() const {
  std::vector<const TableForm*> all{this};
  for (const TableForm& edition : editions) all.push_back(&edition);
  return all;
}

std::vector<Column> TableForm::all_columns() const {
  std::vector<Column> all = columns;
  for (const TableForm& edition : editions) {
    for (const Column& column : edition.columns) {
      if (!column.label && std::find(all.begin(), all.end(), column) == all.end())
        all.push_back(column);
    }
  }
  return all;
}

namespace {

struct Equals {
  std::string_view unit;
  int exponent = 0;
};

// "0.0001 亿美元" -> 亿美元, -4; nothing for what is no power of ten of a unit.
std::optional<Equals> parse_equals(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank + 1 == text.size()) return std::nullopt;
  const auto factor = Decimal::parse(text.substr(0, blank));
  if (!factor || factor->unscaled() <= 0) return std::nullopt;
  int exponent = -factor->decimals();
  std::int64_t rest = factor->unscaled();
  for (; rest % 10 == 0; rest /= 10) ++exponent;
  if (rest != 1) return std::nullopt;
  return Equals{text.substr(blank + 1), exponent};
}

}  // namespace

const TableForm* Family::table(std::string_view name) const {
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const TableForm& t) { return t.id == name; });
  return found == tables.end() ? nullptr : &*found;
}

const NameSet* Family::name_set(std::string_view name) const {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const NameSet& s) { return s.id == name; });
  return found == names.end() ? nullptr : &*found;
}

const Flow* Family::flow(std::string_view name) const {
  const auto found =
      std::find_if(flows.begin(), flows.end(), [&](const Flow& f) { return f.id == name; });
  return found == flows.end() ? nullptr : &*found;
}

std::string Family::row_of(const Flow& flow, Span span, Period period) const {
  if (span == Span::ytd && !flow.ytd_row.empty()) return flow.ytd_row;
  if (flow.row != "{month}") return flow.row;
  for (const TableForm& table : tables) {
    if (!table.years.empty()) return period.to_string();
    for (const RowForm& row : table.rows) {
      if (row.month == period.month) return row.name;
    }
  }
  return {};
}

bool Family::prints(NegativeForm form) const {
  const auto has = [form](const std::vector<NegativeForm>& forms) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  return has(negatives) || std::any_of(tables.begin(), tables.end(), [&](const TableForm& table) {
           return has(table.negatives);
         });
}

Rounding Family::rounding_of(std::string_view name) const {
  const Unit* const found = unit(name);
  return found != nullptr && found->exact ? Rounding::exact : rounding;
}

const Unit* Family::unit(std::string_view name) const {
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.id == name; });
  return found == units.end() ? nullptr : &*found;
}

std::optional<int> Family::exponent_between(std::string_view from, std::string_view to) const {
  if (from == to) return 0;
  const auto of = [&](std::string_view name) {
    const Unit* const found = unit(name);
    return (found == nullptr ? std::nullopt : parse_equals(found->equals))
        .value_or(Equals{name, 0});
  };
  const Equals a = of(from);
  const Equals b = of(to);
  if (a.unit != b.unit) return std::nullopt;
  return a.exponent - b.exponent;
}

bool Family::knows_row(const FigureKey& key) const {
  if (is_prose()) return key.place == "text";
  const TableForm* const form = table(key.place);
  if (form == nullptr) return false;
  const auto in = [&](const std::string& set) {
    const NameSet* const found = name_set(set);
    return found != nullptr && found->has(key.row);
  };
  return in(form->names) || (!form->years.empty() && Months::parse(key.row)) ||
         std::any_of(form->rows.begin(), form->rows.end(),
                     [&](const RowForm& row) { return row.name == key.row; }) ||
         std::any_of(form->groups.begin(), form->groups.end(),
                     [&](const GroupForm& group) { return in(group.names); });
}

namespace {

class Check {
 public:
  Check(const Family& family, const std::string& file, std::vector<FamilyError>& errors)
      : family_(family), file_(file), errors_(errors) {}

  void run() {
    std::set<std::string> ids;
    for (const TableForm& table : family_.tables) {
      if (!ids.insert(table.id).second) error("table", "'" + table.id + "' stands twice");
      for (const TableForm* const edition : table.all_editions()) check_table(*edition);
    }
    for (const HeadForm& head : family_.heads)
      if (!head.flow.empty()) check_flow("head '" + head.say + "'", head.flow);
    for (const Unit& unit : family_.units) check_unit(unit);
    for (const RelationForm& relation : family_.relations) check_relation(relation);
    for (const PhraseForm& phrase : family_.phrases) {
      if (!phrase.flow.empty()) check_flow("phrase '" + phrase.name + "'", phrase.flow);
      check_says("phrase '" + phrase.name + "'", phrase.says);
    }
    for (const SpokenForm& spoken : family_.spoken) {
      check_flow("spoken", spoken.flow);
      if (!family_.scopes.empty() && spoken.names.empty()) continue;
      check_names("spoken", spoken.names);
    }
    for (const ScopeForm& scope : family_.scopes) {
      if (!scope.names.empty()) check_names("scope '" + scope.id + "'", scope.names);
    }
    if (family_.is_prose()) check_prose();
    const TableForm* const last = family_.table(family_.period_source.last_row);
    if (!family_.period_source.last_row.empty() && (last == nullptr || last->years.empty()))
      error("report.last_row", "must be the id of a table with years");
  }

 private:
  void error(const std::string& key, const std::string& message) {
    errors_.push_back({file_, 0, key, message});
  }

  void check_flow(const std::string& key, const std::string& id) {
    if (family_.flow(id) == nullptr) error(key, fmt::format("there is no [[flow]] '{}'", id));
  }

  void check_names(const std::string& key, const std::string& id) {
    if (family_.name_set(id) == nullptr) error(key, fmt::format("there is no names.{}", id));
  }

  // Texts of scopes, by their ids.
  void check_says(const std::string& key, const std::map<std::string, std::string>& says) {
    for (const auto& [id, value] : says) {
      const auto scope =
          std::find_if(family_.scopes.begin(), family_.scopes.end(),
                       [&named = id](const ScopeForm& form) { return form.id == named; });
      if (scope == family_.scopes.end()) {
        error(key + ".says", fmt::format("there is no [[scope]] '{}'", id));
      } else if (value == PhraseForm::kNamed && scope->names.empty()) {
        error(key + ".says", fmt::format("[[scope]] '{}' has no names", id));
      }
    }
  }

  // What is told apart by no table must be told apart by what it is of.
  void check_prose() {
    if (family_.scopes.empty() || family_.spoken.empty() || !family_.whole_clauses)
      error("table",
            "there is no [[table]]; a family of sentences alone needs [[scope]], [[spoken]] and "
            "narrative.whole_clauses");
  }

  void check_unit(const Unit& unit) {
    check_says("unit '" + unit.id + "'", unit.says);
    if (unit.equals.empty()) return;
    const auto equals = parse_equals(unit.equals);
    if (!equals || family_.unit(equals->unit) == nullptr)
      error("unit '" + unit.id + "'",
            "equals must be a power of ten and another [[unit]], as in '0.001 " +
                family_.units.front().id + "'");
  }

  void check_table(const TableForm& table) {
    const std::string key = "table '" + table.id + "'";
    if (table.flow.empty() && table.rows.empty()) error(key, "has no flow");
    if (!table.flow.empty()) check_flow(key, table.flow);
    for (const RowForm& row : table.rows) check_flow(key + ".row", row.flow);
    if (table.rows.empty() && table.names.empty() && table.groups.empty() && table.years.empty())
      error(key, "must have one of: [[table.row]], names, [[table.group]], years");
    if (!table.years.empty() && (!table.names.empty() || !table.groups.empty()))
      error(key, "cannot have both years and names or [[table.group]]");
    for (const RowForm& row : table.rows) {
      if (!table.years.empty() && row.to == 0)
        error(key + ".row", fmt::format("'{}' has no months: from and to", row.name));
    }
    if (!table.names.empty() && !table.groups.empty())
      error(key, "cannot have both names and [[table.group]]");
    for (const Column& column : table.columns) {
      if (!column.flow.empty()) check_flow(key + ".columns", column.flow);
    }
    if (!table.names.empty()) check_names(key, table.names);
    for (const GroupForm& group : table.groups) check_names(key + ".group", group.names);
    if (table.columns.size() < 2 || !table.columns.front().label)
      error(key, "columns must begin with \"label\" and have at least one more");
    const bool unit = std::any_of(family_.units.begin(), family_.units.end(),
                                  [&](const Unit& u) { return u.id == table.unit; });
    if (!unit) error(key, fmt::format("there is no [[unit]] '{}'", table.unit));
  }

  // "table1/ROW", "table2/*", "table4/GROUP/*", "table4/members(BLOC)"
  void check_term(const std::string& key, const Term& term, bool each = false) {
    const std::size_t slash = term.series.find('/');
    if (slash == std::string::npos) {
      error(key, fmt::format("'{}' must be TABLE/ROW", term.series));
      return;
    }
    const TableForm* const table = family_.table(term.series.substr(0, slash));
    if (family_.is_prose()) {
      const std::string rows = term.series.substr(slash + 1);
      const std::size_t colon = rows.find(':');
      const bool of_row = each && rows.substr(0, colon) == "{row}" && colon != std::string::npos;
      if (of_row) check_flow(key, rows.substr(colon + 1));
      if (!term.series.starts_with("text/") || (!of_row && (each || rows != "*")))
        error(key,
              fmt::format("'{}' must be text/{{row}}:FLOW, with each = \"text/*\"", term.series));
      return;
    }
    if (table == nullptr) {
      error(key, fmt::format("'{}' names no table", term.series));
      return;
    }
    std::string rest = term.series.substr(slash + 1);
    if (const std::size_t colon = rest.rfind(':'); colon != std::string::npos) {
      check_flow(key, rest.substr(colon + 1));
      rest.erase(colon);
    }
    const bool months = std::any_of(table->rows.begin(), table->rows.end(),
                                    [](const RowForm& row) { return row.month > 0; });
    bool known = rest == "*" || (each && rest == "{row}") ||
                 (months && (rest == "month" || rest == "months" || rest == "months_to_date"));
    const bool periods = months || !table->years.empty();
    known = known || (each && periods && (rest == "{year_ago}" || rest == "{period_before}")) ||
            (each && !table->years.empty() && rest == "{months}");
    for (const RowForm& row : table->rows) known = known || rest == row.name;
    for (const GroupForm& group : table->groups) {
      known = known || rest == group.name + "/*";
      if (const NameSet* const set = family_.name_set(group.names)) known = known || set->has(rest);
    }
    if (const NameSet* const set = family_.name_set(table->names)) known = known || set->has(rest);
    for (const Bloc& bloc : family_.blocs) known = known || rest == "members(" + bloc.name + ")";
    if (!known) error(key, fmt::format("'{}' names no row, group or bloc", term.series));
  }

  void check_relation(const RelationForm& relation) {
    const std::string key = "relation '" + relation.id + "'";
    const bool each = !relation.each.empty();
    if (each) check_term(key + ".each", {1, relation.each});
    check_term(key, relation.whole, each);
    for (const Term& part : relation.parts) check_term(key, part, each);
    for (const auto& [view, rule] : relation.rules) {
      if (view != "this_year" && view != "last_year" && view != "nation" &&
          view != "previous_period")
        error(key + ".rules",
              fmt::format("'{}' is none of this_year, last_year, nation, previous_period", view));
    }
  }

  const Family& family_;
  const std::string& file_;
  std::vector<FamilyError>& errors_;
};

}  // namespace

void check_references(const Family& family, const std::string& file,
                      std::vector<FamilyError>& errors) {
  Check(family, file, errors).run();
}

}  // namespace tradereport
