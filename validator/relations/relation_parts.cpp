#include "validator/relations/relation_parts.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

Parts distinct(const std::vector<const FigureKey*>& keys) {
  Parts parts;
  parts.rows.reserve(keys.size());
  for (const FigureKey* key : keys) {
    const Unknown row{key->flow, key->row, key->span, Population::this_year};
    if (std::find(parts.rows.begin(), parts.rows.end(), row) == parts.rows.end())
      parts.rows.push_back(row);
  }
  return parts;
}

}  // namespace

PrintedParts::PrintedParts(const FigureIndex& figures, const Family& family)
    : report_(figures.report()), family_(family) {
  for (const Figure& figure : report_.figures) {
    const FigureKey& key = figure.key;
    if (key.measure != Measure::value) continue;
    auto table = std::find_if(levels_.rbegin(), levels_.rend(),
                              [&](const auto& other) { return other.first == key.place; });
    if (table == levels_.rend()) {
      levels_.push_back({key.place, {}});
      table = levels_.rbegin();
    }
    table->second.push_back(&key);
  }
}

// "text/*": the rows that the text gives a level of; "text/{row}:FLOW": that flow of one.
Parts PrintedParts::of_text(std::string_view rows, Span span, std::string_view each) const {
  Parts parts;
  if (rows != "*") {
    const std::size_t colon = rows.rfind(':');
    return {{{rows.substr(colon + 1), each, span, Population::this_year}}, true};
  }
  for (const auto& [place, levels] : levels_) {
    for (const FigureKey* key : levels) {
      const bool known =
          key->span != span || std::any_of(parts.rows.begin(), parts.rows.end(),
                                           [&](const Unknown& row) { return row.row == key->row; });
      if (!known) parts.rows.push_back({key->flow, key->row, span, Population::this_year});
    }
  }
  return parts;
}

Parts PrintedParts::of(std::string_view term, Span span, std::string_view each) const {
  const std::size_t slash = term.find('/');
  if (family_.is_prose()) return of_text(term.substr(slash + 1), span, each);
  const TableForm* const table =
      slash == term.npos ? nullptr : family_.table(term.substr(0, slash));
  if (table == nullptr) return {};
  std::string_view rows = term.substr(slash + 1);
  std::string_view flow;
  if (const std::size_t colon = rows.rfind(':'); colon != rows.npos) {
    flow = rows.substr(colon + 1);
    rows = rows.substr(0, colon);
  }
  Parts parts = rows == "{months}" ? months_of(*table, each, span)
                                   : rows_of(*table, rows == "{row}" ? each : rows, span);
  for (Unknown& row : parts.rows) {
    if (!flow.empty()) row.flow = flow;
  }
  return parts;
}

std::vector<const FigureKey*> PrintedParts::printed(const TableForm& table, Span span,
                                                    std::string_view group) const {
  std::vector<const FigureKey*> keys;
  for (const auto& [place, levels] : levels_) {
    if (place != table.id) continue;
    for (const FigureKey* key : levels) {
      if (key->span == span && (group.empty() || key->group == group) &&
          (table.flow.empty() || key->flow == table.flow))
        keys.push_back(key);
    }
  }
  return keys;
}

Parts PrintedParts::rows_of(const TableForm& table, std::string_view rows, Span span) const {
  if (rows == "*") return all(table, span);
  if (rows == "month" || rows == "months" || rows == "months_to_date") return months(table, rows);
  constexpr std::string_view kMembers = "members(";
  if (rows.starts_with(kMembers) && rows.ends_with(")"))
    return members(table, span, rows.substr(kMembers.size(), rows.size() - kMembers.size() - 1));
  if (rows.ends_with("/*")) return group(table, rows.substr(0, rows.size() - 2), span);
  const auto row = std::find_if(table.rows.begin(), table.rows.end(),
                                [&](const RowForm& form) { return form.name == rows; });
  if (row == table.rows.end()) return {{{table.flow, rows, span, Population::this_year}}, true};
  return {{{row->flow, rows, row->span.value_or(span), Population::this_year}}, true};
}

// Those of a longer period; none where one of them is not printed, for levels may be negative.
Parts PrintedParts::months_of(const TableForm& table, std::string_view period, Span span) const {
  Parts parts;
  const auto months = Months::parse(period);
  if (!months || months->from == months->to) return parts;
  const std::vector<const FigureKey*> keys = printed(table, span);
  for (int month = months->from; month <= months->to; ++month) {
    const std::string name = Months{months->year, month, month}.to_string();
    const auto row = std::find_if(keys.begin(), keys.end(),
                                  [&](const FigureKey* key) { return key->row == name; });
    if (row == keys.end()) return {};
    parts.rows.push_back({(*row)->flow, (*row)->row, span, Population::this_year});
  }
  return parts;
}

// The entries of a ranked list are all there if they are as many as are ranked. A row that the
// family does not know may overlap with those that it knows.
Parts PrintedParts::group(const TableForm& table, std::string_view name, Span span) const {
  Parts parts = distinct(printed(table, span, name));
  for (const GroupForm& group : table.groups) {
    if (group.name != name) continue;
    if (const NameSet* const set = family_.name_set(group.names))
      std::erase_if(parts.rows, [&](const Unknown& row) { return !set->has(row.row); });
    if (group.ranked > 0) parts.all = parts.rows.size() == static_cast<std::size_t>(group.ranked);
  }
  return parts;
}

Parts PrintedParts::months(const TableForm& table, std::string_view which) const {
  Parts parts;
  for (const RowForm& row : table.rows) {
    const bool wanted = which == "months"  ? row.month > 0
                        : which == "month" ? row.month == report_.period.month
                                           : row.month > 0 && row.month <= report_.period.month;
    if (wanted) parts.rows.push_back({row.flow, row.name, Span::month, Population::this_year});
  }
  return parts;
}

// Every row that the family knows. One that it does not know may be a new part, but also a
// subtotal.
Parts PrintedParts::all(const TableForm& table, Span span) const {
  std::vector<std::string_view> names;
  for (const RowForm& row : table.rows) names.emplace_back(row.name);
  if (const NameSet* const set = family_.name_set(table.names)) {
    for (const NameEntry& entry : set->names) names.emplace_back(entry.name);
  }
  Parts all = distinct(printed(table, span));
  if (!table.years.empty()) {
    std::erase_if(all.rows, [](const Unknown& row) { return !Months::parse(row.row); });
    return all;
  }
  if (names.empty()) return all;
  const std::size_t printed_rows = all.rows.size();
  std::erase_if(all.rows, [&](const Unknown& row) {
    return std::find(names.begin(), names.end(), row.row) == names.end();
  });
  all.all = all.rows.size() == names.size() && printed_rows == names.size();
  return all;
}

Parts PrintedParts::members(const TableForm& table, Span span, std::string_view bloc) const {
  std::vector<const FigureKey*> keys;
  for (const Bloc& form : family_.blocs) {
    if (form.name != bloc) continue;
    for (const FigureKey* key : printed(table, span)) {
      if (std::find(form.members.begin(), form.members.end(), key->row) != form.members.end())
        keys.push_back(key);
    }
  }
  return distinct(keys);
}

}  // namespace tradereport::validator
