#include "tools/dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "tools/printed_tables.h"

namespace tradereport::tools {

namespace {

std::string number_or_blank(int number) {
  return number > 0 ? std::to_string(number) : "";
}

// "x0 y0 x1 y1" of each box, joined by ";".
std::string box_text(const std::vector<Box>& boxes) {
  const auto rounded = [](double points) { return std::round(points * 100) / 100; };
  std::string text;
  for (const Box& box : boxes)
    text += fmt::format("{}{} {} {} {}", text.empty() ? "" : ";", rounded(box.x0), rounded(box.y0),
                        rounded(box.x1), rounded(box.y1));
  return text;
}

std::vector<std::string> figure_row(const Report& report, const Figure& figure) {
  const FigureKey& key = figure.key;
  return {report.family,
          report.period.to_string(),
          key.place,
          std::string(to_string(key.span)),
          key.flow,
          key.group,
          number_or_blank(key.rank),
          key.row,
          std::string(to_string(key.measure)),
          figure.value.to_string(),
          figure.unit,
          number_or_blank(figure.source.page),
          figure.printed,
          report.file,
          box_text(figure.source.boxes)};
}

LocalText local_title(const char* id) {
  return {{"en", format_message(Language::en, id)}, {"zh", format_message(Language::zh, id)}};
}

// Puts the rows of `from`, whose columns are some of those of `into`, below those of `into`.
void append_rows(DataTable& into, DataTable&& from) {
  std::vector<std::size_t> target;
  for (const DataColumn& column : from.columns) {
    const auto found = std::find_if(into.columns.begin(), into.columns.end(),
                                    [&](const DataColumn& c) { return c.name == column.name; });
    target.push_back(static_cast<std::size_t>(found - into.columns.begin()));
  }
  for (std::vector<std::string>& row : from.rows) {
    std::vector<std::string> cells(into.columns.size());
    for (std::size_t i = 0; i < row.size(); ++i) cells[target[i]] = std::move(row[i]);
    into.rows.push_back(std::move(cells));
  }
}

void add_columns(DataTable& into, const std::vector<DataColumn>& columns) {
  for (const DataColumn& column : columns) {
    const bool known = std::any_of(into.columns.begin(), into.columns.end(),
                                   [&](const DataColumn& c) { return c.name == column.name; });
    if (!known) into.columns.push_back(column);
  }
}

void sort_columns(DataTable& table, const std::vector<std::string>& order) {
  const auto place = [&](const DataColumn& column) {
    return std::find(order.begin(), order.end(), column.name) - order.begin();
  };
  std::stable_sort(table.columns.begin(), table.columns.end(),
                   [&](const DataColumn& a, const DataColumn& b) { return place(a) < place(b); });
}

}  // namespace

std::string DataColumn::description(Language language) const {
  return format_message(language, about, args);
}

const std::vector<DataColumn>& figure_columns() {
  using K = ColumnKind;
  static const std::vector<DataColumn> columns{
      {"family", K::text, "", "data.family", {}, {}},
      {"period", K::year_month, "", "data.period", {}, {}},
      {"place", K::text, "", "data.place", {}, {}},
      {"span", K::text, "", "data.span", {}, {"month", "ytd"}},
      {"flow", K::text, "", "data.flow", {}, {}},
      {"group", K::text, "", "data.group", {}, {}},
      {"rank", K::integer, "", "data.rank", {}, {}},
      {"row", K::text, "", "data.row", {}, {}},
      {"measure", K::text, "", "data.which_measure", {}, {"value", "share", "growth", "change"}},
      {"value", K::number, "", "data.value", {}, {}},
      {"unit", K::text, "", "data.unit", {}, {}},
      {"page", K::integer, "", "data.page", {}, {}},
      {"printed", K::text, "", "data.printed", {}, {}},
      {"file", K::text, "", "data.file", {}, {}},
      {"box", K::text, "", "data.box", {}, {}},
  };
  return columns;
}

const std::vector<DataColumn>& unread_columns() {
  using K = ColumnKind;
  static const std::vector<DataColumn> columns{
      {"file", K::text, "", "data.file", {}, {}},
      {"period", K::year_month, "", "data.period", {}, {}},
      {"page", K::integer, "", "data.page", {}, {}},
      {"printed", K::text, "", "data.printed", {}, {}},
      {"context", K::text, "", "data.context", {}, {}},
  };
  return columns;
}

ReportRows report_rows(const Report& report, const Family& family) {
  ReportRows rows{report.file, report.period, report.family, {}, {}, {}, {}};
  for (const Table& table : report.tables)
    rows.tables.push_back(printed_table(report, table, family));
  for (const TableForm& form : family.tables) rows.column_order[form.id] = all_column_names(form);
  for (const Figure& figure : report.figures) rows.figures.push_back(figure_row(report, figure));
  for (const Claim& claim : report.claims) rows.figures.push_back(figure_row(report, claim));
  for (const Numeral& numeral : report.numerals) {
    if (numeral.use != NumeralUse::unread) continue;
    rows.unread.push_back({report.file, report.period.to_string(),
                           number_or_blank(numeral.source.page), numeral.printed, numeral.context});
  }
  return rows;
}

std::vector<std::pair<std::string, std::string>> same_period(
    const std::vector<ReportRows>& reports) {
  std::map<std::pair<std::string, Period>, std::string> first;
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const ReportRows& report : reports) {
    const auto [entry, fresh] = first.try_emplace({report.family, report.period}, report.file);
    if (!fresh) pairs.emplace_back(entry->second, report.file);
  }
  return pairs;
}

std::vector<DataTable> stack(std::vector<ReportRows> reports) {
  std::stable_sort(reports.begin(), reports.end(), [](const ReportRows& a, const ReportRows& b) {
    return std::tie(a.period, a.file) < std::tie(b.period, b.file);
  });
  DataTable figures{"figures", local_title("data.figures"), figure_columns(), {}};
  DataTable unread{"unread", local_title("data.unread"), unread_columns(), {}};
  std::map<std::pair<std::string, std::string>, DataTable> printed;  // by family and table id
  std::set<std::string> families;
  for (const ReportRows& report : reports) {
    families.insert(report.family);
    for (const DataTable& table : report.tables) {
      auto& into = printed[{report.family, table.name}];
      if (into.name.empty()) into = {table.name, table.title, {}, {}};
      add_columns(into, table.columns);
      if (const auto order = report.column_order.find(table.name);
          order != report.column_order.end())
        sort_columns(into, order->second);
    }
  }
  for (ReportRows& report : reports) {
    std::move(report.figures.begin(), report.figures.end(), std::back_inserter(figures.rows));
    std::move(report.unread.begin(), report.unread.end(), std::back_inserter(unread.rows));
    for (DataTable& table : report.tables) {
      const std::string id = table.name;
      append_rows(printed[{report.family, id}], std::move(table));
    }
  }
  std::vector<DataTable> all;
  all.push_back(std::move(figures));
  for (auto& [key, table] : printed) {
    if (families.size() > 1) table.name = key.first + "-" + table.name;
    all.push_back(std::move(table));
  }
  all.push_back(std::move(unread));
  return all;
}

}  // namespace tradereport::tools
