// Rows and columns that differ from month to month: ranked lists side by side, one span alone,
// strangers, doubles, units.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>

#include "tests/parser/sheet.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::problem_lines;
using test::Sheet;
using test::table_lines;
using test::unread_numerals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

struct ListRow {
  const char* month;
  const char* month_value;
  const char* month_growth;
  const char* ytd;
  const char* ytd_value;
  const char* ytd_growth;
};

constexpr std::array<ListRow, 10> kPartners{{
    {"中国香港", "8.7", "32.6", "中国香港", "42.8", "20.6"},
    {"美国", "8.4", "143.8", "新加坡", "27.5", "-14.8"},
    {"菲律宾", "4.6", "166.4", "美国", "25.0", "26.7"},
    {"新加坡", "4.3", "-40.7", "日本", "16.3", "-3.2"},
    {"俄罗斯", "3.0", "1.4", "俄罗斯", "15.8", "20.7"},
    {"日本", "2.8", "14.6", "阿联酋", "15.5", "70.0"},
    {"印度尼西亚", "2.4", "125.9", "菲律宾", "10.0", "-36.9"},
    {"阿联酋", "2.3", "24.1", "澳大利亚", "10.0", "-0.1"},
    {"孟加拉国", "2.1", "61.6", "印度尼西亚", "9.4", "16.9"},
    {"越南", "2.1", "80.3", "孟加拉国", "9.3", "-54.1"},
}};

void list_row(Sheet& sheet, double y, const ListRow& row) {
  sheet.put_centred(100, y, row.month);
  sheet.put_right(180, y, row.month_value);
  sheet.put_right(240, y, row.month_growth);
  sheet.put_centred(300, y, row.ytd);
  sheet.put_right(380, y, row.ytd_value);
  sheet.put_right(440, y, row.ytd_growth);
}

void list_head(Sheet& sheet) {
  sheet.put(100, 60, "表 4：2024年 5月北京市主要货物贸易出口目的地（亿美元）");
  sheet.put_centred(180, 90, "5 月当月");
  sheet.put_centred(380, 90, "1 至 5 月累计");
  for (const double x : {0.0, 200.0}) {
    sheet.put_centred(100 + x, 110, "区域");
    sheet.put_right(180 + x, 110, "出口额");
    sheet.put_right(240 + x, 104, "同比变化");
    sheet.put_right(240 + x, 116, "（%）");
  }
}

double blocs(Sheet& sheet, double y) {
  sheet.put_centred(260, y, "重点区域");
  list_row(sheet, y + 20, {"东盟", "17.7", "24.3", "东盟", "73.0", "-11.8"});
  list_row(sheet, y + 40, {"欧盟", "8.1", "13.5", "欧盟", "38.3", "1.0"});
  return y + 60;
}

TEST(TableRows, CaptionWhoseBracketClosesOnTheNextLine) {
  Sheet sheet;
  sheet.put(100, 60, "表 4：2024年 5月北京市主要货物贸易出口目的地（亿美");
  sheet.put(100, 75, "元）");
  double y = blocs(sheet, 100);
  for (const ListRow& row : kPartners) list_row(sheet, y += 20, row);
  EXPECT_THAT(problem_lines(sheet.report()), Not(Contains(StartsWith("unit_differs"))));
}

TEST(TableRows, TwoListsSideBySide) {
  Sheet sheet;
  list_head(sheet);
  double y = blocs(sheet, 140);
  sheet.put_centred(260, y, "排名前 10 地区");
  for (const ListRow& row : kPartners) list_row(sheet, y += 20, row);
  const Report report = sheet.report();
  const std::vector<std::string> lines = table_lines(report, "table4");
  ASSERT_EQ(lines.size(), 12u);
  EXPECT_EQ(lines[0], "东盟 17.7 24.3 东盟 73.0 -11.8");
  EXPECT_EQ(lines[3], "美国 8.4 143.8 新加坡 27.5 -14.8");
  EXPECT_EQ(lines[11], "越南 2.1 80.3 孟加拉国 9.3 -54.1");
  EXPECT_THAT(unread_numerals(report), IsEmpty());
  const Figure* const figure =
      find_figure(report, {"table4", Span::ytd, "export", "", 0, "美国", Measure::value});
  ASSERT_NE(figure, nullptr);
  EXPECT_EQ(figure->key.rank, 3);
  EXPECT_EQ(figure->key.group, "排名前10地区");
  const Figure* const bloc =
      find_figure(report, {"table4", Span::month, "export", "", 0, "欧盟", Measure::growth});
  ASSERT_NE(bloc, nullptr);
  EXPECT_EQ(bloc->key.rank, 0);
  EXPECT_EQ(bloc->key.group, "重点区域");
}

// The figures of the list of partners with these rows, by what they are of, and their ranks.
std::map<std::string, int> ranks_of(const std::array<ListRow, 10>& rows) {
  Sheet sheet;
  list_head(sheet);
  double y = blocs(sheet, 140);
  sheet.put_centred(260, y, "排名前 10 地区");
  for (const ListRow& row : rows) list_row(sheet, y += 20, row);
  std::map<std::string, int> ranks;
  for (const Figure& figure : sheet.report().figures) {
    if (figure.key.group != "重点区域")
      ranks[fmt::format("{} {} {} {}", figure.key.span == Span::month ? "month" : "ytd",
                        figure.key.row, to_string(figure.key.measure), figure.value.to_string())] =
          figure.key.rank;
  }
  return ranks;
}

// Whatever a line of the list loses, its other lines are read as they are, and no rank is wrong.
TEST(TableRows, ALineThatLosesCellsShiftsNothing) {
  const std::map<std::string, int> whole = ranks_of(kPartners);
  ASSERT_EQ(whole.size(), 40u);
  constexpr std::array kCells{&ListRow::month, &ListRow::month_value, &ListRow::month_growth,
                              &ListRow::ytd,   &ListRow::ytd_value,   &ListRow::ytd_growth};
  for (std::size_t r = 0; r < kPartners.size(); ++r) {
    for (const char* const instead : {"", "□□"}) {
      for (const unsigned lost : {1U, 2U, 4U, 8U, 9U, 16U, 32U, 6U, 48U, 54U, 7U, 56U, 63U}) {
        std::array<ListRow, 10> rows = kPartners;
        for (std::size_t c = 0; c < kCells.size(); ++c)
          if ((lost >> c & 1U) != 0) rows[r].*kCells[c] = instead;
        const std::map<std::string, int> found = ranks_of(rows);
        const std::string of = fmt::format("row {} without {:06b} \"{}\"", r + 1, lost, instead);
        EXPECT_GE(found.size(), 32u) << of;
        for (const auto& [figure, rank] : found) {
          const auto right = whole.find(figure);
          const bool nameless = figure.find("□") != std::string::npos;
          EXPECT_TRUE(nameless || right != whole.end()) << of << ": " << figure;
          if (right == whole.end()) continue;
          EXPECT_TRUE(rank == 0 || rank == right->second) << of << ": " << figure << " " << rank;
        }
      }
    }
  }
}

TEST(TableRows, NumbersBeforeTheNames) {
  Sheet sheet;
  list_head(sheet);
  double y = blocs(sheet, 140);
  sheet.put_centred(260, y, "排名前 10 地区");
  int rank = 0;
  for (const ListRow& row : kPartners) {
    list_row(sheet, y += 20, row);
    ++rank;
    sheet.put_right(60, y, std::to_string(rank));
    sheet.put_right(262, y, std::to_string(rank));
  }
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table4"), Contains("美国 8.4 143.8 新加坡 27.5 -14.8"));
  EXPECT_THAT(table_lines(report, "table4"), Contains("越南 2.1 80.3 孟加拉国 9.3 -54.1"));
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(TableRows, NumbersWithPointsBeforeTheNames) {
  Sheet sheet;
  list_head(sheet);
  double y = blocs(sheet, 140);
  sheet.put_centred(260, y, "排名前 10 地区");
  std::vector<std::string> names;
  names.reserve(20);
  int rank = 0;
  for (const ListRow& row : kPartners) {
    ++rank;
    names.push_back(std::to_string(rank) + "." + row.month);
    names.push_back(std::to_string(rank) + "." + row.ytd);
    ListRow numbered = row;
    numbered.month = names[names.size() - 2].c_str();
    numbered.ytd = names[names.size() - 1].c_str();
    list_row(sheet, y += 20, numbered);
  }
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table4"), Contains("美国 8.4 143.8 新加坡 27.5 -14.8"));
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(TableRows, GroupNameOverEachList) {
  Sheet sheet;
  list_head(sheet);
  double y = blocs(sheet, 140);
  sheet.put_centred(160, y, "排名前10地区");
  sheet.put_centred(360, y, "排名前10地区");
  for (const ListRow& row : kPartners) list_row(sheet, y += 20, row);
  const Report report = sheet.report();
  EXPECT_EQ(table_lines(report, "table4").size(), 12u);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// A name that the family does not know is kept as printed, with its figures.
TEST(TableRows, UnknownNames) {
  Sheet sheet;
  list_head(sheet);
  double y = blocs(sheet, 140);
  sheet.put_centred(260, y, "排名前 10 地区");
  for (ListRow row : kPartners) {
    if (std::string_view(row.month) == "菲律宾") row.month = "火星";
    list_row(sheet, y += 20, row);
  }
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table4"), Contains("火星 4.6 166.4 美国 25.0 26.7"));
  EXPECT_THAT(problem_lines(report), Contains("unknown_row 火星"));
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// An unknown name holds its place in the ranking.
TEST(TableRows, UnknownNamesAreRanked) {
  Sheet sheet;
  list_head(sheet);
  double y = blocs(sheet, 140);
  sheet.put_centred(260, y, "排名前 10 地区");
  for (ListRow row : kPartners) {
    if (std::string_view(row.month) == "菲律宾") row.month = "火星";
    list_row(sheet, y += 20, row);
  }
  const Report report = sheet.report();
  const Figure* const stranger =
      find_figure(report, {"table4", Span::month, "export", "", 0, "火星", Measure::value});
  ASSERT_NE(stranger, nullptr);
  EXPECT_EQ(stranger->key.rank, 3);
  EXPECT_EQ(stranger->key.group, "排名前10地区");
  const Figure* const next =
      find_figure(report, {"table4", Span::month, "export", "", 0, "新加坡", Measure::value});
  ASSERT_NE(next, nullptr);
  EXPECT_EQ(next->key.rank, 4);
  EXPECT_THAT(problem_lines(report), Not(Contains("missing rows 排名前10地区")));
}

TEST(TableRows, TooFewRanks) {
  Sheet sheet;
  list_head(sheet);
  double y = blocs(sheet, 140);
  sheet.put_centred(260, y, "排名前 10 地区");
  for (std::size_t i = 0; i < 9; ++i) list_row(sheet, y += 20, kPartners[i]);
  EXPECT_THAT(problem_lines(sheet.report()), Contains("missing rows 排名前10地区"));
}

void put_one_span(Sheet& sheet, const char* caption, const std::vector<const char*>& head,
                  const std::vector<std::vector<const char*>>& rows) {
  sheet.put(150, 60, caption);
  for (std::size_t i = 0; i < head.size(); ++i)
    sheet.put_centred(220.0 + 80.0 * static_cast<double>(i), 90, head[i]);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const double y = 120 + 25.0 * static_cast<double>(r);
    sheet.put_centred(120, y, rows[r][0]);
    for (std::size_t i = 1; i < rows[r].size(); ++i)
      sheet.put_right(160.0 + 80.0 * static_cast<double>(i), y, rows[r][i]);
  }
}

const std::vector<std::vector<const char*>> kShort{{"进出口总额", "462.1", "8.9", "0.9"},
                                                   {"出口额", "74.7", "2.5", "15.7"},
                                                   {"进口额", "387.3", "17.6", "-1.6"},
                                                   {"净出口额", "-312.6", "", "16.3"}};

TEST(TableRows, JanuaryHasTheMonthAlone) {
  Sheet sheet;
  put_one_span(sheet, "表 1：2024年 1月北京市货物贸易进出口概况（亿美元）",
               {"绝对值", "份额（%）", "同比变化（%）"}, kShort);
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"),
              ElementsAre("进出口总额 462.1 8.9 0.9", "出口额 74.7 2.5 15.7",
                          "进口额 387.3 17.6 -1.6", "净出口额 -312.6 _ 16.3"));
  ASSERT_FALSE(report.figures.empty());
  EXPECT_EQ(report.figures[0].key.span, Span::month);
  EXPECT_TRUE(report.has_month);
  EXPECT_EQ(report.period.to_string(), "2024-01");
}

TEST(TableRows, AJointIssueHasTheYearToDateAlone) {
  Sheet sheet;
  sheet.put_centred(300, 75, "1 至 2 月累计");
  put_one_span(sheet, "表 1：2024年 1-2月北京市货物贸易进出口概况（亿美元）",
               {"绝对值", "份额（%）", "同比变化（%）"}, kShort);
  const Report report = sheet.report();
  EXPECT_EQ(table_lines(report, "table1").size(), 4u);
  ASSERT_FALSE(report.figures.empty());
  for (const Figure& figure : report.figures) EXPECT_EQ(figure.key.span, Span::ytd);
  EXPECT_FALSE(report.has_month);
  EXPECT_EQ(report.period.to_string(), "2024-02");
}

// Without any word on the span in the head, the caption's period tells it.
TEST(TableRows, TheCaptionSaysWhichSpanWhereTheHeadDoesNot) {
  Sheet sheet;
  put_one_span(sheet, "表 1：2024年 1-2月北京市货物贸易进出口概况（亿美元）",
               {"绝对值", "份额（%）", "同比变化（%）"}, kShort);
  const Report report = sheet.report();
  ASSERT_FALSE(report.figures.empty());
  EXPECT_EQ(report.figures[0].key.span, Span::ytd);
  EXPECT_FALSE(report.has_month);
}

TEST(TableRows, DoublesAreKept) {
  Sheet sheet;
  auto rows = kShort;
  rows[2] = {"出口额", "387.3", "17.6", "-1.6"};
  put_one_span(sheet, "表 1：2024年 1月北京市货物贸易进出口概况（亿美元）",
               {"绝对值", "份额（%）", "同比变化（%）"}, rows);
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), Contains("出口额 74.7 2.5 15.7"));
  EXPECT_THAT(table_lines(report, "table1"), Contains("出口额 387.3 17.6 -1.6"));
  EXPECT_THAT(problem_lines(report), Contains("missing row 进口额"));
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(TableRows, ForeignUnitInTheCaption) {
  Sheet sheet;
  put_one_span(sheet, "表 1：2024年 1月北京市货物贸易进出口概况（亿元）",
               {"绝对值", "份额（%）", "同比变化（%）"}, kShort);
  EXPECT_THAT(problem_lines(sheet.report()), Contains(HasSubstr("unit_differs 亿元")));
}

TEST(TableRows, ForeignUnitInTheHead) {
  Sheet sheet;
  put_one_span(sheet, "表 1：2024年 1月北京市货物贸易进出口概况",
               {"绝对值（万美元）", "份额（%）", "同比变化（%）"}, kShort);
  EXPECT_THAT(problem_lines(sheet.report()), Contains(HasSubstr("unit_differs 万美元")));
}

TEST(TableRows, TheFamilysUnitIsNoProblem) {
  Sheet sheet;
  put_one_span(sheet, "表 1：2024年 1月北京市货物贸易进出口概况（单位：亿美元）",
               {"绝对值", "份额（%）", "同比变化（%）"}, kShort);
  EXPECT_THAT(problem_lines(sheet.report()), Not(Contains(StartsWith("unit_differs"))));
}

TEST(TableRows, CaptionWithoutTable) {
  Sheet sheet;
  sheet.put(150, 60, "表 1：2024年 5月北京市货物贸易进出口概况（亿美元）");
  const Report report = sheet.report();
  EXPECT_THAT(problem_lines(report), Contains(StartsWith("missing rows")));
}

}  // namespace
}  // namespace tradereport::parser
