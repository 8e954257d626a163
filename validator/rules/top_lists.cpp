#include "validator/rules/top_lists.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "validator/integer_rows.h"

namespace tradereport {

namespace {

using Rows = std::vector<const Figure*>;  // levels of one table, or of one of its groups

// The set that the names of a table or group come from, or nullptr.
const NameSet* names_of(const Family& family, const std::string& place, const std::string& group) {
  const TableForm* const table = family.table(place);
  if (table == nullptr) return nullptr;
  if (group.empty()) return family.name_set(table->names);
  for (const GroupForm& form : table->groups) {
    if (form.name == group) return family.name_set(form.names);
  }
  return nullptr;
}

// How well the rows fit the list: names that stand in them, then names that could.
std::pair<std::size_t, std::size_t> fit(const TopList& list, const Rows& rows, const NameSet* set) {
  std::size_t present = 0;
  std::size_t known = 0;
  for (const std::string& name : list.names) {
    present += std::any_of(rows.begin(), rows.end(),
                           [&](const Figure* figure) { return figure->key.row == name; });
    known += set != nullptr && std::any_of(set->names.begin(), set->names.end(),
                                           [&](const NameEntry& e) { return e.name == name; });
  }
  return {present, known};
}

// A row of this table is missing or has a name that is not in the family.
bool names_in_doubt(const Report& report, const std::string& place) {
  return std::any_of(report.problems.begin(), report.problems.end(), [&](const Problem& problem) {
    const auto where = problem.details.find("place");
    return (problem.kind == Problem::Kind::missing || problem.kind == Problem::Kind::unknown_row) &&
           where != problem.details.end() && where->second == place;
  });
}

std::optional<WrongList> compare(const Report& report, const Family& family, std::size_t index) {
  const TopList& list = report.lists[index];
  const Rows rows = rows_for(report, family, list);
  if (rows.empty() || list.names.empty()) return std::nullopt;
  WrongList wrong;
  wrong.index = index;
  wrong.place = rows.front()->key.place;
  const std::size_t count =
      list.announced > 0 ? static_cast<std::size_t>(list.announced) : list.names.size();
  wrong.length = count != list.names.size();

  bool order = false;
  // The right list differs from the printed one as little as ties allow.
  Rows left = rows;
  for (std::size_t i = 0; i < count && !left.empty(); ++i) {
    auto next = left.begin();
    if (i < list.names.size()) {
      const auto same = std::find_if(left.begin(), left.end(), [&](const Figure* figure) {
        return figure->key.row == list.names[i] &&
               tradereport::compare(figure->value, left.front()->value) == 0;
      });
      if (same != left.end()) next = same;
      order = order || same == left.end();
    }
    wrong.expected.push_back((*next)->key.row);
    left.erase(next);
  }
  for (const std::string& name : list.names) {
    if (std::none_of(rows.begin(), rows.end(),
                     [&](const Figure* figure) { return figure->key.row == name; }))
      wrong.unknown.push_back(name);
  }
  if (!wrong.length && !order && wrong.unknown.empty()) return std::nullopt;
  if (!wrong.unknown.empty() && names_in_doubt(report, wrong.place)) return std::nullopt;
  return wrong;
}

}  // namespace

std::vector<const Figure*> rows_for(const Report& report, const Family& family,
                                    const TopList& list) {
  std::map<std::pair<std::string, std::string>, Rows> candidates;
  for (const Figure& figure : report.figures) {
    const FigureKey& key = figure.key;
    if (key.span == list.span && key.measure == Measure::value && key.flow == list.flow)
      candidates[{key.place, key.group}].push_back(&figure);
  }
  Rows best;
  std::pair<std::size_t, std::size_t> best_fit{0, 0};
  for (auto& [where, rows] : candidates) {
    const auto this_fit = fit(list, rows, names_of(family, where.first, where.second));
    if (this_fit <= best_fit) continue;
    best_fit = this_fit;
    best = rows;
  }
  std::stable_sort(best.begin(), best.end(), [](const Figure* a, const Figure* b) {
    return tradereport::compare(a->value, b->value) > 0;
  });
  return best;
}

std::vector<WrongList> wrong_lists(const Report& report, const Family& family) {
  std::vector<WrongList> wrong;
  for (std::size_t i = 0; i < report.lists.size(); ++i) {
    if (auto list = compare(report, family, i)) wrong.push_back(std::move(*list));
  }
  return wrong;
}

}  // namespace tradereport
