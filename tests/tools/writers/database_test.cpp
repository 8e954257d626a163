// The database of `convert --format sqlite`.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>

#include "tests/tools/csv_rows.h"
#include "tests/tools/run_program.h"
#include "tests/tools/sample_report.h"
#include "tools/writers/database/database_writer.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

struct SqlCell {
  std::string text;
  int type = SQLITE_NULL;
};

// What a query gives, the names of its columns first.
std::vector<std::vector<SqlCell>> query(const fs::path& file, const std::string& sql) {
  std::vector<std::vector<SqlCell>> rows;
  sqlite3* opened = nullptr;
  sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, sqlite3_close);
  sqlite3_stmt* made = nullptr;
  EXPECT_EQ(sqlite3_prepare_v2(opened, sql.c_str(), -1, &made, nullptr), SQLITE_OK)
      << sql << ": " << sqlite3_errmsg(opened);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(made, sqlite3_finalize);
  const int columns = sqlite3_column_count(made);
  rows.emplace_back();
  for (int i = 0; i < columns; ++i)
    rows.back().push_back({sqlite3_column_name(made, i), SQLITE_TEXT});
  while (sqlite3_step(made) == SQLITE_ROW) {
    rows.emplace_back();
    for (int i = 0; i < columns; ++i) {
      const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(made, i));
      rows.back().push_back({text != nullptr ? text : "", sqlite3_column_type(made, i)});
    }
  }
  return rows;
}

std::string value_of(const fs::path& file, const std::string& sql) {
  const auto rows = query(file, sql);
  return rows.size() == 2 ? rows[1].at(0).text : fmt::format("{} rows", rows.size() - 1);
}

// A number with the decimals of the text beside it: a database keeps no zeros at the end.
std::string as_printed(const SqlCell& cell, const std::string& beside) {
  if (cell.type != SQLITE_FLOAT) return cell.text;
  const std::size_t point = beside.find('.');
  return fmt::format("{:.{}f}", std::stod(cell.text),
                     point == std::string::npos ? 0 : beside.size() - point - 1);
}

class DatabaseFile : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(scratch_.path() / "in");
    for (const char* const name : {"beijing-goods-2024-05.pdf", "beijing-goods-2024-05.txt",
                                   "odt-joint-2024-02.pdf", "tourist-arrivals-2025-05.pdf"})
      fs::copy_file(sample(name), scratch_.path() / "in" / name);
    convert("-o data");
    convert("--format sqlite -o data.sqlite");
  }

  void convert(const std::string& options) const {
    const Outcome outcome = run_program("convert --allow-unchecked in " + options, scratch_.path());
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }

  fs::path file() const { return scratch_.path() / "data.sqlite"; }

  ScratchFolder scratch_;
};

TEST_F(DatabaseFile, IsWhole) {
  EXPECT_EQ(value_of(file(), "PRAGMA integrity_check"), "ok");
  EXPECT_EQ(query(file(), "PRAGMA foreign_key_check").size(), 1U);
  convert("--format sqlite -o again.sqlite");
  EXPECT_EQ(scratch_.read("again.sqlite"), scratch_.read("data.sqlite"));
}

TEST_F(DatabaseFile, ItsViewsAreTheCsvFiles) {
  std::size_t files = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(scratch_.path() / "data")) {
    if (entry.path().extension() != ".csv") continue;
    ++files;
    const std::string table = entry.path().stem().string();
    const bool printed = table.find("table") != std::string::npos;
    const auto csv = csv_rows(read_file(entry.path()));
    const auto view = query(file(), "SELECT * FROM \"" + table + (printed ? "\"" : "_csv\""));
    ASSERT_EQ(view.size(), csv.size()) << table;
    for (std::size_t r = 0; r < csv.size(); ++r) {
      ASSERT_EQ(view[r].size(), csv[r].size()) << table;
      for (std::size_t i = 0; i < csv[r].size(); ++i)
        EXPECT_EQ(as_printed(view[r][i], csv[r][i]), csv[r][i]) << table << " row " << r;
    }
  }
  EXPECT_EQ(files, 11U);
}

TEST_F(DatabaseFile, KnowsWhatFindingsRestOn) {
  // Nothing that they speak of is unknown …
  EXPECT_EQ(value_of(file(),
                     "SELECT count(*) FROM evidence WHERE figure IS NULL AND place IS NOT "
                     "NULL AND NOT word"),
            "0");
  // … and what is joined is the same figure.
  EXPECT_EQ(value_of(file(),
                     "SELECT count(*) FROM evidence JOIN figures ON figures.id = figure "
                     "WHERE NOT word AND figures.printed IS NOT evidence.printed"),
            "0");
  EXPECT_EQ(value_of(file(),
                     "SELECT group_concat(DISTINCT figures.printed) FROM findings "
                     "JOIN evidence ON evidence.finding = findings.id AND role = 'candidate' "
                     "JOIN figures ON figures.id = evidence.figure WHERE rule = 'M01'"),
            "-24.3");
  EXPECT_EQ(value_of(file(),
                     "SELECT printf('%.*f', decimals, value) FROM figures JOIN reports ON "
                     "reports.id = report WHERE period = '2024-05' AND place = 'table4' "
                     "AND span = 'ytd' AND \"row\" = '东盟' AND measure = 'value'"),
            "73.0");
}

// Names in quotation marks, apostrophes and what is no UTF-8 do no harm.
TEST(DatabaseOfOneReport, TakesAnyText) {
  const ScratchFolder scratch;
  const Family family = sample_family();
  Report report = sample_report();
  report.numerals[1].context = "'); DROP TABLE figures; -- \xFF";
  report.figures[0].value = *Decimal::parse("12345678901234567.8");
  StackedTables stack;
  stack.add(report_columns(report, family));
  const std::vector<Finding> findings{sample_finding()};
  BlamedFigures blamed;
  blamed.add(report.file, findings.front());
  const auto rows = stack.rows(report_rows(report, family, findings, blamed));
  OutputFolder folder(scratch.path().string());
  const auto writer = database_writer(folder.add("data.sqlite"), stack.tables());
  writer->report({report, family, "", findings, blamed, rows});
  writer->finish({});
  folder.commit();
  const fs::path file = scratch.path() / "data.sqlite";
  EXPECT_EQ(value_of(file, "SELECT context FROM unread"),
            "'); DROP TABLE figures; -- \xEF\xBF\xBD");
  EXPECT_EQ(value_of(file, "SELECT month_row FROM partners WHERE number = 1"), "=A, B");
  EXPECT_EQ(value_of(file, "SELECT month_value FROM overview WHERE number = 1"),
            "12345678901234567.8");
  EXPECT_EQ(value_of(file, "SELECT \"table\" FROM cells WHERE id = 1"), "overview");
}

}  // namespace
}  // namespace tradereport::tools::test
