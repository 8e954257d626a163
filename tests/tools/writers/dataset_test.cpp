#include "tools/writers/dataset.h"

#include <gtest/gtest.h>

#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tests/tools/sample_report.h"
#include "tools/writers/csv_writer.h"
#include "tools/writers/data_package.h"
#include "tools/writers/printed_tables.h"
#include "tools/writers/records_json.h"

namespace tradereport::tools {
namespace {

using test::sample_family;
using test::sample_finding;
using test::sample_report;

// All reports in one, in the order given, each with these findings.
std::vector<DataTable> stacked(const std::vector<std::pair<Report, Family>>& reports,
                               const std::vector<Finding>& findings = {}) {
  StackedTables stack;
  for (const auto& [report, family] : reports) stack.add(report_columns(report, family));
  std::vector<DataTable> tables = stack.tables();
  for (const auto& [report, family] : reports) {
    BlamedFigures blamed;
    for (const Finding& finding : findings) blamed.add(report.file, finding);
    std::vector<std::vector<StackedTables::Row>> rows =
        stack.rows(report_rows(report, family, findings, blamed));
    for (std::size_t i = 0; i < tables.size(); ++i)
      std::move(rows[i].begin(), rows[i].end(), std::back_inserter(tables[i].rows));
  }
  return tables;
}

std::vector<DataTable> sample_tables() {
  return stacked({{sample_report(), sample_family()}});
}

const DataTable& table(const std::vector<DataTable>& tables, std::string_view name) {
  for (const DataTable& t : tables)
    if (t.name == name) return t;
  throw std::out_of_range(std::string(name));
}

TEST(Figures, ColumnsAreTheContract) {
  const std::string csv = csv_text(sample_tables().front());
  EXPECT_EQ(csv.substr(0, csv.find("\r\n")),
            "family,period,place,span,flow,group,rank,row,measure,value,unit,page,printed,file,box,"
            "number,finding");
}

TEST(Figures, TablesFirstThenText) {
  const DataTable figures = sample_tables().front();
  ASSERT_EQ(figures.rows.size(), 8U);
  EXPECT_EQ(figures.rows.front(),
            (std::vector<std::string>{"sample", "2024-05", "overview", "month", "total", "", "",
                                      "Total", "value", "462.10", "USD", "2", "462.10", "may.txt",
                                      "72 100 90.5 112.25", "1", ""}));
  EXPECT_EQ(figures.rows.back()[2], "text");
  EXPECT_EQ(figures.rows.back()[9], "-24.3");
}

TEST(PrintedTables, CanonicalNamesAndBlankCells) {
  EXPECT_EQ(csv_text(table(sample_tables(), "overview")),
            "period,row,month_value,month_growth,file,number\r\n"
            "2024-05,Total,462.10,-0.9,may.txt,1\r\n"
            "2024-05,Net,-9.0,,may.txt,2\r\n");
}

TEST(PrintedTables, GroupsRanksAndSeveralLabels) {
  EXPECT_EQ(csv_text(table(sample_tables(), "partners")),
            "period,group,rank,month_row,month_value,ytd_row,ytd_value,file,number\r\n"
            "2024-05,first ten,1,\"'=A, B\",3.0,C,8.5,may.txt,1\r\n"
            "2024-05,first ten,2,C,2.0,\"A \"\"x\"\"\",7.5,may.txt,2\r\n");
}

TEST(PrintedTables, AJointIssueKeepsTheNamesOfTheOthers) {
  const Family family = sample_family();
  const std::vector<Column> joint{family.tables[1].columns[2], family.tables[1].columns[3]};
  EXPECT_EQ(column_names(joint, &family.tables[1]),
            (std::vector<std::string>{"ytd_row", "ytd_value"}));
}

TEST(StackedTables, HasAllColumns) {
  const Family family = sample_family();
  Report april = sample_report();
  april.period = {2024, 4};
  april.file = "z.txt";
  april.tables[0].columns.pop_back();  // no growth
  for (TableRow& row : april.tables[0].rows) row.cells.pop_back();
  Report other = sample_report();
  other.file = "a.txt";
  const std::vector<DataTable> tables =
      stacked({{april, family}, {other, family}, {sample_report(), family}});
  EXPECT_EQ(csv_text(table(tables, "overview")),
            "period,row,month_value,month_growth,file,number\r\n"
            "2024-04,Total,462.10,,z.txt,1\r\n2024-04,Net,-9.0,,z.txt,2\r\n"
            "2024-05,Total,462.10,-0.9,a.txt,1\r\n2024-05,Net,-9.0,,a.txt,2\r\n"
            "2024-05,Total,462.10,-0.9,may.txt,1\r\n2024-05,Net,-9.0,,may.txt,2\r\n");
  const auto& figures = tables.front().rows;
  EXPECT_EQ(figures[0][13], "z.txt");
  EXPECT_EQ(figures[8][13], "a.txt");
  EXPECT_EQ(figures[16][13], "may.txt");
}

TEST(StackedTables, SeveralFamiliesDoNotShareTables) {
  Family second = sample_family();
  second.id = "second";
  Report report = sample_report();
  report.family = "second";
  const std::vector<DataTable> tables =
      stacked({{sample_report(), sample_family()}, {report, second}});
  EXPECT_EQ(table(tables, "sample-overview").rows.size(), 2U);
  EXPECT_EQ(table(tables, "second-overview").rows.size(), 2U);
}

TEST(Unread, IsWrittenWithContext) {
  EXPECT_EQ(csv_text(sample_tables().back()),
            "file,period,page,printed,context,number\r\n"
            "may.txt,2024-05,3,77,\"of 77, \"\"perhaps\"\"\",1\r\n");
}

TEST(Findings, BlameTheFigureAndStandInRowsOfTheirOwn) {
  const std::vector<DataTable> tables =
      stacked({{sample_report(), sample_family()}}, {sample_finding()});
  const DataTable& figures = tables.front();
  for (const auto& row : figures.rows)
    EXPECT_EQ(row.back(), row[2] == "text" ? "0123456789abcdef proved" : "") << row[7];
  const DataTable& findings = table(tables, "findings");
  ASSERT_EQ(findings.rows.size(), 1U);
  const auto cell = [&](const char* name) {
    for (std::size_t i = 0; i < findings.columns.size(); ++i)
      if (findings.columns[i].name == name) return findings.rows[0].at(i);
    return std::string("no column");
  };
  EXPECT_EQ(cell("rule"), "M01");
  EXPECT_EQ(cell("certainty"), "proved");
  EXPECT_EQ(cell("place"), "text");
  EXPECT_EQ(cell("printed"), "-24.3");
  EXPECT_EQ(cell("suggested"), "-0.9");
  EXPECT_EQ(cell("possible_min"), "-0.95");
  EXPECT_EQ(cell("possible_max"), "-0.85");
  EXPECT_EQ(cell("box"), "72 100 90.5 112.25");
  EXPECT_EQ(cell("number"), "1");
}

TEST(Findings, BlameAllCandidatesWhereNothingTellsThemApart) {
  Finding finding = sample_finding();
  Candidate other;
  other.item = item_of(sample_report().figures[1]);
  other.explanation = 1;
  finding.candidates.push_back(other);
  const auto blamed = [&](Certainty certainty) {
    finding.certainty = certainty;
    const auto rows = stacked({{sample_report(), sample_family()}}, {finding}).front().rows;
    std::vector<std::string> rows_blamed;
    for (const auto& row : rows)
      if (!row.back().empty()) rows_blamed.push_back(row[2] + " " + row.back());
    return rows_blamed;
  };
  EXPECT_EQ(blamed(Certainty::undetermined),
            (std::vector<std::string>{"overview 0123456789abcdef undetermined",
                                      "text 0123456789abcdef undetermined"}));
  EXPECT_EQ(blamed(Certainty::likely), (std::vector<std::string>{"text 0123456789abcdef likely"}));
}

// "Exports rose by 2.0%, and by 2.0% once more": one of the two can be wrong alone.
TEST(Findings, TellApartWhatTheTextSaysTwice) {
  Report report = sample_report();
  report.claims.push_back(report.claims.front());
  report.claims.back().source.line = 63;
  BlamedFigures blamed;
  const Finding finding = sample_finding();
  blamed.add(report.file, finding);
  EXPECT_EQ(blamed.of(report.file, report.claims.front()).size(), 1U);
  EXPECT_EQ(blamed.of(report.file, report.claims.back()).size(), 0U);
  EXPECT_EQ(blamed.of("other.txt", report.claims.front()).size(), 0U);
}

TEST(RecordsJson, NumbersKeepTheirDecimals) {
  const std::vector<DataTable> tables = sample_tables();
  const DataTable& overview = table(tables, "overview");
  const std::string text = record_json(overview.columns, overview.rows[0]);
  EXPECT_NE(text.find("\"month_value\": 462.10,"), std::string::npos) << text;
  const auto json = nlohmann::json::parse(record_json(overview.columns, overview.rows[1]));
  EXPECT_EQ(json["month_growth"], nullptr);
  EXPECT_EQ(json["row"], "Net");
}

TEST(DataPackage, DescribesEveryColumn) {
  const std::vector<DataTable> tables = sample_tables();
  const auto package = nlohmann::json::parse(data_package_text(tables, Encoding::utf8, {}));
  EXPECT_EQ(package["profile"], "tabular-data-package");
  ASSERT_EQ(package["resources"].size(), tables.size());
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const auto& resource = package["resources"][i];
    EXPECT_EQ(resource["path"], tables[i].name + ".csv");
    const auto& fields = resource["schema"]["fields"];
    ASSERT_EQ(fields.size(), tables[i].columns.size());
    for (std::size_t c = 0; c < fields.size(); ++c) {
      EXPECT_EQ(fields[c]["name"], tables[i].columns[c].name);
      EXPECT_EQ(fields[c]["description"].get<std::string>().find("data."), std::string::npos);
    }
  }
  EXPECT_EQ(package["resources"][1]["schema"]["fields"][2]["unit"], "USD");
}

TEST(DataPackage, SaysOfAByteOrderMark) {
  const std::vector<DataTable> tables = sample_tables();
  for (const auto& [encoding, name] :
       {std::pair{Encoding::utf8, "utf-8"}, std::pair{Encoding::utf8_bom, "utf-8-sig"},
        std::pair{Encoding::gb18030, "gb18030"}}) {
    const auto package = nlohmann::json::parse(data_package_text(tables, encoding, {}));
    for (const auto& resource : package["resources"]) EXPECT_EQ(resource["encoding"], name);
  }
}

}  // namespace
}  // namespace tradereport::tools
