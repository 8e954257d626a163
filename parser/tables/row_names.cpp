#include "parser/tables/row_names.h"

#include <algorithm>

namespace tradereport::parser {

RowNames::RowNames(const Document& document, const TableForm& form, const Grammar& grammar,
                   const RawTable& raw)
    : document_(document), form_(form), grammar_(grammar), raw_(raw) {
  for (const RawRow& row : raw.rows) {
    for (std::size_t c = 0; c < raw.columns.size(); ++c)
      if (raw.columns[c].label && row.cells[c]) labels_.insert(name_key(row.cells[c]->text.utf8));
  }
}

RowName RowNames::resolve(int group, const Atom& label) const {
  RowName name;
  name.group = group;
  name.flow = form_.flow;
  const auto readings = grammar_.names.readings(label.text.view());
  const auto find = [&](const auto& fits) -> const std::string* {
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [&](const auto* reading) { return fits(*reading); });
    return found == readings.end() ? nullptr : &(*found)->name;
  };
  const auto find_in = [&](const std::string& set) {
    return find([&](const NameIndex::Reading& reading) { return reading.set == set; });
  };
  const auto* const fixed = find([&](const auto& reading) { return is_fixed_row(form_, reading); });
  // "Total (January to May)" beside "Total": what the bracket says makes it another row.
  const bool another = fixed != nullptr && name_key(label.text.utf8) != name_key(*fixed) &&
                       labels_.contains(name_key(*fixed));
  if (fixed != nullptr && !another) {
    const auto found = std::find_if(form_.rows.begin(), form_.rows.end(),
                                    [&](const RowForm& r) { return r.name == *fixed; });
    return {*fixed, found->flow, -1, &*found, true};
  }
  if (const auto* const row = find_in(form_.names)) return {*row, form_.flow, -1, nullptr, true};
  // In the group that the row stands under, or else in any: group lines can be missing.
  for (std::size_t step = 0; step <= form_.groups.size(); ++step) {
    const std::size_t g = step == 0 ? static_cast<std::size_t>(std::max(group, 0)) : step - 1;
    if ((step == 0 && group < 0) || g >= form_.groups.size()) continue;
    if (const auto* const row = find_in(form_.groups[g].names))
      return {*row, form_.flow, static_cast<int>(g), nullptr, true};
  }
  name.row = printed(document_, label.text, 0, label.text.size());
  return name;
}

bool RowNames::are_known() const {
  int known = 0;
  int unknown = 0;
  for (const RawRow& row : raw_.rows) {
    for (std::size_t c = 0; c < raw_.columns.size(); ++c) {
      if (raw_.columns[c].label && row.cells[c])
        ++(resolve(row.group, *row.cells[c]).known ? known : unknown);
    }
  }
  return known >= unknown;
}

Ranks::Ranks(const std::vector<const RawRow*>& rows, const RawTable& raw, const TableForm& form,
             const RowNames& names) {
  for (std::size_t c = 0; c < raw.columns.size(); ++c) {
    if (!raw.columns[c].label) continue;
    std::map<int, std::vector<Place>> lists;      // by group
    std::set<std::pair<int, std::string>> known;  // group, name
    for (const RawRow* const row : rows) {
      const std::optional<Atom>& label = row->cells[c];
      if (!label) {
        lists[row->group].push_back({row});
        continue;
      }
      const RowName name = names.resolve(row->group, *label);
      const bool first = name.known && known.emplace(name.group, name.row).second;
      lists[name.group].push_back({row, true, first});
    }
    for (auto& [group, list] : lists) {
      if (group < 0) continue;
      names_[{group, c}] = static_cast<int>(
          std::count_if(list.begin(), list.end(), [](const Place& place) { return place.named; }));
      count(std::move(list), c, form.groups[static_cast<std::size_t>(group)].ranked);
    }
  }
}

void Ranks::count(std::vector<Place> list, std::size_t label, int ranked) {
  if (ranked == 0) return;
  const auto known =
      std::count_if(list.begin(), list.end(), [](const Place& place) { return place.known; });
  if (known >= ranked) std::erase_if(list, [](const Place& place) { return !place.known; });
  const int all = static_cast<int>(list.size());
  bool certain = all >= ranked;  // or nothing tells where the rows are that are missing
  int rank = 0;
  for (const Place& place : list) {
    ++rank;
    if (all > ranked && !place.known) certain = false;
    ranks_[{place.row, label}] = certain ? rank : 0;
  }
}

int Ranks::rank(const RawRow& row, std::size_t label) const {
  const auto found = ranks_.find({&row, label});
  return found == ranks_.end() ? 0 : found->second;
}

bool Ranks::has_place(const RawRow& row, std::size_t label) const {
  return ranks_.contains({&row, label});
}

int Ranks::names(int group, std::size_t label) const {
  const auto found = names_.find({group, label});
  return found == names_.end() ? 0 : found->second;
}

}  // namespace tradereport::parser
