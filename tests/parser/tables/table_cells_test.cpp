// What may stand in a cell besides plain digits: signs, marks of missing figures, notes, and type
// of other widths and heights.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parser/support.h"
#include "tests/parser/tables/sheet_tables.h"

namespace tradereport::parser {
namespace {

using test::Cells;
using test::kEdges;
using test::kLabel;
using test::kOverviewLines;
using test::put_overview;
using test::put_overview_head;
using test::put_row;
using test::Sheet;
using test::table_lines;
using test::unread_numerals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(TableCells, MarksOfMissingFigures) {
  for (const char* mark : {"–", "—", "-", "--", "——", "…", "……", "*", "/", "N/A"}) {
    Sheet sheet;
    put_overview_head(sheet);
    put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
    put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
    put_row(sheet, 190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
    put_row(sheet, 215, "净出口额", {"-312.6", mark, "16.3", "-1500.6", mark, "-32.0"});
    const Report report = sheet.report();
    EXPECT_THAT(table_lines(report, "table1"), kOverviewLines) << mark;
    EXPECT_THAT(unread_numerals(report), IsEmpty()) << mark;
  }
}

// Bold type is drawn twice by some producers, a hair's breadth apart.
TEST(TableCells, TypeDrawnTwice) {
  Sheet sheet;
  put_overview(sheet);
  sheet.put_centred(kLabel + 0.3, 140, "进出口总额");
  sheet.put_right(kEdges[0] + 0.3, 140, "462.1");
  sheet.put_right(kEdges[3] + 0.3, 140.2, "2190.3");
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(TableCells, WhatMayBeASignOrANoteMakesTheCellUnread) {
  for (const char* const figure : {"▲1.6", "△1.6", "▼1.6", "↓1.6", "▼ 1.6", "↘1.6", "1.6-", "(1.6)",
                                   "1.61)", "1.6倍", "<1.6", "\uFFFD1.6", "\uE0301.6"}) {
    Sheet sheet;
    put_overview_head(sheet);
    put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
    put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
    put_row(sheet, 190, "进口额", {"387.3", "17.6", figure, "1845.4", "17.4", "1.4"});
    put_row(sheet, 215, "净出口额（亿美元）", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
    const Report report = sheet.report();
    EXPECT_EQ(report.figures.size(), 21U) << figure;
    EXPECT_EQ(unread_numerals(report).size(), 1U) << figure;
    const Figure* const read =
        find_figure(report, {"table1", Span::month, "import", {}, 0, "进口额", Measure::growth});
    EXPECT_EQ(read, nullptr) << figure;
  }
}

// The axis of a chart to the right of the table, beside a blank cell of its last column.
TEST(TableCells, NumeralsBesideTheTableFillNoCell) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", ""});
  sheet.put(520, 165, "90");
  put_row(sheet, 190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
  sheet.put(520, 190, "80");
  put_row(sheet, 215, "净出口额（亿美元）", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  std::vector<std::string> lines = kOverviewLines;
  lines[1] = "出口额 74.7 2.5 15.7 344.8 2.5 _";
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), lines);
  EXPECT_THAT(unread_numerals(report), ElementsAre("90", "80"));
}

// One figure between two rows stands in a cell that is merged over both.
TEST(TableCells, AFigureOfTwoRowsIsThatOfNeither) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "", "15.7", "344.8", "2.5", "-1.8"});
  sheet.put_right(kEdges[1], 173, "2.5");
  put_row(sheet, 182, "进口额", {"387.3", "", "-1.6", "1845.4", "17.4", "1.4"});
  put_row(sheet, 215, "净出口额（亿美元）", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  std::vector<std::string> lines = kOverviewLines;
  lines[1] = "出口额 74.7 _ 15.7 344.8 2.5 -1.8";
  lines[2] = "进口额 387.3 _ -1.6 1845.4 17.4 1.4";
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), lines);
  EXPECT_THAT(unread_numerals(report), ElementsAre("2.5"));
}

TEST(TableCells, PercentSignsAndSeparators) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9%", "0.9%", "2,190.3", "8.9%", "0.9%"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5%", "15.7%", "344.8", "2.5%", "-1.8%"});
  put_row(sheet, 190, "进口额", {"387.3", "17.6%", "−1.6%", "1,845.4", "17.4%", "1.4%"});
  put_row(sheet, 215, "净出口额", {"–312.6", "", "16.3", "-1,500.6", "", "﹣32.0"});
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  const Figure* const figure =
      find_figure(report, {"table1", Span::ytd, "import", "", 0, "进口额", Measure::value});
  ASSERT_NE(figure, nullptr);
  EXPECT_EQ(figure->printed, "1,845.4");
}

TEST(TableCells, FullWidthDigits) {
  Sheet wide;
  put_overview_head(wide);
  const auto wide_row = [&](double y, const char* label, const Cells& figures) {
    wide.put_centred(kLabel, y, label);
    for (std::size_t i = 0; i < figures.size(); ++i)
      wide.put_right(kEdges[i], y + 1, figures[i], 8);
  };
  wide_row(140, "进出口总额",
           {"４６２．１", "８．９", "０．９", "２１９０．３", "８．９", "０．９"});
  wide_row(165, "出口额", {"７４．７", "２．５", "１５．７", "３４４．８", "２．５", "－１．８"});
  wide_row(190, "进口额",
           {"３８７．３", "１７．６", "－１．６", "１８４５．４", "１７．４", "１．４"});
  wide_row(215, "净出口额", {"－３１２．６", "", "１６．３", "−１５００．６", "", "-３２．０"});
  EXPECT_THAT(table_lines(wide.report(), "table1"), kOverviewLines);
}

// Smaller than the labels and at the top of their cells: still figures, not raised markers.
TEST(TableCells, SmallFiguresAtTheTopOfTheirCells) {
  for (const double size : {7.0, 8.0, 9.0}) {
    Sheet sheet;
    put_overview_head(sheet);
    const auto small_row = [&](double y, const char* label, const Cells& figures) {
      sheet.put_centred(kLabel, y, label);
      for (std::size_t i = 0; i < figures.size(); ++i)
        sheet.put_right(kEdges[i], y, figures[i], size);
    };
    small_row(140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
    small_row(165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
    small_row(190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
    small_row(215, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
    EXPECT_THAT(table_lines(sheet.report(), "table1"), kOverviewLines) << size;
  }
}

TEST(TableCells, FiguresWithMarkers) {
  Sheet sheet;
  put_overview(sheet);
  sheet.put(201, 138, "2", 5);  // raised, small, behind 462.1
  sheet.put(261, 164, "[1]", 5);
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// A superscript character needs no smaller box to be a marker.
TEST(TableCells, SuperscriptCharactersAreMarkers) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 140, "进出口总额²", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  put_row(sheet, 190, "进口额", {"387.3¹", "17.6", "-1.6", "1845.4", "17.4", "1.4①"});
  put_row(sheet, 215, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  EXPECT_THAT(table_lines(sheet.report(), "table1"), kOverviewLines);
}

}  // namespace
}  // namespace tradereport::parser
