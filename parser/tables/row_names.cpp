#include "parser/tables/row_names.h"

#include <algorithm>

#include "parser/layout/row_periods.h"

namespace tradereport::parser {

RowNames::RowNames(const Document& document, const TableForm& form, const Grammar& grammar,
                   const RawTable& raw)
    : document_(document), form_(form), grammar_(grammar), raw_(raw) {
  for (const RawRow& row : raw.rows) {
    for (std::size_t c = 0; c < raw.columns.size(); ++c)
      if (raw.columns[c].label && row.cells[c]) labels_.insert(name_key(row.cells[c]->text.utf8));
  }
  if (!form_.years.empty()) find_years();
}

// A year is printed once for the rows of a merged cell, at its top or in its middle, or over them.
// Rows of one year are those whose months do not run back; the year is theirs if it is the only one
// among them. Else nobody knows.
void RowNames::find_years() {
  years_.resize(raw_.rows.size());
  std::size_t first = 0;
  int last_month = 0;
  std::set<int> printed;
  const auto end_year = [&](std::size_t end) {
    for (std::size_t r = first; r < end && printed.size() == 1; ++r) years_[r] = *printed.begin();
    first = end;
    last_month = 0;
    printed.clear();
  };
  for (std::size_t r = 0; r < raw_.rows.size(); ++r) {
    const RawRow& row = raw_.rows[r];
    std::optional<Months> months;
    for (std::size_t c = 0; c < raw_.columns.size() && !months; ++c) {
      if (raw_.columns[c].label && row.cells[c])
        months = months_of(grammar_, form_, row.cells[c]->text.view());
    }
    // A row without a name begins the year that it prints: what is before it may be of another.
    if (!months && row.year) {
      end_year(r);
      printed.insert(*row.year);
    }
    if (!months) continue;
    if (months->to < last_month) end_year(r);
    last_month = months->to;
    if (row.year) printed.insert(*row.year);
    if (months->year > 0) printed.insert(months->year);
  }
  end_year(raw_.rows.size());
}

RowName RowNames::resolve(const RawRow& printed_row, const Atom& label) const {
  const int group = printed_row.group;
  RowName name;
  name.group = group;
  name.flow = form_.flow;
  if (auto months = months_of(grammar_, form_, label.text.view())) {
    const auto year = years_[static_cast<std::size_t>(&printed_row - raw_.rows.data())];
    if (months->year == 0) months->year = year.value_or(0);
    name.row = months->year > 0 ? months->to_string()
                                : printed(document_, label.text, 0, label.text.size());
    name.known = months->year > 0;
    if (name.known) name.months = months;
    for (const auto* const reading : grammar_.names.readings(label.text.view())) {
      const auto form = std::find_if(form_.rows.begin(), form_.rows.end(), [&](const RowForm& r) {
        return is_fixed_row(form_, *reading) && r.name == reading->name;
      });
      if (form == form_.rows.end()) continue;
      name.form = &*form;
      name.flow = form->flow;
      break;
    }
    return name;
  }
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
        ++(resolve(row, *row.cells[c]).known ? known : unknown);
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
      const RowName name = names.resolve(*row, *label);
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

std::optional<Period> last_period(const Document& document, const TableRegion& region,
                                  const Grammar& grammar, const RawTable& raw) {
  const RowNames names(document, *region.form, grammar, raw);
  for (auto row = raw.rows.rbegin(); row != raw.rows.rend(); ++row) {
    std::optional<Months> months;
    bool figures = false;
    for (std::size_t c = 0; c < raw.columns.size(); ++c) {
      const std::optional<Atom>& cell = row->cells[c];
      if (!cell) continue;
      if (raw.columns[c].label) {
        months = names.resolve(*row, *cell).months;
      } else {
        figures = figures || cell->kind == Atom::Kind::figure;
      }
    }
    if (figures) return months ? std::optional(Period{months->year, months->to}) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace tradereport::parser
