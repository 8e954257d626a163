#include "tools/writers/check/record_output.h"

#include <fmt/format.h>

#include <deque>
#include <map>
#include <utility>

#include "tools/writers/dataset.h"
#include "tools/writers/findings/blamed_figures.h"
#include "tools/writers/json_writer.h"
#include "tools/writers/records_json.h"

namespace tradereport::tools {

namespace {

std::string_view column_kind_name(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::number:
      return "number";
    case ColumnKind::integer:
      return "integer";
    case ColumnKind::year_month:
      return "yearmonth";
    default:
      return "text";
  }
}

std::string rows_json(const std::vector<DataColumn>& columns,
                      const std::vector<std::vector<std::string>>& rows) {
  std::string json;
  for (const std::vector<std::string>& row : rows)
    json += (json.empty() ? "" : ", ") + record_json(columns, row);
  return "[" + json + "]";
}

std::string printed_table_json(const DataTable& table, Language language) {
  std::string columns;
  for (const DataColumn& column : table.columns)
    columns += fmt::format("{}{}: \"{}\"", columns.empty() ? "" : ", ", json_string(column.name),
                           column_kind_name(column.kind));
  return fmt::format(R"({{"name": {}, "title": {}, "columns": {{{}}}, "rows": {}}})",
                     json_string(table.name),
                     json_string(table.title.at(std::string(language_tag(language)))), columns,
                     rows_json(table.columns, table.rows));
}

class RecordOutput final : public CheckOutput {
 public:
  RecordOutput(Write write, Language language)
      : CheckOutput(std::move(write)), language_(language) {}

  void report(const CheckedReport& checked) override {
    reports_.push_back({checked.report, &checked.family, checked.checked.findings,
                        report_json(checked.report, checked.checked, language_)});
  }

  void across(const std::string& file, const Companion* /*companion*/,
              const std::vector<Finding>& findings) override {
    for (const Finding& finding : findings) {
      across_.push_back({file, finding});
      blamed_across_.add(file, across_.back().second);
    }
  }

  void error(const InputError& error) override {
    Json json = error_json(error, language_);
    const auto page = error.args.find("page");
    json["page"] = page != error.args.end() ? Json(page->second) : Json(nullptr);
    line("error", dumped(json));
  }

  void finish(const Totals& /*totals*/) override {
    for (const Kept& kept : reports_) write_report(kept);
    for (const auto& [file, finding] : across_)
      line("across", dumped(across_json(file, finding, language_)));
    line("end", "true");
  }

 private:
  struct Kept {
    Report report;
    const Family* family;
    std::vector<Finding> findings;
    Json json;
  };

  void line(std::string_view name, std::string_view json) const {
    write(fmt::format("{{\"{}\": {}}}\n", name, json));
  }

  void write_report(const Kept& kept) const {
    line("report", dumped(kept.json));
    BlamedFigures blamed;
    for (const Finding& finding : kept.findings) blamed.add(kept.report.file, finding);
    blamed.add(blamed_across_, kept.report.file);
    const ReportRows rows = report_rows(kept.report, *kept.family, kept.findings, blamed);
    line("figures", rows_json(figure_columns(), rows.figures));
    line("unread", rows_json(unread_columns(), rows.unread));
    for (const DataTable& table : rows.tables) line("table", printed_table_json(table, language_));
  }

  Language language_;
  std::deque<Kept> reports_;
  std::deque<std::pair<std::string, Finding>> across_;  // by file; others point to the findings
  BlamedFigures blamed_across_;
};

}  // namespace

std::unique_ptr<CheckOutput> record_output(CheckOutput::Write write, Language language) {
  return std::make_unique<RecordOutput>(std::move(write), language);
}

}  // namespace tradereport::tools
