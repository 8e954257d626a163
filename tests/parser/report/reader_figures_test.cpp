// The real report with other figures and other months: each change of a figure is read as that
// change and nothing else.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/parser/support.h"
#include "tests/sanitized.h"

namespace tradereport::parser {
namespace {

using test::figure_lines;
using test::may_2024_text;
using test::problem_lines;
using test::read;
using test::replaced;
using test::truth_lines;
using test::unread_numerals;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

// The report with `digits` in the place of this figure.
std::string with_figure(const Source& source, const std::string& digits) {
  std::istringstream stream(may_2024_text());
  std::string out;
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    if (++number == source.line) {
      line = source.line_text.str();
      line.replace(source.begin, source.end - source.begin, digits);
    }
    out += line + "\n";
  }
  return out;
}

void expect_one_change(const Report& before, const Figure& figure, const std::string& digits) {
  // The sign that stands before the digits is part of what is printed.
  const bool minus = figure.printed.front() == '-';
  const Report after = read(with_figure(figure.source, (minus ? "-" : "") + digits));
  const std::vector<std::string> old_lines = figure_lines(before);
  const std::vector<std::string> new_lines = figure_lines(after);
  std::vector<std::string> gone;
  std::vector<std::string> come;
  std::set_difference(old_lines.begin(), old_lines.end(), new_lines.begin(), new_lines.end(),
                      std::back_inserter(gone));
  std::set_difference(new_lines.begin(), new_lines.end(), old_lines.begin(), old_lines.end(),
                      std::back_inserter(come));
  ASSERT_EQ(gone.size(), 1u) << figure.source.line_text.view() << " with " << digits;
  ASSERT_EQ(come.size(), 1u) << figure.source.line_text.view() << " with " << digits;
  const auto key_of = [](const std::string& line) {
    std::size_t commas = 0;
    std::size_t at = 0;
    while (commas < 7) commas += line[at++] == ',' ? 1 : 0;
    return line.substr(0, at);
  };
  EXPECT_EQ(key_of(gone[0]), key_of(come[0]));
  EXPECT_THAT(come[0], ::testing::EndsWith((minus ? "-" : "") + digits));
  EXPECT_THAT(come[0], ::testing::HasSubstr(replaced(digits, ",", "")));
  EXPECT_THAT(unread_numerals(after), IsEmpty()) << figure.source.line_text.view();
}

class Change : public ::testing::TestWithParam<const char*> {};

TEST_P(Change, OfOneFigureIsReadAsThat) {
  const Report before = read(may_2024_text());
  for (std::size_t i = 0; i < before.figures.size() && !HasFailure(); i += kOneIn)
    expect_one_change(before, before.figures[i], GetParam());
  for (std::size_t i = 0; i < before.claims.size() && !HasFailure(); i += kOneIn)
    expect_one_change(before, before.claims[i], GetParam());
}

INSTANTIATE_TEST_SUITE_P(Figures, Change, ::testing::Values("9876.5", "0.07", "1,234.5", "12"),
                         [](const auto& one) { return fmt::format("To{}", one.index); });

// The same report for another month of the year.
std::string of_month(int month) {
  std::string text = may_2024_text();
  const std::string m = std::to_string(month);
  for (const auto& [from, to] :
       {std::pair{"年 5月", "年 " + m + "月"}, std::pair{"年 5 月", "年 " + m + " 月"},
        std::pair{"1-5月", "1-" + m + "月"}, std::pair{"\n5 月当月", "\n" + m + " 月当月"},
        std::pair{"1 至 5 月", "1 至 " + m + " 月"}})
    text = replaced(text, from, to);
  return text;
}

TEST(Months, EveryMonthIsReadLikeMay) {
  for (int month = 2; month <= 12; ++month) {
    const Report report = read(of_month(month));
    EXPECT_EQ(report.period.to_string(), fmt::format("2024-{:02}", month));
    EXPECT_THAT(figure_lines(report), ElementsAreArray(truth_lines("beijing-goods-2024-05")))
        << month;
    EXPECT_THAT(unread_numerals(report), IsEmpty()) << month;
    EXPECT_THAT(problem_lines(report), IsEmpty()) << month;
  }
}

// "From January to January" is printed as January, or not at all.
TEST(Months, JanuaryWithBothColumns) {
  const Report report = read(of_month(1));
  EXPECT_EQ(report.period.to_string(), "2024-01");
  EXPECT_EQ(report.figures.size(), 226u);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
  EXPECT_TRUE(report.has_month);
}

// January's report says each thing once.
TEST(Months, JanuaryAlone) {
  const Report report = read(
      "北京市货物贸易月度监测报告\n一、贸易总体情况\n"
      "2024年1月，北京市货物贸易进出口总额462.1亿美元（占全国贸易份额为8.9%），同比上升0.9%。"
      "其中，出口74.7亿美元（占全国出口份额为2.5%），同比上升15.7%；进口387.3亿美元，同比下降1.6%。"
      "当月净进口312.6亿美元。\n"
      "表1：2024年1月北京市货物贸易进出口概况（亿美元）\n绝对值 份额（%） 同比变化（%）\n"
      "进出口总额 462.1 8.9 0.9\n出口额 74.7 2.5 15.7\n进口额 387.3 17.6 -1.6\n净出口额 -312.6 "
      "16.3\n");
  EXPECT_EQ(report.period.to_string(), "2024-01");
  EXPECT_EQ(report.figures.size(), 11u);
  EXPECT_EQ(report.claims.size(), 9u);
  for (const Claim& claim : report.claims) EXPECT_EQ(claim.key.span, Span::month);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(Months, JointIssue) {
  const Report report = read(
      "北京市货物贸易月度监测报告\n一、贸易总体情况\n"
      "2024年1-2月，北京市货物贸易累计进出口总额462.1亿美元（占全国贸易份额为8.9%），同比上升0.9%。"
      "其中，出口74.7亿美元，同比上升15.7%。累计净进口312.6亿美元。\n"
      "表1：2024年1-2月北京市货物贸易进出口概况（亿美元）\n1至2月累计\n绝对值 份额（%） "
      "同比变化（%）\n"
      "进出口总额 462.1 8.9 0.9\n出口额 74.7 2.5 15.7\n进口额 387.3 17.6 -1.6\n净出口额 -312.6 "
      "16.3\n");
  EXPECT_EQ(report.period.to_string(), "2024-02");
  EXPECT_FALSE(report.has_month);
  EXPECT_EQ(report.figures.size(), 11u);
  EXPECT_EQ(report.claims.size(), 6u);
  for (const Figure& figure : report.figures) EXPECT_EQ(figure.key.span, Span::ytd);
  for (const Claim& claim : report.claims) EXPECT_EQ(claim.key.span, Span::ytd);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

}  // namespace
}  // namespace tradereport::parser
