// The workbook of `convert --format xlsx`, read back by other libraries.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>

#include "tests/tools/csv_rows.h"
#include "tests/tools/run_program.h"
#include "tests/tools/sample_report.h"
#include "tests/tools/writers/spreadsheet.h"
#include "tools/writers/workbook/workbook_writer.h"

namespace tradereport::tools::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace fs = std::filesystem;

SpreadsheetSheet sheet_of(const std::vector<SpreadsheetSheet>& sheets, const std::string& name) {
  for (const SpreadsheetSheet& sheet : sheets)
    if (sheet.name == name) return sheet;
  ADD_FAILURE() << "no sheet " << name;
  return {};
}

// The small report as a workbook, with these findings.
std::vector<SpreadsheetSheet> sample_workbook(const std::vector<Finding>& findings,
                                              const Report& report = sample_report()) {
  const ScratchFolder scratch;
  const Family family = sample_family();
  StackedTables stack;
  stack.add(report_columns(report, family));
  BlamedFigures blamed;
  for (const Finding& finding : findings) blamed.add(report.file, finding);
  const auto rows = stack.rows(report_rows(report, family, findings, blamed));
  OutputFolder folder(scratch.path().string());
  const std::unique_ptr<DataWriter> writer =
      workbook_writer(folder.add("data.xlsx"), stack.tables());
  writer->report({report, family, "", findings, blamed, rows});
  writer->finish({});
  folder.commit();
  return read_spreadsheet(scratch.read("data.xlsx"));
}

// Every cell of every table, and every figure, with its printed decimals.
TEST(WorkbookFile, ReadsBackFigureByFigure) {
  const ScratchFolder scratch;
  for (const char* const name :
       {"beijing-goods-2024-05.pdf", "pango-january-alone-2024-01.pdf", "odt-joint-2024-02.pdf"})
    fs::copy_file(sample(name), scratch.path() / name);
  ASSERT_EQ(run_program("convert . -o data --allow-unchecked", scratch.path()).status, 0);
  ASSERT_EQ(
      run_program("convert . --format xlsx -o all.xlsx --allow-unchecked", scratch.path()).status,
      0);
  const auto sheets = read_spreadsheet(scratch.read("all.xlsx"));
  ASSERT_EQ(sheets.size(), 9U);
  std::size_t numbers = 0;
  for (int table = 1; table <= 5; ++table) {
    const auto csv = csv_rows(scratch.read("data/table" + std::to_string(table) + ".csv"));
    const SpreadsheetSheet sheet = sheet_of(sheets, "表" + std::to_string(table));
    EXPECT_EQ(sheet.last_row(), static_cast<int>(csv.size()) + 2);
    EXPECT_FALSE(sheet.formulas);
    for (std::size_t row = 1; row < csv.size(); ++row)
      EXPECT_EQ(sheet.row(static_cast<int>(row) + 3), csv[row]) << table;
    for (const auto& [reference, cell] : sheet.cells) numbers += cell.number ? 1 : 0;
  }
  const auto csv = csv_rows(scratch.read("data/figures.csv"));
  EXPECT_GT(numbers, csv.size() / 2);
  const SpreadsheetSheet figures = sheet_of(sheets, "全部数字");
  ASSERT_EQ(figures.last_row(), static_cast<int>(csv.size()));
  for (std::size_t row = 1; row < csv.size(); ++row) {
    const std::vector<std::string> cells = figures.row(static_cast<int>(row) + 1);
    for (const std::size_t same : {1U, 6U, 7U, 9U, 10U, 11U, 12U, 13U})
      EXPECT_EQ(cells.at(same), csv[row][same]) << row;
  }
}

TEST(WorkbookFile, HasTheHeadsOfTheReport) {
  const ScratchFolder scratch;
  fs::copy_file(sample("beijing-goods-2024-05.pdf"), scratch.path() / "may.pdf");
  ASSERT_EQ(run_program("convert may.pdf --format xlsx", scratch.path()).status, 0);
  const auto sheets = read_spreadsheet(scratch.read("tradereport.xlsx"));
  const SpreadsheetSheet table = sheet_of(sheets, "表1");
  EXPECT_THAT(table.row(3),
              ElementsAre("月份", "项目", "绝对值（亿美元）", "份额（%）", "同比增速（%）",
                          "绝对值（亿美元）", "份额（%）", "同比增速（%）", "文件", "序号"));
  EXPECT_THAT(table.merged, ElementsAre("C2:E2", "F2:H2"));
  EXPECT_EQ(table.cells.at("C2").text, "当月");
  EXPECT_EQ(table.frozen, "C4");
  EXPECT_EQ(table.filter, "A3:J7");
  // Whose growth is an absolute change in one row.
  EXPECT_THAT(table.notes.at("E3"), HasSubstr("净出口额: 同比变化额"));
  const SpreadsheetSheet figures = sheet_of(sheets, "全部数字");
  EXPECT_THAT(figures.row(2), Contains("当月"));
  EXPECT_THAT(figures.row(2), Contains("表1"));
  EXPECT_THAT(sheet_of(sheets, "核对结果").row(2), Contains("错误"));
}

TEST(WorkbookFile, ColoursWhatIsWrongAndSaysWhatIsPossible) {
  const SpreadsheetSheet figures = sheet_of(sample_workbook({sample_finding()}), "全部数字");
  EXPECT_EQ(figures.cells.at("J9").text, "-24.3");
  EXPECT_EQ(figures.cells.at("J9").fill, "FFFFC7CE");
  EXPECT_THAT(figures.notes.at("J9"), HasSubstr("-0.95 至 -0.85"));
  EXPECT_EQ(figures.cells.at("J8").fill, "");
  EXPECT_EQ(figures.notes.size(), 1U);
}

TEST(WorkbookFile, HasAnotherColourWhereNothingTells) {
  Finding finding = sample_finding();
  finding.certainty = Certainty::undetermined;
  Candidate other;
  other.item = item_of(sample_report().figures[1]);
  other.explanation = 1;
  finding.candidates.push_back(other);
  const auto sheets = sample_workbook({finding});
  const SpreadsheetSheet table = sheet_of(sheets, "overview");
  EXPECT_EQ(table.cells.at("D4").text, "-0.9");
  EXPECT_EQ(table.cells.at("D4").fill, "FFFFEB9C");
  EXPECT_TRUE(table.notes.contains("D4"));
  EXPECT_EQ(table.cells.at("C4").fill, "");
  EXPECT_EQ(sheet_of(sheets, "全部数字").cells.at("J9").fill, "FFFFEB9C");
  finding.severity = Severity::warning;
  EXPECT_EQ(sheet_of(sample_workbook({finding}), "overview").cells.at("D4").fill, "FFDDEBF7");
}

TEST(WorkbookFile, TextOfADocumentStaysText) {
  Report report = sample_report();
  report.numerals[1].context = "=HYPERLINK(\"http://example.org\") \x01 \xFF & <b>";
  const auto sheets = sample_workbook({}, report);
  for (const SpreadsheetSheet& sheet : sheets) EXPECT_FALSE(sheet.formulas) << sheet.name;
  const SpreadsheetSheet partners = sheet_of(sheets, "partners");
  EXPECT_EQ(partners.cells.at("D4").text, "=A, B");
  EXPECT_FALSE(partners.cells.at("D4").number);
  EXPECT_EQ(sheet_of(sheets, "未识别").cells.at("E2").text,
            "=HYPERLINK(\"http://example.org\")   \xEF\xBF\xBD & <b>");
}

// 15 digits are what a spreadsheet's numbers hold.
TEST(WorkbookFile, LongNumbersAreTextSoThatNoneIsChanged) {
  Report report = sample_report();
  report.figures[0].value = *Decimal::parse("12345678901234567.8");
  report.figures[2].value = *Decimal::parse("1234567890123.45");
  const SpreadsheetSheet table = sheet_of(sample_workbook({}, report), "overview");
  EXPECT_FALSE(table.cells.at("C4").number);
  EXPECT_EQ(table.cells.at("C4").text, "12345678901234567.8");
  EXPECT_TRUE(table.cells.at("C5").number);
  EXPECT_EQ(table.cells.at("C5").shown(), "1234567890123.45");
}

TEST(WorkbookFile, GoesWhereOutputSays) {
  const ScratchFolder scratch;
  fs::copy_file(sample("beijing-goods-2024-05.txt"), scratch.path() / "may.txt");
  fs::create_directory(scratch.path() / "there");
  const std::string convert = "convert may.txt --format xlsx -o ";
  for (const auto& [output, file] :
       {std::pair{"new/data.xlsx", "new/data.xlsx"}, std::pair{"there", "there/tradereport.xlsx"},
        std::pair{"folder/", "folder/tradereport.xlsx"}, std::pair{"data", "data"}}) {
    const Outcome outcome = run_program(convert + output, scratch.path());
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_TRUE(fs::is_regular_file(scratch.path() / file)) << file;
  }
  EXPECT_EQ(scratch.read("new/data.xlsx"), scratch.read("data"));
  // The name alone says it too, unless it is that of a folder.
  fs::create_directory(scratch.path() / "old.xlsx");
  for (const auto& [output, file] :
       {std::pair{"by-name.xlsx", "by-name.xlsx"}, std::pair{"by-name.db", "by-name.db"},
        std::pair{"old.xlsx", "old.xlsx/figures.csv"}}) {
    EXPECT_EQ(run_program(std::string("convert may.txt -o ") + output, scratch.path()).status, 0);
    EXPECT_TRUE(fs::is_regular_file(scratch.path() / file)) << file;
  }
  EXPECT_EQ(scratch.read("by-name.xlsx"), scratch.read("data"));
  EXPECT_EQ(run_program(convert + "x.xlsx --encoding gb18030", scratch.path()).status, 2);
}

}  // namespace
}  // namespace tradereport::tools::test
