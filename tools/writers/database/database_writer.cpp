#include "tools/writers/database/database_writer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "tools/writers/database/database.h"
#include "tools/writers/decimal_number.h"
#include "tools/writers/findings/possible.h"

namespace tradereport::tools {

namespace {

// A column without a type keeps 73.0 and 73 apart. `decimals`: how many are printed, which a number
// does not tell.
constexpr const char* kTables = R"sql(
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  family TEXT NOT NULL,
  period TEXT NOT NULL,
  file TEXT NOT NULL UNIQUE,
  sha256 TEXT,
  pages INTEGER NOT NULL,
  numerals INTEGER NOT NULL
);
CREATE TABLE figures (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (id),
  number INTEGER NOT NULL,
  place TEXT NOT NULL,
  span TEXT NOT NULL CHECK (span IN ('month', 'ytd')),
  flow TEXT NOT NULL,
  "group" TEXT,
  rank INTEGER,
  "row" TEXT NOT NULL,
  measure TEXT NOT NULL CHECK (measure IN ('value', 'share', 'growth', 'change', 'previous')),
  value NOT NULL,
  decimals INTEGER NOT NULL,
  unit TEXT NOT NULL,
  page INTEGER,
  printed TEXT NOT NULL,
  box TEXT,
  finding TEXT,
  UNIQUE (report, number)
);
CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (id),
  number INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  certainty TEXT CHECK (certainty IN ('proved', 'likely', 'undetermined')),
  fingerprint TEXT NOT NULL,
  message_en TEXT NOT NULL,
  message_zh TEXT NOT NULL,
  place TEXT,
  span TEXT,
  flow TEXT,
  "group" TEXT,
  rank INTEGER,
  "row" TEXT,
  measure TEXT,
  unit TEXT,
  printed TEXT,
  suggested TEXT,
  possible_min,
  possible_max,
  page INTEGER,
  line INTEGER,
  box TEXT,
  UNIQUE (report, number)
);
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  finding INTEGER NOT NULL REFERENCES findings (id),
  role TEXT NOT NULL CHECK (role IN ('candidate', 'proof')),
  explanation INTEGER,
  figure INTEGER REFERENCES figures (id),
  file TEXT NOT NULL,
  place TEXT,
  span TEXT,
  flow TEXT,
  "group" TEXT,
  rank INTEGER,
  "row" TEXT,
  measure TEXT,
  word INTEGER NOT NULL,
  value,
  unit TEXT,
  printed TEXT,
  suggested TEXT,
  min,
  max,
  page INTEGER,
  line INTEGER,
  box TEXT
);
CREATE TABLE unread (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (id),
  number INTEGER NOT NULL,
  page INTEGER,
  printed TEXT NOT NULL,
  context TEXT,
  UNIQUE (report, number)
);
CREATE TABLE cells (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (id),
  "table" TEXT NOT NULL,
  number INTEGER NOT NULL,
  "column" TEXT NOT NULL,
  value,
  UNIQUE ("table", report, number, "column")
);
)sql";

// Made last: it is quicker so.
constexpr const char* kIndexes = R"sql(
CREATE INDEX figures_by_name ON figures (place, flow, "row", measure, span);
CREATE INDEX findings_by_fingerprint ON findings (fingerprint);
CREATE INDEX findings_by_rule ON findings (rule);
CREATE INDEX evidence_by_finding ON evidence (finding);
CREATE INDEX evidence_by_figure ON evidence (figure);
CREATE INDEX reports_by_period ON reports (family, period);
)sql";

// What stands in a table is named by where it stands; the text's figures by their place on the page
// as well.
constexpr const char* kJoin = R"sql(
UPDATE evidence SET figure = (
  SELECT figures.id FROM figures JOIN reports ON reports.id = figures.report
  WHERE reports.file = evidence.file AND figures.place = evidence.place
    AND figures.span = evidence.span AND figures.flow = evidence.flow
    AND figures."row" = evidence."row" AND figures.measure = evidence.measure
    AND figures."group" IS evidence."group" AND figures.rank IS evidence.rank
    AND (figures.place <> 'text'
         OR (figures.page IS evidence.page AND figures.box IS evidence.box
             AND (evidence.word OR figures.printed IS evidence.printed)))
  ORDER BY figures.id LIMIT 1)
WHERE place IS NOT NULL;
)sql";

SqlValue number_or_null(int number) {
  return number > 0 ? SqlValue(std::int64_t{number}) : SqlValue();
}

SqlValue cell_value(const DataColumn& column, const std::string& cell) {
  const bool number = column.kind == ColumnKind::number || column.kind == ColumnKind::integer;
  return number ? sql_number(cell) : sql_text(cell);
}

bool is_of_report(const std::string& column) {
  return column == "family" || column == "period" || column == "file";
}

class DatabaseData : public DataWriter {
 public:
  DatabaseData(OutputFile& file, std::vector<DataTable> tables)
      : file_(file), tables_(std::move(tables)) {
    database_.run(kTables);
    for (const DataTable& table : tables_) add_view(table);
  }

  void report(const WrittenReport& written) override {
    const Report& report = written.report;
    const std::int64_t id =
        database_.insert("reports", {{},
                                     sql_text(report.family),
                                     sql_text(report.period.to_string()),
                                     sql_text(report.file),
                                     sql_text(written.hash),
                                     std::int64_t{report.pages},
                                     static_cast<std::int64_t>(report.numerals.size())});
    add_rows("figures", id, tables_.front(), written.rows.front());
    for (std::size_t i = 1; i + 2 < tables_.size(); ++i) add_cells(id, tables_[i], written.rows[i]);
    const std::size_t findings = tables_.size() - 2;
    const std::vector<std::int64_t> ids =
        add_rows("findings", id, tables_[findings], written.rows[findings]);
    for (std::size_t i = 0; i < ids.size(); ++i)
      add_evidence(ids[i], written.findings[i], report.file);
    add_rows("unread", id, tables_.back(), written.rows.back());
  }

  void finish(const PackageFacts& /*facts*/) override {
    database_.run(kIndexes);
    database_.run(kJoin);
    database_.finish();
    database_.file().copy_to(file_);
  }

 private:
  // The row's columns without those of its report; `number` comes first.
  std::vector<std::int64_t> add_rows(const std::string& name, std::int64_t report,
                                     const DataTable& table,
                                     const std::vector<StackedTables::Row>& rows) {
    std::vector<std::int64_t> ids;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::vector<SqlValue> values{{}, report, static_cast<std::int64_t>(r) + 1};
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const DataColumn& column = table.columns[i];
        if (is_of_report(column.name) || column.name == "number") continue;
        values.push_back(cell_value(column, rows[r][i]));
        if (name == "figures" && column.name == "value")
          values.emplace_back(std::int64_t{decimal_places(rows[r][i])});
      }
      ids.push_back(database_.insert(name, values));
    }
    return ids;
  }

  // Blank cells too, for a row may have no others.
  void add_cells(std::int64_t report, const DataTable& table,
                 const std::vector<StackedTables::Row>& rows) {
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const DataColumn& column = table.columns[i];
        if (is_of_report(column.name) || column.name == "number") continue;
        database_.insert("cells", {{},
                                   report,
                                   table.name,
                                   static_cast<std::int64_t>(r) + 1,
                                   column.name,
                                   cell_value(column, rows[r][i])});
      }
  }

  void add_evidence(std::int64_t finding, const Finding& of, const std::string& file) {
    for (const Candidate& candidate : of.candidates)
      add_item(finding, "candidate", std::int64_t{candidate.explanation}, candidate.item,
               candidate.suggested, candidate.possible, file);
    for (const EvidenceItem& evidence : of.evidence)
      add_item(finding, "proof", {}, evidence.item, "", evidence.interval, file);
  }

  void add_item(std::int64_t finding, const char* role, const SqlValue& explanation,
                const PrintedItem& item, const std::string& suggested,
                const std::optional<Bounds>& bounds, const std::string& file) {
    const EndsText ends = bounds ? ends_text(*bounds, decimals_of(item)) : EndsText();
    std::vector<SqlValue> values{
        {}, finding, role, explanation, {}, sql_text(item.file.empty() ? file : item.file)};
    if (item.key) {
      const FigureKey& key = *item.key;
      for (const SqlValue& value :
           {sql_text(key.place), sql_text(to_string(key.span)), sql_text(key.flow),
            sql_text(key.group), number_or_null(key.rank), sql_text(key.row),
            sql_text(to_string(key.measure))})
        values.push_back(value);
    } else {
      values.resize(values.size() + 7);
    }
    values.emplace_back(std::int64_t{item.word ? 1 : 0});
    values.push_back(item.value ? sql_number(item.value->to_string()) : SqlValue());
    for (const SqlValue& value :
         {sql_text(item.unit), sql_text(item.printed), sql_text(suggested),
          sql_number(ends.min.value_or("")), sql_number(ends.max.value_or("")),
          number_or_null(item.source.page), number_or_null(item.source.line),
          sql_text(box_text(item.source.boxes))})
      values.push_back(value);
    database_.insert("evidence", values);
  }

  // As the CSV file of that table has it. What is a table of the database already is called
  // "figures_csv", "findings_csv", "unread_csv".
  void add_view(const DataTable& table) {
    const bool printed = !table.id.empty();
    const std::string from = printed ? "cells" : table.name;
    std::string columns;
    for (const DataColumn& column : table.columns) {
      if (!columns.empty()) columns += ", ";
      const std::string name = sql_name(column.name);
      if (is_of_report(column.name)) {
        columns += "reports." + name + " AS " + name;
      } else if (printed && column.name != "number") {
        columns += "max(CASE cells.\"column\" WHEN " + sql_quote(column.name) +
                   " THEN cells.value END) AS " + name;
      } else {
        columns += from + "." + name + " AS " + name;
      }
    }
    std::string sql = "CREATE VIEW " + sql_name(printed ? table.name : table.name + "_csv") +
                      " AS SELECT " + columns + " FROM " + from +
                      " JOIN reports ON reports.id = " + from + ".report";
    if (printed)
      sql += " WHERE cells.\"table\" = " + sql_quote(table.name) +
             " GROUP BY cells.report, cells.number";
    database_.run(sql + " ORDER BY " + from + ".report, " + from + ".number;");
  }

  OutputFile& file_;
  std::vector<DataTable> tables_;
  Database database_;
};

}  // namespace

std::unique_ptr<DataWriter> database_writer(OutputFile& file, std::vector<DataTable> tables) {
  return std::make_unique<DatabaseData>(file, std::move(tables));
}

}  // namespace tradereport::tools
