// Columns are what their heads say, not what their place says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/pages/lines.h"
#include "parser/report/report_builder.h"
#include "tests/parser/sheet.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::beijing;
using test::problem_lines;
using test::Sheet;
using test::table_lines;
using test::unread_numerals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr double kFirstEdge = 200;  // right edge of the first column of figures
constexpr double kApart = 75;

// Right-aligned columns under a head of two lines: spans over the middle of their columns, then one
// word a column.
struct HeadedTable {
  std::vector<std::pair<const char*, int>> spans;  // and how many columns they stand over
  std::vector<const char*> measures;
  std::vector<std::vector<const char*>> rows;  // names first
};

Report on_sheet(const HeadedTable& table) {
  Sheet sheet;
  sheet.put(150, 60, "表 1：2024年 5月北京市货物贸易进出口概况（亿美元）");
  int column = 0;
  for (const auto& [span, count] : table.spans) {
    sheet.put_centred(kFirstEdge + kApart * (column + (count - 1) / 2.0) - 15, 90, span);
    column += count;
  }
  for (std::size_t i = 0; i < table.measures.size(); ++i)
    sheet.put_right(kFirstEdge + kApart * static_cast<double>(i), 110, table.measures[i]);
  double y = 140;
  for (const auto& row : table.rows) {
    sheet.put_centred(80, y, row.front());
    for (std::size_t i = 1; i < row.size(); ++i)
      sheet.put_right(kFirstEdge + kApart * static_cast<double>(i - 1), y, row[i]);
    y += 25;
  }
  return sheet.report();
}

Report as_text(const HeadedTable& table) {
  std::string text = "表 1：2024年 5月北京市货物贸易进出口概况（亿美元）\n";
  for (const auto& [span, count] : table.spans) text += std::string(span) + " ";
  text += "\n";
  for (const char* const measure : table.measures) text += std::string(measure) + " ";
  text += "\n";
  for (const auto& row : table.rows) {
    for (const char* const cell : row) text += std::string(cell) + " ";
    text += "\n";
  }
  std::optional<Report> report = build_report(*lines_of(std::string_view(text)), beijing(), "text");
  if (report) return std::move(*report);
  ADD_FAILURE() << "no period in " << text;
  return {};
}

// Both ways to print it are to be read alike.
template <class Check>
void expect_both(const HeadedTable& table, const Check& check) {
  {
    SCOPED_TRACE("on a page");
    check(on_sheet(table));
  }
  SCOPED_TRACE("as text");
  check(as_text(table));
}

// As the family prints it: value, share, growth of the month and of the year to date.
const auto kAsUsual =
    ElementsAre("进出口总额 462.1 8.9 0.9 2190.3 8.8 0.8", "出口额 74.7 2.5 15.7 344.8 2.4 -1.8",
                "进口额 387.3 17.6 -1.6 1845.4 17.4 1.4");

TEST(ColumnHeads, GrowthBeforeShare) {
  expect_both({{{"5月当月", 3}, {"1至5月累计", 3}},
               {"绝对值", "同比", "份额", "绝对值", "同比", "份额"},
               {{"进出口总额", "462.1", "0.9", "8.9", "2190.3", "0.8", "8.8"},
                {"出口额", "74.7", "15.7", "2.5", "344.8", "-1.8", "2.4"},
                {"进口额", "387.3", "-1.6", "17.6", "1845.4", "1.4", "17.4"}}},
              [](const Report& report) {
                EXPECT_EQ(report.figures[1].key.measure, Measure::growth);
                EXPECT_EQ(report.figures[1].printed, "0.9");
                EXPECT_EQ(report.figures[2].key.measure, Measure::share);
                EXPECT_EQ(report.figures[2].printed, "8.9");
                EXPECT_THAT(unread_numerals(report), IsEmpty());
              });
}

TEST(ColumnHeads, YearToDateBeforeMonth) {
  expect_both({{{"1至5月累计", 3}, {"5月当月", 3}},
               {"绝对值", "份额", "同比", "绝对值", "份额", "同比"},
               {{"进出口总额", "2190.3", "8.8", "0.8", "462.1", "8.9", "0.9"},
                {"出口额", "344.8", "2.4", "-1.8", "74.7", "2.5", "15.7"},
                {"进口额", "1845.4", "17.4", "1.4", "387.3", "17.6", "-1.6"}}},
              [](const Report& report) {
                EXPECT_EQ(report.figures[0].key.span, Span::ytd);
                EXPECT_EQ(report.figures[0].printed, "2190.3");
                EXPECT_EQ(report.figures[3].key.span, Span::month);
                EXPECT_EQ(report.figures[3].printed, "462.1");
                EXPECT_THAT(unread_numerals(report), IsEmpty());
              });
}

// In January the year to date is one month long.
TEST(ColumnHeads, JanuaryToJanuary) {
  for (const char* const head : {"5月累计", "2024年5月累计", "累计"}) {
    SCOPED_TRACE(head);
    expect_both({{{"5月当月", 3}, {head, 3}},
                 {"绝对值", "份额", "同比", "绝对值", "份额", "同比"},
                 {{"进出口总额", "462.1", "8.9", "0.9", "2190.3", "8.8", "0.8"},
                  {"出口额", "74.7", "2.5", "15.7", "344.8", "2.4", "-1.8"},
                  {"进口额", "387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"}}},
                [](const Report& report) {
                  EXPECT_THAT(table_lines(report, "table1"), kAsUsual);
                  EXPECT_THAT(unread_numerals(report), IsEmpty());
                });
  }
}

// Blanks of another font are as wide as the gaps between cells: "1   至   5   月累计".
TEST(ColumnHeads, WideBlanksWithinAHead) {
  Sheet sheet;
  sheet.put(150, 60, "表 1：2024年 5月北京市货物贸易进出口概况（亿美元）");
  sheet.put(230, 90, "5");
  sheet.put(260, 90, "月当月");
  double x = 410;
  for (const char* const piece : {"1", "至", "5", "月累计"}) {
    sheet.put(x, 90, piece);
    x += 30;
  }
  const std::vector<const char*> measures = {"绝对值", "份额", "同比", "绝对值", "份额", "同比"};
  const std::vector<std::vector<const char*>> rows = {
      {"进出口总额", "462.1", "8.9", "0.9", "2190.3", "8.8", "0.8"},
      {"出口额", "74.7", "2.5", "15.7", "344.8", "2.4", "-1.8"},
      {"进口额", "387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"}};
  for (std::size_t i = 0; i < measures.size(); ++i)
    sheet.put_right(kFirstEdge + kApart * static_cast<double>(i), 110, measures[i]);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const double y = 140 + 25 * static_cast<double>(r);
    sheet.put_centred(80, y, rows[r].front());
    for (std::size_t i = 1; i < rows[r].size(); ++i)
      sheet.put_right(kFirstEdge + kApart * static_cast<double>(i - 1), y, rows[r][i]);
  }
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), kAsUsual);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// The number of columns is as usual, and so is the look of their figures.
TEST(ColumnHeads, AMeasureThatTheFamilyDoesNotKnow) {
  for (const char* const stranger : {"环比", "上年同期", "上年同期绝对值", "同比贡献率"}) {
    SCOPED_TRACE(stranger);
    expect_both({{{"5月当月", 3}, {"1至5月累计", 3}},
                 {"绝对值", stranger, "同比", "绝对值", stranger, "同比"},
                 {{"进出口总额", "462.1", "8.9", "0.9", "2190.3", "8.8", "0.8"},
                  {"出口额", "74.7", "2.5", "15.7", "344.8", "2.4", "-1.8"},
                  {"进口额", "387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"}}},
                [](const Report& report) {
                  EXPECT_EQ(report.figures.size(), 12U);
                  EXPECT_THAT(unread_numerals(report),
                              ElementsAre("8.9", "8.8", "2.5", "2.4", "17.6", "17.4"));
                  EXPECT_THAT(problem_lines(report), Contains(StartsWith("missing columns")));
                });
  }
}

TEST(ColumnHeads, AColumnMoreThanTheFamilyKnows) {
  expect_both({{{"5月当月", 4}, {"1至5月累计", 4}},
               {"绝对值", "环比", "份额", "同比", "绝对值", "环比", "份额", "同比"},
               {{"进出口总额", "462.1", "5.5", "8.9", "0.9", "2190.3", "6.6", "8.8", "0.8"},
                {"出口额", "74.7", "5.4", "2.5", "15.7", "344.8", "6.5", "2.4", "-1.8"},
                {"进口额", "387.3", "5.3", "17.6", "-1.6", "1845.4", "6.4", "17.4", "1.4"}}},
              [](const Report& report) {
                EXPECT_THAT(table_lines(report, "table1"), kAsUsual);
                EXPECT_THAT(unread_numerals(report),
                            ElementsAre("5.5", "6.6", "5.4", "6.5", "5.3", "6.4"));
              });
}

TEST(ColumnHeads, FewerColumns) {
  expect_both({{{"5月当月", 2}, {"1至5月累计", 2}},
               {"绝对值", "同比", "绝对值", "同比"},
               {{"进出口总额", "462.1", "0.9", "2190.3", "0.8"},
                {"出口额", "74.7", "15.7", "344.8", "-1.8"},
                {"进口额", "387.3", "-1.6", "1845.4", "1.4"}}},
              [](const Report& report) {
                ASSERT_EQ(report.figures.size(), 12U);
                EXPECT_EQ(report.figures[1].key.measure, Measure::growth);
                EXPECT_EQ(report.figures[2].key.span, Span::ytd);
              });
}

// Figures that stand under another column's head, or under none, are those of no column.
TEST(ColumnHeads, AColumnWithoutItsOwnHead) {
  Sheet sheet;
  sheet.put(150, 60, "表 1：2024年 5月北京市货物贸易进出口概况（亿美元）");
  sheet.put_right(420, 110, "同比");
  double y = 140;
  for (const char* const row : {"进出口总额", "出口额", "进口额", "净出口额"}) {
    sheet.put_centred(80, y, row);
    sheet.put_right(200, y, "462.1");
    y += 25;
  }
  EXPECT_THAT(sheet.report().figures, IsEmpty());
}

// The same figures a year ago, under the same words.
TEST(ColumnHeads, AnotherYear) {
  expect_both({{{"2023年5月", 3}, {"2024年5月", 3}},
               {"绝对值", "份额", "同比", "绝对值", "份额", "同比"},
               {{"进出口总额", "458.0", "8.8", "0.8", "462.1", "8.9", "0.9"},
                {"出口额", "64.6", "2.4", "-1.8", "74.7", "2.5", "15.7"},
                {"进口额", "393.6", "17.4", "1.4", "387.3", "17.6", "-1.6"}}},
              [](const Report& report) {
                for (const Figure& figure : report.figures) EXPECT_EQ(figure.key.span, Span::month);
                ASSERT_EQ(report.figures.size(), 9U);
                EXPECT_EQ(report.figures[0].printed, "462.1");
              });
}

}  // namespace
}  // namespace tradereport::parser
