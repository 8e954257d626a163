// Tables of plain text, where the order of words is all there is.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "parser/pages/lines.h"
#include "parser/report/report_builder.h"
#include "tests/parser/support.h"
#include "tests/parser/tables/sheet_tables.h"

namespace tradereport::parser {
namespace {

using test::beijing;
using test::kOverviewLines;
using test::problem_lines;
using test::replaced;
using test::table_lines;
using test::unread_numerals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Report read_text(const std::string& text) {
  std::optional<Report> report = build_report(*lines_of(std::string_view(text)), beijing(), "text");
  if (report) return std::move(*report);
  ADD_FAILURE() << "no period in " << text;
  return {};
}

const std::string kCaption = "表 1：2024年 5月北京市货物贸易进出口概况（亿美元）\n";
const std::string kHead =
    "5 月当月 1 至 5 月累计\n绝对值 份额（%）同比变化\n（%）\n绝对值 份额（%）同比变化\n（%）\n";
const std::string kRows =
    "进出口总额 462.1 8.9 0.9 2190.3 8.9 0.9\n"
    "出口额 74.7 2.5 15.7 344.8 2.5 -1.8\n"
    "进口额 387.3 17.6 -1.6 1845.4 17.4 1.4\n"
    "净出口额（亿美元） -312.6 16.3 -1500.6 -32.0\n";

void expect_overview(const std::string& text) {
  const Report report = read_text(text);
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines) << text;
  EXPECT_THAT(unread_numerals(report), IsEmpty()) << text;
}

TEST(TableStream, OneRowALine) {
  expect_overview(kCaption + kHead + kRows);
}

TEST(TableStream, OneCellALine) {
  expect_overview(kCaption + kHead + replaced(kRows, " ", "\n"));
  expect_overview(kCaption + kHead + replaced(kRows, " ", "\n\n"));
}

TEST(TableStream, RestOfANameAfterItsFigures) {
  expect_overview(
      kCaption + kHead +
      "进出口总 462.1 8.9 0.9 2190.3 8.9 0.9\n额\n出口 74.7 2.5 15.7 344.8 2.5 -1.8\n额\n"
      "进口额 387.3 17.6 -1.6 1845.4 17.4 1.4\n"
      "净出口额（亿美元） -312.6 16.3 -1500.6 -32.0\n");
}

// "元）" is no unit of the table.
TEST(TableStream, RestOfABracketInAName) {
  const std::string rows = replaced(kRows, "净出口额（亿美元） -312.6 16.3 -1500.6 -32.0\n",
                                    "净出口额（亿美\n-312.6 16.3 -1500.6 -32.0\n元）\n");
  expect_overview(kCaption + kHead + rows);
  EXPECT_THAT(problem_lines(read_text(kCaption + kHead + rows)),
              ::testing::Not(Contains(::testing::StartsWith("unit_differs"))));
}

// Two rows of one list look like one row of two lists; the heads tell.
TEST(TableStream, OneListOfTheYearToDateAlone) {
  const Report report = read_text(
      "表4：2021年1-2月北京市主要货物贸易出口目的地（亿美元）\n区域 1至2月累计\n"
      "出口额 同比变化（%）\n重点区域\n东盟 95.6 27.0\n欧盟 124.1 -25.7\n");
  EXPECT_THAT(table_lines(report, "table4"), ElementsAre("东盟 95.6 27.0", "欧盟 124.1 -25.7"));
  for (const Figure& figure : report.figures) EXPECT_EQ(figure.key.span, Span::ytd);
}

TEST(TableStream, LabelsOnLinesOfTheirOwn) {
  expect_overview(kCaption + kHead +
                  "进出口总额\n462.1 8.9 0.9 2190.3 8.9 0.9\n出口额\n74.7 2.5 15.7 344.8 2.5 -1.8\n"
                  "进口额\n387.3 17.6 -1.6 1845.4 17.4 1.4\n净出口额\n（亿美元）\n"
                  "-312.6 16.3 -1500.6 -32.0\n");
}

TEST(TableStream, WideBlanks) {
  expect_overview(kCaption + kHead + replaced(kRows, " ", "        "));
  expect_overview(kCaption + kHead + replaced(kRows, " ", "\t"));
  expect_overview(kCaption + kHead + replaced(kRows, " ", "\u3000\u3000"));
}

TEST(TableStream, LinesOfWindows) {
  expect_overview(replaced(kCaption + kHead + kRows, "\n", "\r\n"));
}

TEST(TableStream, HeadInOneLine) {
  expect_overview(
      kCaption +
      "指标 5月当月 1至5月累计 绝对值 份额（%） 同比变化（%） 绝对值 份额（%） 同比变化（%）\n" +
      kRows);
}

TEST(TableStream, MissingMarks) {
  for (const char* mark : {"–", "—", "-", "--", "…", "*", "/"}) {
    const std::string m(mark);
    expect_overview(kCaption + kHead +
                    replaced(kRows, "-312.6 16.3 -1500.6 -32.0",
                             "-312.6 " + m + " 16.3 -1500.6 " + m + " -32.0"));
  }
}

TEST(TableStream, MinusesAndFullWidthDigits) {
  expect_overview(kCaption + kHead + replaced(kRows, " -", " −"));
  std::string wide = kRows;
  for (char d = '0'; d <= '9'; ++d)
    wide = replaced(wide, std::string(1, d), test::utf8(U'０' + static_cast<char32_t>(d - '0')));
  expect_overview(kCaption + kHead + wide);
}

// Too few figures to tell which is which: they stay unread, the other rows are read.
TEST(TableStream, ARowWithAnotherCount) {
  const Report report = read_text(kCaption + kHead + replaced(kRows, "387.3 17.6 ", "387.3 "));
  EXPECT_THAT(
      table_lines(report, "table1"),
      ElementsAre("进出口总额 462.1 8.9 0.9 2190.3 8.9 0.9", "出口额 74.7 2.5 15.7 344.8 2.5 -1.8",
                  "进口额 _ _ _ _ _ _", "净出口额 -312.6 _ 16.3 -1500.6 _ -32.0"));
  EXPECT_THAT(unread_numerals(report), ElementsAre("387.3", "1.6", "1845.4", "17.4", "1.4"));
}

TEST(TableStream, UnknownRow) {
  const Report report = read_text(kCaption + kHead + kRows + "转口额 1.1 2.2 3.3 4.4 5.5 6.6\n");
  EXPECT_THAT(table_lines(report, "table1"), Contains("转口额 1.1 2.2 3.3 4.4 5.5 6.6"));
  EXPECT_THAT(problem_lines(report), Contains("unknown_row 转口额"));
}

TEST(TableStream, January) {
  const Report report = read_text(
      "表 1：2024年 1月北京市货物贸易进出口概况（亿美元）\n绝对值 份额（%） 同比变化（%）\n"
      "进出口总额 462.1 8.9 0.9\n出口额 74.7 2.5 15.7\n进口额 387.3 17.6 -1.6\n"
      "净出口额 -312.6 16.3\n");
  EXPECT_THAT(table_lines(report, "table1"),
              ElementsAre("进出口总额 462.1 8.9 0.9", "出口额 74.7 2.5 15.7",
                          "进口额 387.3 17.6 -1.6", "净出口额 -312.6 _ 16.3"));
  EXPECT_TRUE(report.has_month);
}

TEST(TableStream, JointIssue) {
  const Report report = read_text(
      "表 1：2024年 1-2月北京市货物贸易进出口概况（亿美元）\n1至2月累计\n绝对值 份额（%） "
      "同比变化（%）\n"
      "进出口总额 462.1 8.9 0.9\n出口额 74.7 2.5 15.7\n进口额 387.3 17.6 -1.6\n"
      "净出口额 -312.6 16.3\n");
  EXPECT_EQ(table_lines(report, "table1").size(), 4u);
  EXPECT_FALSE(report.has_month);
}

const std::string kListHead =
    "表 4：2024年 5月北京市主要货物贸易出口目的地（亿美元）\n5 月当月 1 至 5 月累计\n区域\n"
    "出口额 同比变化\n（%）\n区域\n出口额 同比变化\n（%）\n";
const std::string kLists =
    "重点区域\n东盟 17.7 24.3 东盟 73.0 -11.8\n欧盟 8.1 13.5 欧盟 38.3 1.0\n排名前 10 地区\n"
    "中国香港 8.7 32.6 中国香港 42.8 20.6\n美国 8.4 143.8 新加坡 27.5 -14.8\n"
    "菲律宾 4.6 166.4 美国 25.0 26.7\n";

TEST(TableStream, ListsSideBySide) {
  for (const std::string& text :
       {kLists, replaced(kLists, " ", "   "),
        replaced(replaced(kLists, "前 10 地区", "前10地区"), " ", "\n")}) {
    const Report report = read_text(kListHead + text);
    EXPECT_THAT(table_lines(report, "table4"),
                ElementsAre("东盟 17.7 24.3 东盟 73.0 -11.8", "欧盟 8.1 13.5 欧盟 38.3 1.0",
                            "中国香港 8.7 32.6 中国香港 42.8 20.6",
                            "美国 8.4 143.8 新加坡 27.5 -14.8", "菲律宾 4.6 166.4 美国 25.0 26.7"))
        << text;
    EXPECT_THAT(unread_numerals(report), IsEmpty());
    const Figure* const figure =
        find_figure(report, {"table4", Span::ytd, "export", "", 0, "美国", Measure::growth});
    ASSERT_NE(figure, nullptr);
    EXPECT_EQ(figure->key.rank, 0);  // of ten, three are there
    EXPECT_EQ(figure->key.group, "排名前10地区");
  }
}

const std::vector<std::string> kTen = {
    "中国香港 8.7 32.6 中国香港 42.8 20.6",   "美国 8.4 143.8 新加坡 27.5 -14.8",
    "菲律宾 4.6 166.4 美国 25.0 26.7",        "新加坡 4.3 -40.7 日本 16.3 -3.2",
    "俄罗斯 3.0 1.4 俄罗斯 15.8 20.7",        "日本 2.8 14.6 阿联酋 15.5 70.0",
    "印度尼西亚 2.4 125.9 菲律宾 10.0 -36.9", "阿联酋 2.3 24.1 澳大利亚 10.0 -0.1",
    "孟加拉国 2.1 61.6 印度尼西亚 9.4 16.9",  "越南 2.1 80.3 孟加拉国 9.3 -54.1"};

// "month 美国 value 8.4 2", with the rank last.
std::vector<std::string> ranked_figures(const std::vector<std::string>& rows) {
  std::string text = kListHead + "排名前 10 地区\n";
  for (const std::string& row : rows) text += row + "\n";
  text +=
      "表 5：2024年 5月北京市主要货物贸易进口来源地（亿美元）\n5 月当月 1 至 5 月累计\n区域 进口额 "
      "同比变化（%） 区域 进口额 同比变化（%）\n重点区域\n东盟 12.2 -21.9 东盟 62.0 -6.4\n";
  std::vector<std::string> lines;
  for (const Figure& figure : read_text(text).figures) {
    const FigureKey& key = figure.key;
    if (key.place != "table4") continue;
    lines.push_back(fmt::format("{} {} {} {} {}", key.span == Span::month ? "month" : "ytd",
                                key.row, to_string(key.measure), figure.value.to_string(),
                                key.rank));
  }
  return lines;
}

TEST(TableStream, RanksOfAListOfTen) {
  const std::vector<std::string> figures = ranked_figures(kTen);
  EXPECT_EQ(figures.size(), 40u);
  EXPECT_THAT(figures, Contains("ytd 孟加拉国 growth -54.1 10"));
}

TEST(TableStream, ARowOfTheListPrintedTwice) {
  std::vector<std::string> rows = kTen;
  rows.insert(rows.begin() + 4, kTen[2]);
  const std::vector<std::string> figures = ranked_figures(rows);
  EXPECT_THAT(figures, Contains("month 菲律宾 value 4.6 3"));
  EXPECT_THAT(figures, Contains("month 菲律宾 value 4.6 0"));
  EXPECT_THAT(figures, Contains("ytd 孟加拉国 growth -54.1 10"));
}

// Whatever a line of the list loses, its other lines are read as they are, with their ranks.
TEST(TableStream, ALineThatLosesCellsShiftsNothing) {
  const std::set<std::string> whole = [] {
    const auto figures = ranked_figures(kTen);
    return std::set(figures.begin(), figures.end());
  }();
  for (std::size_t r = 0; r < kTen.size(); ++r) {
    std::vector<std::string> cells;
    std::istringstream words(kTen[r]);
    for (std::string cell; words >> cell;) cells.push_back(cell);
    const auto of = [&](const std::vector<std::size_t>& kept) {
      std::string line;
      for (const std::size_t c : kept) line += (line.empty() ? "" : " ") + cells[c];
      return line;
    };
    for (const std::string& left :
         {of({3, 4, 5}), of({0, 1, 2}), of({1, 2, 3, 4, 5}), of({0, 1, 2, 4, 5}), of({1, 2, 4, 5}),
          of({0, 3}), of({0, 1, 2, 3}), of({0, 3, 4, 5}), std::string("□□□ □.□")}) {
      std::vector<std::string> rows = kTen;
      rows[r] = left;
      const std::vector<std::string> figures = ranked_figures(rows);
      EXPECT_GE(figures.size(), 30u) << left;
      for (const std::string& figure : figures) {
        const std::string unranked = figure.substr(0, figure.rfind(' ')) + " ";
        const bool known = whole.contains(figure) ||
                           (figure.ends_with(" 0") &&
                            std::any_of(whole.begin(), whole.end(), [&](const std::string& right) {
                              return right.starts_with(unranked);
                            }));
        // A row without figures may be the first line of the next one's name.
        const bool unknown_name = left.find_first_of("0123456789") == std::string::npos &&
                                  figure.find(left.substr(0, left.find(' '))) != std::string::npos;
        EXPECT_TRUE(known || unknown_name) << left << ": " << figure;
      }
    }
  }
}

TEST(TableStream, NumberedLists) {
  const Report report = read_text(kListHead +
                                  "排名前 10 地区\n1 中国香港 8.7 32.6 1 中国香港 42.8 20.6\n"
                                  "2 美国 8.4 143.8 2 新加坡 27.5 -14.8\n");
  EXPECT_THAT(table_lines(report, "table4"), ElementsAre("中国香港 8.7 32.6 中国香港 42.8 20.6",
                                                         "美国 8.4 143.8 新加坡 27.5 -14.8"));
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// A wrong count in one list must not shift the pairs that follow.
TEST(TableStream, AMissingFigureShiftsNothing) {
  const Report report = read_text(kListHead + replaced(kLists, "欧盟 8.1 13.5", "欧盟 8.1"));
  EXPECT_THAT(table_lines(report, "table4"), Contains("中国香港 8.7 32.6 中国香港 42.8 20.6"));
  EXPECT_THAT(unread_numerals(report), ElementsAre("8.1"));
}

TEST(TableStream, TheTextAfterATableIsNotPartOfIt) {
  const Report report =
      read_text(kCaption + kHead + kRows +
                "2024年5月，北京市货物贸易出口74.7亿美元，同比上升15.7%。进口387.3亿美元。\n");
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_EQ(report.claims.size(), 3u);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(TableStream, OverTwoPages) {
  expect_overview(kCaption + kHead +
                  replaced(kRows, "\n进口额",
                           "\n\n- 2 -\n\f对外经济贸易大学—北京市货物贸易月度监测报告\n进口额"));
}

}  // namespace
}  // namespace tradereport::parser
