// Periods: how texts name them, which span they mean in a report, which month a report is about.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/report/period_vote.h"
#include "parser/text/normalize.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::beijing;
using ::testing::ElementsAre;

// The period that all of a text is.
std::optional<PeriodMention> mention_of(std::string_view text) {
  const auto found = beijing().vocabulary().find_period(text, 0);
  if (!found || found->at.begin != 0 || found->at.end != text.size()) return std::nullopt;
  return found->mention;
}

std::string period(std::string_view text) {
  const auto mention = mention_of(text);
  if (!mention) return "none";
  return mention->span ? std::string(to_string(*mention->span)) : to_string(*mention);
}

TEST(Period, Written) {
  for (const auto& [text, expected] :
       std::vector<std::pair<const char*, const char*>>{{"2024年5月", "2024-05"},
                                                        {"2024年5月份", "2024-05"},
                                                        {"2024年5月当月", "2024-05"},
                                                        {"5月", "05"},
                                                        {"5月当月", "05"},
                                                        {"2024年1-5月", "2024-01..05"},
                                                        {"2024年1至5月", "2024-01..05"},
                                                        {"2024年1月至5月", "2024-01..05"},
                                                        {"2024年1-5月累计", "2024-01..05"},
                                                        {"1-5月", "01..05"},
                                                        {"今年1-5月", "01..05"},
                                                        {"2024年前5个月", "2024-01..05"},
                                                        {"前五个月", "01..05"},
                                                        {"前十一个月", "01..11"},
                                                        {"2024年上半年", "2024-01..06"},
                                                        {"前三季度", "01..09"},
                                                        {"1-3季度", "01..09"},
                                                        {"一季度", "01..03"},
                                                        {"2024年一季度", "2024-01..03"},
                                                        {"2024年", "2024-01..12"},
                                                        {"2024年全年", "2024-01..12"},
                                                        {"2024年1-12月", "2024-01..12"},
                                                        {"当月", "month"},
                                                        {"本月", "month"},
                                                        {"今年以来", "ytd"},
                                                        {"累计", "ytd"},
                                                        {"全年", "ytd"}}) {
    EXPECT_EQ(period(text), expected) << text;
  }
}

TEST(Period, NotOne) {
  for (const char* text : {"", "5", "2024", "2024年13月", "0月", "2024年5-3月", "5月出口", "月",
                           "2024年0-5月份的", "同比"}) {
    EXPECT_EQ(period(text), "none") << text;
  }
}

std::string reading(std::string_view text, Period report) {
  const auto mention = mention_of(text);
  if (!mention) return "none";
  const PeriodReading read = reading_of(*mention, report);
  return std::string(to_string(read.span)) + (read.stale ? " stale" : "");
}

TEST(Reading, OfAMonth) {
  EXPECT_EQ(reading("2024年5月", {2024, 5}), "month");
  EXPECT_EQ(reading("5月", {2024, 5}), "month");
  EXPECT_EQ(reading("当月", {2024, 5}), "month");
  EXPECT_EQ(reading("2024年1-5月", {2024, 5}), "ytd");
  EXPECT_EQ(reading("前5个月", {2024, 5}), "ytd");
  EXPECT_EQ(reading("今年以来", {2024, 5}), "ytd");
}

TEST(Reading, Stale) {
  EXPECT_EQ(reading("2023年5月", {2024, 5}), "month stale");
  EXPECT_EQ(reading("2024年4月", {2024, 5}), "month stale");
  EXPECT_EQ(reading("4月", {2024, 5}), "month stale");
  EXPECT_EQ(reading("2024年1-4月", {2024, 5}), "ytd stale");
  EXPECT_EQ(reading("2024年2-5月", {2024, 5}), "ytd stale");
  EXPECT_EQ(reading("上半年", {2024, 5}), "ytd stale");
}

TEST(Reading, JanuaryIsBoth) {
  EXPECT_EQ(reading("2024年1月", {2024, 1}), "month");
  EXPECT_EQ(reading("1月", {2024, 1}), "month");
  EXPECT_EQ(reading("今年以来", {2024, 1}), "ytd");
  EXPECT_EQ(reading("2024年2月", {2024, 1}), "month stale");
}

TEST(Reading, JointIssue) {
  EXPECT_EQ(reading("2024年1-2月", {2024, 2}), "ytd");
  EXPECT_EQ(reading("1至2月", {2024, 2}), "ytd");
  EXPECT_EQ(reading("2024年2月", {2024, 2}), "month");
  EXPECT_EQ(reading("2024年1月", {2024, 2}), "month stale");
}

TEST(Reading, WholeYears) {
  EXPECT_EQ(reading("2023年全年", {2023, 12}), "ytd");
  EXPECT_EQ(reading("2023年", {2023, 12}), "ytd");
  EXPECT_EQ(reading("全年", {2023, 12}), "ytd");
  EXPECT_EQ(reading("2023年12月", {2023, 12}), "month");
  EXPECT_EQ(reading("2023年1-12月", {2023, 12}), "ytd");
  EXPECT_EQ(reading("上半年", {2024, 6}), "ytd");
  EXPECT_EQ(reading("前三季度", {2024, 9}), "ytd");
  EXPECT_EQ(reading("一季度", {2024, 3}), "ytd");
}

std::vector<std::string> found(const std::string& text) {
  const std::string normal = normalize(text);
  std::vector<std::string> out;
  for (const FoundPeriod& f : find_periods(beijing().vocabulary(), normal)) {
    const std::string said =
        f.mention.span ? std::string(to_string(*f.mention.span)) : to_string(f.mention);
    out.push_back(normal.substr(f.at.begin, f.at.size()) + " " + said);
  }
  return out;
}

TEST(FindPeriods, InText) {
  EXPECT_THAT(found("2024 年 5 月，出口；1—5月累计"),
              ElementsAre("2024年5月 2024-05", "1-5月累计 01..05"));
  EXPECT_THAT(found("截至2024年5月末，今年以来"), ElementsAre("2024年5月 2024-05", "今年以来 ytd"));
}

TEST(FindPeriods, ComparisonsAreNone) {
  EXPECT_THAT(found("比去年同期增长，较上年5月"), ElementsAre());
  EXPECT_THAT(found("较2023年同期增长"), ElementsAre());
}

Text text_of(const std::string& utf8) {
  Text text;
  text.append(normalize(utf8), 0);
  return text;
}

Layout layout(const std::vector<std::string>& captions, const std::vector<std::string>& blocks) {
  Layout out;
  for (const std::string& caption : captions)
    out.tables.push_back({&beijing().family->tables[0], 0, text_of(caption), {}});
  for (const std::string& block : blocks) out.narrative.push_back(text_of(block));
  return out;
}

std::string vote(const std::vector<std::string>& captions, const std::vector<std::string>& blocks) {
  const Layout texts = layout(captions, blocks);
  PeriodFinder periods(beijing().vocabulary());
  const auto period = vote_period(texts, periods, false);
  return period ? period->to_string() : "none";
}

TEST(Vote, MostMentionsWin) {
  EXPECT_EQ(vote({"表1：2024年5月概况", "表2：2023年5月", "表3：2024年5月"}, {}), "2024-05");
  EXPECT_EQ(vote({"表1：2024年4月"}, {"2024年5月，出口。2024年1-5月，出口。"}), "2024-05");
}

TEST(Vote, CaptionsDecideATie) {
  EXPECT_EQ(vote({"表1：2024年5月"}, {"2024年6月，出口。"}), "2024-05");
  EXPECT_EQ(vote({"表1：2024年6月"}, {"2024年5月，出口。"}), "2024-06");
}

TEST(Vote, YearToDateCountsForItsLastMonth) {
  EXPECT_EQ(vote({"表1：2024年1-2月"}, {}), "2024-02");
  EXPECT_EQ(vote({}, {"2023年1-12月，出口。"}), "2023-12");
  EXPECT_EQ(vote({"表1：2024年1月"}, {}), "2024-01");
}

TEST(Vote, NothingToGoBy) {
  EXPECT_EQ(vote({}, {}), "none");
  EXPECT_EQ(vote({"表1：概况"}, {"5月，出口。"}), "none");
  EXPECT_EQ(vote({}, {"2024年3-5月，出口。"}), "none");
  // A year alone, in passing, is no December issue.
  EXPECT_EQ(vote({}, {"2023年，全球经济复苏。"}), "none");
}

}  // namespace
}  // namespace tradereport::parser
