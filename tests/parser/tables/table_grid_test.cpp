// Tables whose words have boxes: which figure stands in which row and column.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/parser/support.h"
#include "tests/parser/tables/sheet_tables.h"

namespace tradereport::parser {
namespace {

using test::Cells;
using test::kEdges;
using test::kLabel;
using test::kOverviewLines;
using test::problem_lines;
using test::put_heads;
using test::put_overview;
using test::put_overview_head;
using test::put_row;
using test::Sheet;
using test::table_lines;
using test::unread_numerals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(TableGrid, FullGridWithBlankCells) {
  Sheet sheet;
  put_overview(sheet);
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
  EXPECT_EQ(report.period.to_string(), "2024-05");
  EXPECT_TRUE(report.has_month);
}

TEST(TableGrid, SourcesAreTheCells) {
  Sheet sheet;
  put_overview(sheet);
  const Report report = sheet.report();
  const Figure* const figure =
      find_figure(report, {"table1", Span::month, "export", "", 0, "出口额", Measure::share});
  ASSERT_NE(figure, nullptr);
  ASSERT_EQ(figure->source.boxes.size(), 1u);
  EXPECT_EQ(figure->source.boxes[0], (Box{245, 165, 260, 175}));
  EXPECT_EQ(figure->source.page, 1);
}

TEST(TableGrid, NetExportsChangeIsAbsolute) {
  Sheet sheet;
  put_overview(sheet);
  const Report report = sheet.report();
  const Figure* const figure =
      find_figure(report, {"table1", Span::month, "net", "", 0, "净出口额", Measure::change});
  ASSERT_NE(figure, nullptr);
  EXPECT_EQ(figure->unit, "亿美元");
  EXPECT_EQ(figure->value.to_string(), "16.3");
}

TEST(TableGrid, ABlankCellAnywhereKeepsTheOthersInPlace) {
  for (std::size_t blank = 0; blank < 6; ++blank) {
    Sheet sheet;
    put_overview_head(sheet);
    put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
    Cells cells{"74.7", "2.5", "15.7", "344.8", "3.5", "-1.8"};
    std::string expected = "出口额";
    for (std::size_t i = 0; i < 6; ++i)
      expected += i == blank ? std::string(" _") : " " + std::string(cells[i]);
    cells[blank] = "";
    put_row(sheet, 165, "出口额", cells);
    put_row(sheet, 190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
    EXPECT_THAT(table_lines(sheet.report(), "table1"), Contains(expected));
  }
}

// The cells of a row whose text is aligned differently stand some points apart.
TEST(TableGrid, CellsOfARowAtDifferentHeights) {
  for (const double shift : {-6.0, -4.0, -2.0, 2.0, 4.0, 6.0}) {
    Sheet sheet;
    put_overview_head(sheet);
    const auto shifted = [&](double y, const char* label, const Cells& cells) {
      sheet.put_centred(kLabel, y + shift, label);
      for (std::size_t i = 0; i < cells.size(); ++i)
        sheet.put_right(kEdges[i], y + (i % 2 == 0 ? 0 : shift), cells[i]);
    };
    shifted(140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
    shifted(165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
    shifted(190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
    shifted(215, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
    EXPECT_THAT(table_lines(sheet.report(), "table1"), kOverviewLines) << shift;
  }
}

TEST(TableGrid, LabelsOverTwoLines) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  put_row(sheet, 190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
  sheet.put_centred(kLabel, 209, "净出口额");
  sheet.put_centred(kLabel, 221, "（亿美元）");
  put_row(sheet, 215, "", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  EXPECT_THAT(table_lines(sheet.report(), "table1"), kOverviewLines);
}

TEST(TableGrid, LabelsOverTwoLinesInAListOfNames) {
  Sheet sheet;
  sheet.put(150, 60, "表 2：2024年 5月北京市分产品出口情况（亿美元）");
  put_heads(sheet, 90);
  double y = 140;
  for (const char* name : {"农产品", "矿产品", "化学制品", "纺织服装", "木制品"}) {
    put_row(sheet, y, name, {"1.1", "2.2", "3.3", "4.4", "5.5", "6.6"});
    y += 25;
  }
  put_row(sheet, y, "金属石料", {"4.5", "1.4", "-24.3", "23.2", "1.5", "-9.7"});
  sheet.put_centred(kLabel, y + 12, "制品");
  y += 32;
  for (const char* name : {"电子设备", "交通设备", "其他制品"}) {
    put_row(sheet, y, name, {"1.1", "2.2", "3.3", "4.4", "5.5", "6.6"});
    y += 25;
  }
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table2"), Contains("金属石料制品 4.5 1.4 -24.3 23.2 1.5 -9.7"));
  EXPECT_THAT(problem_lines(report), Not(Contains(::testing::StartsWith("missing row "))));
  EXPECT_THAT(problem_lines(report), Not(Contains(::testing::StartsWith("unknown_row"))));
}

TEST(TableGrid, TwoPagesWithAShiftAndARepeatedHead) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 700, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 725, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  sheet.next_page();
  put_heads(sheet, 60, 22);
  put_row(sheet, 110, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"}, 22);
  put_row(sheet, 135, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"}, 22);
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// The second page has no full row of its own to tell its columns by.
TEST(TableGrid, OnlyARowWithBlanksOnTheSecondPage) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 700, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 720, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  put_row(sheet, 740, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
  sheet.next_page();
  put_row(sheet, 60, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"}, 8);
  EXPECT_THAT(table_lines(sheet.report(), "table1"), kOverviewLines);
}

TEST(TableGrid, RepeatedCaption) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 700, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 725, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  sheet.next_page();
  sheet.put(150, 60, "表 1：2024年 5月北京市货物贸易进出口概况（续）");
  put_heads(sheet, 90);
  put_row(sheet, 140, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
  put_row(sheet, 165, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_EQ(report.tables.size(), 1u);
}

TEST(TableGrid, WhatSaysThatATableGoesOn) {
  for (const char* const said :
       {"续表 1", "续表1：2024年 5月北京市货物贸易进出口概况", "表 1（续）", "表1续", "（续表）",
        "续上表", "表 1（续）：2024年 5月北京市货物贸易进出口概况（亿美元）", "接表 1"}) {
    Sheet sheet;
    put_overview_head(sheet);
    put_row(sheet, 700, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
    put_row(sheet, 725, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
    sheet.put(80, 760, "注：贸易份额为占全国的比重。");
    sheet.next_page();
    sheet.put(150, 60, said);
    put_heads(sheet, 90);
    put_row(sheet, 140, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
    put_row(sheet, 165, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
    const Report report = sheet.report();
    EXPECT_THAT(table_lines(report, "table1"), kOverviewLines) << said;
    EXPECT_THAT(unread_numerals(report), IsEmpty()) << said;
  }
}

TEST(TableGrid, WordsRunTogether) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  // One word of the PDF with a narrow gap between its two figures.
  sheet.put_centred(kLabel, 190, "进口额");
  sheet.put_glued(200, 190, "387.3 17.6", 6);
  sheet.put_right(320, 190, "-1.6");
  sheet.put_glued(355, 190, "1845.4 17.4", 4);
  sheet.put_right(500, 190, "1.4");
  put_row(sheet, 215, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  EXPECT_THAT(table_lines(sheet.report(), "table1"), kOverviewLines);
}

TEST(TableGrid, ANoteBetweenCaptionAndTable) {
  Sheet sheet;
  sheet.put(150, 600, "表 1：2024年 5月北京市货物贸易进出口概况（亿美元）");
  sheet.put(80, 700, "注：1. 贸易份额为北京市该类贸易额占中国贸易总额的比重。");
  sheet.next_page();
  put_heads(sheet, 90);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  put_row(sheet, 190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
  put_row(sheet, 215, "净出口额（亿美元）", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// What its head says decides; without heads nobody could say which column is the one too many.
TEST(TableGrid, AColumnThatNobodyKnows) {
  Sheet sheet;
  put_overview_head(sheet);
  sheet.put_right(560, 110, "环比");
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  put_row(sheet, 190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
  sheet.put_right(560, 140, "1.2");
  sheet.put_right(560, 165, "3.4");
  put_row(sheet, 215, "净出口额（亿美元）", {"-312.6", "0.0", "16.3", "-1500.6", "0.0", "-32.0"});
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_THAT(unread_numerals(report), ElementsAre("1.2", "3.4", "0.0", "0.0"));
  EXPECT_THAT(problem_lines(report), Contains(::testing::StartsWith("missing columns")));
}

TEST(TableGrid, ABracketThatMakesAnotherRow) {
  Sheet sheet;
  put_overview(sheet);
  put_row(sheet, 240, "出口额(成品油 – 其他)", {"60.1", "2.4", "15.9", "270.1", "2.4", "-1.7"});
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), Contains("出口额 74.7 2.5 15.7 344.8 2.5 -1.8"));
  EXPECT_THAT(problem_lines(report), Contains(::testing::StartsWith("unknown_row 出口额(成品油")));
  EXPECT_EQ(std::count_if(report.figures.begin(), report.figures.end(),
                          [](const Figure& figure) { return figure.key.row == "出口额"; }),
            6);
}

TEST(TableGrid, ARowPrintedAgainOnTheNextPage) {
  Sheet sheet;
  put_overview(sheet);
  sheet.next_page();
  put_row(sheet, 60, "净出口额（亿美元）", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// The unit at the end of a row's name, on a line of its own, is no head.
TEST(TableGrid, ANameWhoseUnitIsBroken) {
  Sheet sheet;
  put_overview_head(sheet);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  put_row(sheet, 190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
  sheet.put_centred(kLabel, 208, "净出口额（亿美");
  put_row(sheet, 214, "", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
  sheet.put_centred(kLabel, 220, "元）");
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_THAT(problem_lines(report), Not(Contains(::testing::HasSubstr("unit_differs"))));
}

// Figures set to the right of a wide column: 0.9 begins far behind the end of the head over it.
TEST(TableGrid, ShortFiguresBehindTheirHead) {
  Sheet sheet;
  test::put_overview_head(sheet);
  const std::vector<double> edges{200, 260, 320, 380, 440, 560};
  test::put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"}, 0,
                edges);
  test::put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-123456789.8"}, 0,
                edges);
  EXPECT_THAT(table_lines(sheet.report(), "table1"),
              ::testing::ElementsAre("进出口总额 462.1 8.9 0.9 2190.3 8.9 0.9",
                                     "出口额 74.7 2.5 15.7 344.8 2.5 -123456789.8"));
}

}  // namespace
}  // namespace tradereport::parser
