#include "tools/writers/printed_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tradereport::tools {

const Figure* figure_at(const Report& report, const TableRow& row, std::size_t column) {
  if (column >= row.cells.size() || !row.cells[column].figure) return nullptr;
  const std::size_t index = *row.cells[column].figure;
  return index < report.figures.size() ? &report.figures[index] : nullptr;
}

namespace {

std::ptrdiff_t label_count(const std::vector<Column>& columns) {
  return std::count_if(columns.begin(), columns.end(), [](const Column& c) { return c.label; });
}

std::string unit_of(Measure measure, const TableForm* form, const Family& family) {
  if (!is_rate(measure)) return form != nullptr ? form->unit : "";
  const auto percent = std::find_if(family.units.begin(), family.units.end(),
                                    [](const Unit& unit) { return unit.percent; });
  return percent == family.units.end() ? "" : percent->id;
}

std::string measure_word(Measure measure, Language language) {
  return format_message(language, "term.measure." + std::string(to_string(measure)));
}

// "ROW: change" for the rows in which the column's measure stands for another one.
std::string exceptions(Measure measure, const TableForm* form, Language language) {
  std::string text;
  if (form == nullptr) return text;
  for (const RowForm& row : form->rows) {
    const auto read = row.reads.find(measure);
    if (read == row.reads.end()) continue;
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", row.name,
                        measure_word(read->second, language));
  }
  return text;
}

DataColumn data_column(const Column& column, const std::string& name, const TableForm* form,
                       const Family& family) {
  if (column.label)
    return {name, ColumnKind::text, "", "data.row_as_printed", {}, {}, false, column};
  const std::string other = exceptions(column.measure, form, Language::en);
  const std::string id = other.empty() ? "data.measure" : "data.measure_with_exceptions";
  return {name,
          ColumnKind::number,
          unit_of(column.measure, form, family),
          id,
          {{"span.term", "span." + std::string(to_string(column.span))},
           {"measure.term", "measure." + std::string(to_string(column.measure))},
           {"exceptions.en", other},
           {"exceptions.zh", exceptions(column.measure, form, Language::zh)}},
          {},
          false,
          column};
}

// The canonical name that stands in a label cell: that of the figures up to the next label.
std::string label_at(const Report& report, const Table& table, const TableRow& row,
                     std::size_t column) {
  for (std::size_t i = column + 1; i < table.columns.size() && !table.columns[i].label; ++i)
    if (const Figure* const figure = figure_at(report, row, i)) return figure->key.row;
  return column < row.cells.size() ? row.cells[column].text : "";
}

int rank_of(const Report& report, const TableRow& row) {
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    if (const Figure* const figure = figure_at(report, row, i))
      if (figure->key.rank > 0) return figure->key.rank;
  return 0;
}

LocalText table_title(const Table& table, const TableForm* form) {
  const std::string title = form != nullptr ? form->title : table.caption;
  return {{"en", title}, {"zh", title}};
}

}  // namespace

std::vector<std::string> column_names(const std::vector<Column>& columns, const TableForm* form) {
  const bool several = label_count(form != nullptr ? form->columns : columns) > 1;
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::string name;
    if (!columns[i].label) {
      name = fmt::format("{}_{}", to_string(columns[i].span), to_string(columns[i].measure));
      if (!columns[i].flow.empty()) name += "_" + columns[i].flow;
    } else if (several && i + 1 < columns.size()) {
      name = fmt::format("{}_row", to_string(columns[i + 1].span));
    } else {
      name = "row";
    }
    const std::string base = name;
    for (int n = 2; !taken.insert(name).second; ++n) name = fmt::format("{}_{}", base, n);
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> all_column_names(const TableForm& form) {
  std::vector<std::string> names{"period", "group", "rank"};
  for (std::string& name : column_names(form.all_columns(), &form))
    names.push_back(std::move(name));
  names.insert(names.end(), {"file", "number"});
  return names;
}

namespace {

bool is_grouped(const Table& table, const TableForm* form) {
  return (form != nullptr && !form->groups.empty()) ||
         std::any_of(table.rows.begin(), table.rows.end(),
                     [](const TableRow& row) { return !row.group.empty(); });
}

bool is_ranked(const Report& report, const Table& table, const TableForm* form) {
  return (form != nullptr &&
          std::any_of(form->groups.begin(), form->groups.end(),
                      [](const GroupForm& group) { return group.ranked > 0; })) ||
         std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const TableRow& row) { return rank_of(report, row) > 0; });
}

}  // namespace

DataTable printed_columns(const Report& report, const Table& table, const Family& family) {
  const TableForm* const form = family.table(table.id);
  DataTable data{table.id, table_title(table, form), {}, {}, {"file", "number"}};
  data.columns.push_back({"period", ColumnKind::year_month, "", "data.period", {}, {}, true});
  if (is_grouped(table, form))
    data.columns.push_back({"group", ColumnKind::text, "", "data.group", {}, {}});
  if (is_ranked(report, table, form))
    data.columns.push_back({"rank", ColumnKind::integer, "", "data.rank", {}, {}});
  const std::vector<std::string> names = column_names(table.columns, form);
  for (std::size_t i = 0; i < names.size(); ++i)
    data.columns.push_back(data_column(table.columns[i], names[i], form, family));
  data.columns.push_back({"file", ColumnKind::text, "", "data.file", {}, {}, true});
  data.columns.push_back({"number", ColumnKind::integer, "", "data.number", {}, {}, true});
  return data;
}

DataTable printed_table(const Report& report, const Table& table, const Family& family) {
  const TableForm* const form = family.table(table.id);
  const bool grouped = is_grouped(table, form);
  const bool ranked = is_ranked(report, table, form);
  DataTable data = printed_columns(report, table, family);
  for (const TableRow& row : table.rows) {
    std::vector<std::string> cells{report.period.to_string()};
    if (grouped) cells.push_back(row.group);
    const int rank = rank_of(report, row);
    if (ranked) cells.push_back(rank > 0 ? std::to_string(rank) : "");
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Figure* const figure = figure_at(report, row, i);
      if (table.columns[i].label) {
        cells.push_back(label_at(report, table, row, i));
      } else {
        cells.push_back(figure != nullptr ? figure->value.to_string() : "");
      }
    }
    cells.push_back(report.file);
    cells.push_back(std::to_string(data.rows.size() + 1));
    data.rows.push_back(std::move(cells));
  }
  return data;
}

}  // namespace tradereport::tools
