// What belongs to a report and is not there, or not read: never passed over in silence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <utility>

#include "tests/parser/sheet.h"
#include "tests/parser/support.h"
#include "tests/parser/tables/sheet_tables.h"

namespace tradereport::parser {
namespace {

using test::Cells;
using test::problem_lines;
using test::put_caption;
using test::put_row;
using test::read_file;
using test::replaced;
using test::sample;
using test::Sheet;
using test::table_lines;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string& text() {
  static const std::string bytes = read_file(sample("beijing-goods-2024-05.txt"));
  return bytes;
}

// The text without what stands from one phrase up to another.
std::string without(const std::string& from, const std::string& to) {
  const std::size_t begin = text().find(from);
  const std::size_t end = text().find(to, begin);
  EXPECT_NE(begin, std::string::npos) << from;
  EXPECT_NE(end, std::string::npos) << to;
  return text().substr(0, begin) + text().substr(end);
}

TEST(Holes, NoneInAWholeReport) {
  EXPECT_THAT(problem_lines(test::read(text())), IsEmpty());
  EXPECT_FALSE(test::read(text()).has_holes());
}

TEST(Holes, ARowWithAFigureTooFewIsUnread) {
  const Report report = test::read(replaced(text(), "电子设备 28.3 2.2 ", "电子设备 28.3 "));
  EXPECT_THAT(problem_lines(report), ElementsAre("unread_cells table2 电子设备 0"));
  EXPECT_TRUE(report.has_holes());
}

TEST(Holes, ASentenceThatIsExpected) {
  EXPECT_THAT(
      problem_lines(test::read(without("2024年 5月，北京市向东盟", "2024年 1-5月，北京市向东盟"))),
      ElementsAre("unspoken table4 month"));
}

// In January the sentences of the month speak of the year to date as well.
TEST(Holes, JanuaryIsItsOwnYearToDate) {
  std::string january = text();
  for (const auto& [from, to] : {std::pair("1-5月", "1月"), std::pair("5月", "1月"),
                                 std::pair("1 至 5 月", "1 月"), std::pair("5 月", "1 月")}) {
    for (std::size_t at = 0; (at = january.find(from, at)) != std::string::npos;)
      january.replace(at, std::strlen(from), to);
  }
  const Report report = test::read(january);
  EXPECT_EQ(report.period.month, 1);
  EXPECT_THAT(problem_lines(report), Not(Contains(testing::StartsWith("unspoken"))));
  EXPECT_THAT(problem_lines(report), Not(Contains(testing::StartsWith("missing"))));
}

TEST(Holes, PlaceholdersInTextAndTables) {
  EXPECT_THAT(problem_lines(test::read(replaced(text(), "同比上升 15.7%", "同比上升 XX%"))),
              Contains("placeholder XX"));
  for (const char* const sign : {"XX", "××", "__", "待定", "XX.X"}) {
    const Report report = test::read(
        replaced(text(), "电子设备 28.3 2.2 11.0", "电子设备 28.3 2.2 " + std::string(sign)));
    EXPECT_THAT(problem_lines(report), ElementsAre("placeholder " + std::string(sign))) << sign;
    EXPECT_THAT(table_lines(report, "table2"), Contains("电子设备 28.3 2.2 _ 143.1 2.3 13.0"))
        << sign;
  }
}

TEST(Holes, LinesAndWordsAreNoPlaceholders) {
  EXPECT_THAT(problem_lines(test::read(text() + "\n________________\nXXL xx_yy\n")), IsEmpty());
}

// The first four rows of table 2, without what they run into.
void expect_four_rows(const std::string& bytes) {
  const Report report = test::read(bytes);
  EXPECT_THAT(
      table_lines(report, "table2"),
      ElementsAre(::testing::StartsWith("农产品 1.3 "), ::testing::StartsWith("矿产品 25.5 "),
                  ::testing::StartsWith("化学制品 7.8 "), ::testing::StartsWith("纺织服装 1.4 ")));
  EXPECT_THAT(problem_lines(report),
              AllOf(Contains("missing table 表3 分产品进口"), Contains("missing row 木制品")));
}

// Lines are lost between two tables, with the caption of the second.
TEST(Holes, AHeadOfTheOtherFlowEndsATable) {
  expect_four_rows(without("木制品 0.4", "产品\n进口额"));
}

TEST(Holes, ARowOfTheSameNameEndsATable) {
  expect_four_rows(without("木制品 0.4", "农产品 23.2"));
  expect_four_rows(without("木制品 0.4", "纺织服装 4.9"));
}

TEST(Holes, MoreRowsThanATableHasAreThoseOfAnother) {
  const Report report = test::read(without("（二）进口产品结构", "农产品 23.2"));
  EXPECT_THAT(table_lines(report, "table2"), ::testing::SizeIs(9));
  EXPECT_THAT(problem_lines(report), Contains("missing table 表3 分产品进口"));
}

// Four rows of one table, four of the other, and only the gap between them tells.
TEST(Holes, RowsThatMayBeOfEitherTableAreNotRead) {
  expect_four_rows(without("木制品 0.4", "金属石料制品 72.7"));
}

// Two equal names in a table that is whole are for R02.
TEST(Holes, AMisprintedNameIsNoSecondTable) {
  const Report report = test::read(replaced(text(), "木制品 0.4", "矿产品 0.4"));
  EXPECT_THAT(table_lines(report, "table2"), ::testing::SizeIs(9));
}

TEST(Holes, UnknownRowsThatTakeNoPlaceAreAdditional) {
  const auto additional = [](const std::string& bytes) {
    const Report report = test::read(bytes);
    EXPECT_THAT(problem_lines(report), ElementsAre(::testing::StartsWith("unknown_row")));
    return std::get<UnknownRow>(report.problems.front().what).additional;
  };
  EXPECT_TRUE(additional(
      replaced(text(), "其他制品 1.4", "机电产品* 30.5 2.1 3.0 150.2 2.2 4.1\n其他制品 1.4")));
  // One of the ten of a ranking.
  EXPECT_FALSE(additional(replaced(text(), "菲律宾 4.6 166.4", "菲侓宾 4.6 166.4")));
}

Sheet overview_with(const Cells& exports) {
  Sheet sheet;
  put_caption(sheet);
  put_row(sheet, 100, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 120, "出口额", exports);
  put_row(sheet, 140, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
  put_row(sheet, 160, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  for (const double y : {700.0, 720.0, 740.0}) sheet.put(80, y, "数据来源：中国海关总署，下文同。");
  return sheet;
}

TEST(Holes, ACellThatIsEmpty) {
  EXPECT_THAT(problem_lines(overview_with({"74.7", "2.5", "", "344.8", "2.5", "-1.8"}).report()),
              Contains("unread_cells table1 出口额 1"));
  EXPECT_THAT(
      problem_lines(overview_with({"74.7", "2.5", "28.31)", "344.8", "2.5", "-1.8"}).report()),
      Contains("unread_cells table1 出口额 1"));
}

TEST(Holes, ADashIsPrintedOnPurpose) {
  for (const char* const mark : {"—", "…", "/"})
    EXPECT_THAT(
        problem_lines(overview_with({"74.7", "2.5", mark, "344.8", "2.5", "-1.8"}).report()),
        Not(Contains(::testing::StartsWith("unread_cells"))))
        << mark;
}

}  // namespace
}  // namespace tradereport::parser
