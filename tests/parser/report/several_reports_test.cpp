// Several reports in one file: the first is read, the others are none of its own, and that is said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::figure_lines;
using test::may_2024_text;
using test::problem_lines;
using test::replaced;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

std::string of_another_month() {
  return replaced(replaced(may_2024_text(), "2024年", "2023年"), "28.3", "31.7");
}

void expect_the_first_alone(const std::string& bytes) {
  const Report report = test::read(bytes);
  EXPECT_EQ(report.period.to_string(), "2024-05");
  EXPECT_EQ(figure_lines(report), figure_lines(test::read(may_2024_text())));
  EXPECT_THAT(problem_lines(report), ElementsAre("next_report"));
  EXPECT_TRUE(report.has_holes());
}

TEST(SeveralReports, AnotherMonthBehind) {
  expect_the_first_alone(may_2024_text() + of_another_month());
}

TEST(SeveralReports, ManyMonthsBehind) {
  expect_the_first_alone(may_2024_text() + of_another_month() + "\f" + of_another_month());
}

TEST(SeveralReports, TheSameMonthTwice) {
  expect_the_first_alone(may_2024_text() + "\f" + may_2024_text());
}

TEST(SeveralReports, TheirNumeralsAreUnread) {
  const Report report = test::read(may_2024_text() + of_another_month());
  EXPECT_THAT(test::unread_numerals(report), Contains("31.7"));
  EXPECT_THAT(test::unread_numerals(test::read(may_2024_text())), Not(Contains("31.7")));
}

TEST(SeveralReports, ItsBeginIsWhereTheHeadingComesBack) {
  const Report report = test::read(may_2024_text() + of_another_month());
  ASSERT_EQ(report.problems.size(), 1U);
  EXPECT_EQ(report.problems[0].source.line_text, "一、贸易总体情况");
}

// A caption that is repeated where its table goes on, and a list of tables.
TEST(SeveralReports, OneReportIsOne) {
  const std::string list =
      "目 录\n表 1：2024年 5月北京市货物贸易进出口概况（亿美元） 1\n"
      "表 2：2024年 5月北京市分产品出口情况（亿美元） 2\n"
      "表 3：2024年 5月北京市分产品进口情况（亿美元） 3\n\f";
  EXPECT_THAT(problem_lines(test::read(list + may_2024_text())), Not(Contains("next_report")));
  const std::string goes_on =
      replaced(may_2024_text(), "化学制品 7.8 ",
               "表 2：2024年 5月北京市分产品出口情况（亿美元）\n化学制品 7.8 ");
  EXPECT_NE(goes_on, may_2024_text());
  EXPECT_THAT(problem_lines(test::read(goes_on)), Not(Contains("next_report")));
}

}  // namespace
}  // namespace tradereport::parser
