#include "validator/figures/top_lists.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace tradereport::validator {

namespace {

using Rows = std::vector<const Figure*>;

// The levels of one table, or of one of its groups: all of one flow and span.
struct Levels {
  const FigureKey* key = nullptr;  // of the first
  Rows rows;
};

std::vector<Levels> levels_of(const Report& report) {
  std::vector<Levels> all;
  for (const Figure& figure : report.figures) {
    const FigureKey& key = figure.key;
    if (key.measure != Measure::value) continue;
    auto levels = std::find_if(all.rbegin(), all.rend(), [&](const Levels& other) {
      return key.span == other.key->span && key.place == other.key->place &&
             key.group == other.key->group && key.flow == other.key->flow;
    });
    if (levels == all.rend()) {
      all.push_back({&key, {}});
      levels = all.rbegin();
    }
    levels->rows.push_back(&figure);
  }
  std::stable_sort(all.begin(), all.end(), [](const Levels& a, const Levels& b) {
    return std::tie(a.key->place, a.key->group) < std::tie(b.key->place, b.key->group);
  });
  return all;
}

// The set that the names of a table or group come from, or nullptr.
const NameSet* name_set_of(const Family& family, const FigureKey& key) {
  const TableForm* const table = family.table(key.place);
  if (table == nullptr) return nullptr;
  if (key.group.empty()) return family.name_set(table->names);
  for (const GroupForm& form : table->groups) {
    if (form.name == key.group) return family.name_set(form.names);
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
    known += set != nullptr && set->has(name);
  }
  return {present, known};
}

// A row of which figures were not read.
bool is_unread(const Table& table, const TableRow& row) {
  bool any = false;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const Cell& cell = row.cells[c];
    if (!table.columns[c].label && !cell.figure && !cell.text.empty()) return true;
    any = any || cell.figure;
  }
  return !any;
}

// A row of this table is missing or unread, or has a name that is not in the family.
bool names_in_doubt(const Report& report, const std::string& place) {
  for (const Table& table : report.tables) {
    if (table.id == place &&
        std::any_of(table.rows.begin(), table.rows.end(),
                    [&](const TableRow& row) { return is_unread(table, row); }))
      return true;
  }
  return std::any_of(report.problems.begin(), report.problems.end(), [&](const Problem& problem) {
    const auto* const missing = std::get_if<Missing>(&problem.what);
    const auto* const unknown = std::get_if<UnknownRow>(&problem.what);
    const auto* const unread = std::get_if<UnreadCells>(&problem.what);
    return (missing != nullptr && missing->place == place) ||
           (unknown != nullptr && unknown->place == place) ||
           (unread != nullptr && unread->place == place);
  });
}

Rows rows_of(const TopList& list, const std::vector<Levels>& all, const Family& family) {
  const Rows* best = nullptr;
  std::pair<std::size_t, std::size_t> best_fit{0, 0};
  for (const Levels& levels : all) {
    if (levels.key->span != list.span || levels.key->flow != list.flow) continue;
    const auto this_fit = fit(list, levels.rows, name_set_of(family, *levels.key));
    if (this_fit <= best_fit) continue;
    best_fit = this_fit;
    best = &levels.rows;
  }
  if (best == nullptr) return {};
  Rows rows = *best;
  // Rows that the family does not know, and of which the list says nothing, are totals and the
  // like.
  if (const NameSet* const set = name_set_of(family, rows.front()->key)) {
    std::erase_if(rows, [&](const Figure* figure) {
      const std::string& name = figure->key.row;
      return !set->has(name) &&
             std::find(list.names.begin(), list.names.end(), name) == list.names.end();
    });
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Figure* a, const Figure* b) {
    return compare(a->value, b->value) > 0;
  });
  // A row that is printed twice is one.
  Rows once;
  for (const Figure* const figure : rows) {
    if (std::none_of(once.begin(), once.end(), [&](const Figure* other) {
          return other->key.row == figure->key.row && compare(other->value, figure->value) == 0;
        }))
      once.push_back(figure);
  }
  return once;
}

std::optional<WrongList> wrong_list(const Report& report, const Rows& rows, std::size_t index) {
  const TopList& list = report.lists[index];
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
        return figure->key.row == list.names[i] && compare(figure->value, left.front()->value) == 0;
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

std::vector<Rows> rows_of_lists(const Report& report, const Family& family) {
  const std::vector<Levels> levels = levels_of(report);
  std::vector<Rows> rows;
  rows.reserve(report.lists.size());
  for (const TopList& list : report.lists) rows.push_back(rows_of(list, levels, family));
  return rows;
}

std::vector<WrongList> wrong_lists(const Report& report, const std::vector<Rows>& rows) {
  std::vector<WrongList> wrong;
  for (std::size_t i = 0; i < report.lists.size(); ++i) {
    if (auto list = wrong_list(report, rows[i], i)) wrong.push_back(std::move(*list));
  }
  return wrong;
}

}  // namespace tradereport::validator
