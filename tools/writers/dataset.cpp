#include "tools/writers/dataset.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "tools/writers/findings/finding_rows.h"
#include "tools/writers/printed_tables.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

// Names a row in every table: files differ, and each counts its rows.
const std::vector<std::string> kPrimaryKey{"file", "number"};

// Appends the length to hundredths of a point, without zeros at the end: "72", "90.5", "112.25".
void append_length(std::string& text, double points) {
  const long long hundredths = std::llround(points * 100);
  const long long whole = std::llabs(hundredths);
  if (hundredths < 0) text += '-';
  text += std::to_string(whole / 100);
  if (whole % 100 == 0) return;
  text += '.';
  text += static_cast<char>('0' + whole % 100 / 10);
  if (whole % 10 != 0) text += static_cast<char>('0' + whole % 10);
}

std::vector<std::string> figure_row(const Report& report, const Figure& figure,
                                    const std::vector<FigureBlame>& blames, std::size_t number) {
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
          box_text(figure.source.boxes),
          std::to_string(number),
          blame_text(blames)};
}

LocalText local_title(const char* id) {
  return {{"en", format_message(Language::en, id)}, {"zh", format_message(Language::zh, id)}};
}

// The table's rows, whose columns are some of `columns`, with a cell for each of them.
std::vector<std::vector<std::string>> fitted_rows(const std::vector<DataColumn>& columns,
                                                  DataTable&& table) {
  std::vector<std::size_t> target;
  for (const DataColumn& column : table.columns) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const DataColumn& c) { return c.name == column.name; });
    target.push_back(static_cast<std::size_t>(found - columns.begin()));
  }
  std::vector<std::vector<std::string>> rows;
  for (std::vector<std::string>& row : table.rows) {
    std::vector<std::string> cells(columns.size());
    for (std::size_t i = 0; i < row.size(); ++i) cells[target[i]] = std::move(row[i]);
    rows.push_back(std::move(cells));
  }
  return rows;
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

std::vector<std::string> measure_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kMeasureCount; ++i)
    names.emplace_back(to_string(static_cast<Measure>(i)));
  return names;
}

std::string number_or_blank(int number) {
  return number > 0 ? std::to_string(number) : "";
}

std::string box_text(const std::vector<Box>& boxes) {
  std::string text;
  for (const Box& box : boxes) {
    if (!text.empty()) text += ';';
    append_length(text, box.x0);
    for (const double length : {box.y0, box.x1, box.y1}) {
      text += ' ';
      append_length(text, length);
    }
  }
  return text;
}

std::string DataColumn::description(Language language) const {
  return format_message(language, about, validator::arguments_for(args, language));
}

const std::vector<DataColumn>& figure_columns() {
  using K = ColumnKind;
  static const std::vector<DataColumn> columns{
      {"family", K::text, "", "data.family", {}, {}, true},
      {"period", K::year_month, "", "data.period", {}, {}, true},
      {"place", K::text, "", "data.place", {}, {}, true},
      {"span", K::text, "", "data.span", {}, {"month", "ytd"}, true},
      {"flow", K::text, "", "data.flow", {}, {}, true},
      {"group", K::text, "", "data.group", {}, {}},
      {"rank", K::integer, "", "data.rank", {}, {}},
      {"row", K::text, "", "data.row", {}, {}, true},
      {"measure", K::text, "", "data.which_measure", {}, measure_names(), true},
      {"value", K::number, "", "data.value", {}, {}, true},
      {"unit", K::text, "", "data.unit", {}, {}, true},
      {"page", K::integer, "", "data.page", {}, {}},
      {"printed", K::text, "", "data.printed", {}, {}, true},
      {"file", K::text, "", "data.file", {}, {}, true},
      {"box", K::text, "", "data.box", {}, {}},
      {"number", K::integer, "", "data.number", {}, {}, true},
      {"finding", K::text, "", "data.figure_finding", {}, {}},
  };
  return columns;
}

const std::vector<DataColumn>& unread_columns() {
  using K = ColumnKind;
  static const std::vector<DataColumn> columns{
      {"file", K::text, "", "data.file", {}, {}, true},
      {"period", K::year_month, "", "data.period", {}, {}, true},
      {"page", K::integer, "", "data.page", {}, {}},
      {"printed", K::text, "", "data.printed", {}, {}, true},
      {"context", K::text, "", "data.context", {}, {}},
      {"number", K::integer, "", "data.number", {}, {}, true},
  };
  return columns;
}

namespace {

ReportRows without_rows(const Report& report, const Family& family) {
  const Language language = family.alphabetic ? Language::en : Language::zh;
  return {report.file, report.period, report.family, language, {}, {}, {}, {}, {}};
}

}  // namespace

ReportRows report_columns(const Report& report, const Family& family) {
  ReportRows rows = without_rows(report, family);
  for (const Table& table : report.tables)
    rows.tables.push_back(printed_columns(report, table, family));
  for (const TableForm& form : family.tables) rows.column_order[form.id] = all_column_names(form);
  return rows;
}

ReportRows report_rows(const Report& report, const Family& family,
                       const std::vector<Finding>& findings, const BlamedFigures& blamed) {
  ReportRows rows = without_rows(report, family);
  for (const Table& table : report.tables)
    rows.tables.push_back(printed_table(report, table, family));
  const auto add = [&](const auto& figure) {
    rows.figures.push_back(
        figure_row(report, figure, blamed.of(report.file, figure), rows.figures.size() + 1));
  };
  for (const Figure& figure : report.figures) add(figure);
  for (const Claim& claim : report.claims) add(claim);
  for (const Finding& finding : findings)
    rows.findings.push_back(finding_row(report, finding, rows.findings.size() + 1));
  for (const Numeral& numeral : report.numerals) {
    if (numeral.use != NumeralUse::unread) continue;
    rows.unread.push_back({report.file, report.period.to_string(),
                           number_or_blank(numeral.source.page), numeral.printed, numeral.context,
                           std::to_string(rows.unread.size() + 1)});
  }
  return rows;
}

void StackedTables::add(const ReportRows& report) {
  families_.insert(report.family);
  languages_.insert(report.language);
  for (const DataTable& table : report.tables) {
    DataTable& into = printed_[{report.family, table.name}];
    if (into.name.empty())
      into = {table.name,      table.title,   {},        {}, table.key,
              report.language, report.family, table.name};
    add_columns(into, table.columns);
    if (const auto order = report.column_order.find(table.name); order != report.column_order.end())
      sort_columns(into, order->second);
  }
}

std::vector<DataTable> StackedTables::tables() const {
  const Language language = languages_.contains(Language::zh) ? Language::zh : Language::en;
  const auto common = [&](const char* name, const std::vector<DataColumn>& columns) {
    const std::string title = std::string("data.") + name;
    return DataTable{name, local_title(title.c_str()), columns, {}, kPrimaryKey, language};
  };
  std::vector<DataTable> all;
  all.push_back(common("figures", figure_columns()));
  for (const auto& [key, table] : printed_) {
    all.push_back(table);
    if (families_.size() > 1) all.back().name = key.first + "-" + table.name;
  }
  all.push_back(common("findings", finding_columns()));
  all.push_back(common("unread", unread_columns()));
  return all;
}

std::vector<std::vector<StackedTables::Row>> StackedTables::rows(ReportRows report) const {
  std::vector<std::vector<Row>> all;
  all.push_back(std::move(report.figures));
  for (const auto& [key, table] : printed_) {
    all.emplace_back();
    if (key.first != report.family) continue;
    for (DataTable& part : report.tables)
      if (part.name == key.second) all.back() = fitted_rows(table.columns, std::move(part));
  }
  all.push_back(std::move(report.findings));
  all.push_back(std::move(report.unread));
  return all;
}

}  // namespace tradereport::tools
