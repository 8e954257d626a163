// Rows whose cells break over several lines: numbers, names, both.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parser/support.h"
#include "tests/parser/tables/sheet_tables.h"

namespace tradereport::parser {
namespace {

using test::kEdges;
using test::put_caption;
using test::put_row;
using test::Sheet;
using test::table_lines;
using test::unread_numerals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// With the source of the figures at the page's end.
void begin_table(Sheet& sheet) {
  put_caption(sheet);
  put_row(sheet, 100, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  for (const double y : {700.0, 720.0, 740.0}) sheet.put(80, y, "数据来源：中国海关总署，下文同。");
}

constexpr const char* kFirst = "进出口总额 462.1 8.9 0.9 2190.3 8.9 0.9";

// The lines of the broken number stand over and under the row's other figures.
TEST(BrokenRows, ANumberOverTwoLinesAroundItsRow) {
  Sheet sheet;
  begin_table(sheet);
  sheet.put_right(kEdges[3], 124, "１，８４５．");
  put_row(sheet, 130, "进口额", {"387.3", "17.6", "-1.6", "", "17.4", "1.4"});
  sheet.put_right(kEdges[3], 136, "４");
  EXPECT_THAT(table_lines(sheet.report(), "table1"),
              ElementsAre(kFirst, "进口额 387.3 17.6 -1.6 1845.4 17.4 1.4"));
  EXPECT_THAT(unread_numerals(sheet.report()), IsEmpty());
}

// The rest of one row's number is not taken for the beginning of the next row's.
TEST(BrokenRows, TwoNumbersUnderOneAnother) {
  Sheet sheet;
  begin_table(sheet);
  put_row(sheet, 130, "出口额", {"74.7", "2.5", "15.7", "３４４．", "2.5", "-1.8"});
  sheet.put_right(kEdges[3], 141, "８");
  put_row(sheet, 154, "进口额", {"387.3", "17.6", "-1.6", "１８４５．", "17.4", "1.4"});
  sheet.put_right(kEdges[3], 165, "４");
  EXPECT_THAT(table_lines(sheet.report(), "table1"),
              ElementsAre(kFirst, "出口额 74.7 2.5 15.7 344.8 2.5 -1.8",
                          "进口额 387.3 17.6 -1.6 1845.4 17.4 1.4"));
  EXPECT_THAT(unread_numerals(sheet.report()), IsEmpty());
}

// A narrow cell breaks numbers anywhere, and names with them: the rest of the name tells that its
// line is no row. 净出口额（亿美元） had 574 for 5744.2, and 亿美元 4.2.
TEST(BrokenRows, NumbersThatBreakWithTheNameOfTheirRow) {
  Sheet sheet;
  begin_table(sheet);
  put_row(sheet, 130, "净出口额", {"－", "", "16.3", "574", "", "-32.0"});
  put_row(sheet, 142, "（亿美元）", {"312.6", "", "", "4.2", "", ""});
  EXPECT_THAT(table_lines(sheet.report(), "table1"),
              ElementsAre(kFirst, "净出口额 -312.6 _ 16.3 5744.2 _ -32.0"));
  EXPECT_THAT(unread_numerals(sheet.report()), IsEmpty());
}

TEST(BrokenRows, NumbersThatBreakAtTheirCommaOrPoint) {
  Sheet sheet;
  begin_table(sheet);
  put_row(sheet, 130, "进口", {"387.", "17.6", "-1.6", "1,", "17.4", "1.4"});
  put_row(sheet, 142, "额", {"3", "", "", "845.4", "", ""});
  EXPECT_THAT(table_lines(sheet.report(), "table1"),
              ElementsAre(kFirst, "进口额 387.3 17.6 -1.6 1845.4 17.4 1.4"));
  EXPECT_THAT(unread_numerals(sheet.report()), IsEmpty());
}

// Three lines of one name, of which the last has no figures.
TEST(BrokenRows, ASignIsLeftAloneInARowWhoseNameBreaks) {
  Sheet sheet;
  begin_table(sheet);
  put_row(sheet, 130, "净出", {"-312.6", "", "16.3", "－", "", "-32.0"});
  put_row(sheet, 142, "口额（亿", {"", "", "", "1500.6", "", ""});
  put_row(sheet, 154, "美元）", {});
  EXPECT_THAT(table_lines(sheet.report(), "table1"),
              ElementsAre(kFirst, "净出口额 -312.6 _ 16.3 -1500.6 _ -32.0"));
  EXPECT_THAT(unread_numerals(sheet.report()), IsEmpty());
}

// Without a name nothing tells whether 574 and 4.2 are one number: neither is read.
TEST(BrokenRows, ANumberThatMayBeCutIsNotRead) {
  Sheet sheet;
  begin_table(sheet);
  put_row(sheet, 130, "进口额", {"387.3", "17.6", "-1.6", "574", "17.4", "1.4"});
  sheet.put_right(kEdges[3], 142, "4.2");
  for (const std::string& line : table_lines(sheet.report(), "table1"))
    EXPECT_THAT(line, ::testing::Not(::testing::HasSubstr("574")));
}

// The unit of a row's name begins a new line: 净出口额（ was taken for a head.
TEST(BrokenRows, ANameThatBreaksBehindItsBracket) {
  Sheet sheet;
  begin_table(sheet);
  put_row(sheet, 130, "净出口额（", {});
  put_row(sheet, 142, "亿美元）", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  EXPECT_THAT(table_lines(sheet.report(), "table1"),
              ElementsAre(kFirst, "净出口额 -312.6 _ 16.3 -1500.6 _ -32.0"));
}

// A whole number below a row is no part of it: nothing is lost, nothing made up.
TEST(BrokenRows, AStrayNumberIsNotTakenIn) {
  Sheet sheet;
  begin_table(sheet);
  put_row(sheet, 130, "进口额", {"387.3", "17.6", "-1.6", "", "17.4", "1.4"});
  sheet.put_right(kEdges[3], 142, "５");
  EXPECT_THAT(table_lines(sheet.report(), "table1"),
              ElementsAre(kFirst, "进口额 387.3 17.6 -1.6 _ 17.4 1.4", "_ _ _ _ _ _ _"));
  EXPECT_THAT(unread_numerals(sheet.report()), ElementsAre("５"));
}

// Some cells stand beside the first line of the name, others beside the second.
TEST(BrokenRows, FiguresBesideBothLinesOfTheName) {
  Sheet sheet;
  sheet.put(100, 60, "表 2：2024年 5月北京市分产品出口情况（亿美元）");
  put_row(sheet, 80, "农产品", {"1.3", "1.5", "37.4", "5.3", "1.4", "18.5"});
  put_row(sheet, 100, "矿产品", {"25.5", "46.5", "19.4", "113.8", "43.8", "-19.9"});
  put_row(sheet, 120, "化学", {"", "", "92.7", "", "", "7.8"});
  put_row(sheet, 130.5, "制品", {"7.8", "2.4", "", "21.9", "1.5", ""});
  EXPECT_THAT(
      table_lines(sheet.report(), "table2"),
      ElementsAre("农产品 1.3 1.5 37.4 5.3 1.4 18.5", "矿产品 25.5 46.5 19.4 113.8 43.8 -19.9",
                  "化学制品 7.8 2.4 92.7 21.9 1.5 7.8"));
}

// A minus that stands apart from its number, nearer to it than to the column before.
TEST(BrokenRows, SignsSetApart) {
  Sheet sheet;
  begin_table(sheet);
  put_row(sheet, 130, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", ""});
  sheet.put(478, 130, "−");
  sheet.put(488, 130, "1.8");
  EXPECT_THAT(table_lines(sheet.report(), "table1"),
              ElementsAre(kFirst, "出口额 74.7 2.5 15.7 344.8 2.5 -1.8"));
}

}  // namespace
}  // namespace tradereport::parser
