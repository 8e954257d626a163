// The real report in other spellings and with other contents: what must not matter, and what must.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <sstream>

#include "parser/text/normalize.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::code_points;
using test::figure_lines;
using test::may_2024_text;
using test::problem_lines;
using test::read;
using test::replaced;
using test::table_lines;
using test::truth_lines;
using test::unread_numerals;
using test::utf8;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

// The columns up to the value: what is printed differs where the spelling does.
std::vector<std::string> without_printed(std::vector<std::string> lines) {
  for (std::string& line : lines) line.resize(line.rfind(','));
  return lines;
}

void expect_same(const std::string& text, const std::string& what) {
  const Report report = read(text, what);
  EXPECT_THAT(without_printed(figure_lines(report)),
              ElementsAreArray(without_printed(truth_lines("beijing-goods-2024-05"))))
      << what;
  EXPECT_THAT(unread_numerals(report), IsEmpty()) << what;
  EXPECT_THAT(problem_lines(report), IsEmpty()) << what;
}

std::string mapped(const std::string& text, const std::function<std::string(char32_t)>& map) {
  std::string out;
  for (const char32_t c : code_points(text)) out += map(c);
  return out;
}

// Some producers end a line within a number.
TEST(Spelling, NumbersBrokenAtTheEndOfALine) {
  ASSERT_NE(may_2024_text().find("净进口 312.6亿"), std::string::npos);
  expect_same(replaced(may_2024_text(), "净进口 312.6亿", "净进口 3\n12.6亿"), "within the digits");
  expect_same(replaced(may_2024_text(), "净进口 312.6亿", "净进口 312.\n6亿"), "after the point");
}

TEST(Spelling, FullWidthDigits) {
  expect_same(
      mapped(may_2024_text(),
             [](char32_t c) { return utf8(c >= U'0' && c <= U'9' ? c - U'0' + U'０' : c); }),
      "digits");
}

TEST(Spelling, FullWidthEverything) {
  expect_same(mapped(may_2024_text(),
                     [](char32_t c) { return utf8(c > 0x20 && c < 0x7F ? c + 0xFEE0 : c); }),
              "everything");
}

TEST(Spelling, BlanksOfOtherKinds) {
  for (const char32_t blank : {0x00A0, 0x2002, 0x2009, 0x202F, 0x3000, 0x09})
    expect_same(replaced(may_2024_text(), " ", utf8(blank)),
                std::to_string(static_cast<int>(blank)));
  expect_same(replaced(may_2024_text(), " ", "    "), "wide");
}

TEST(Spelling, BlanksBetweenIdeographs) {
  expect_same(
      mapped(may_2024_text(), [](char32_t c) { return utf8(c) + (is_ideograph(c) ? " " : ""); }),
      "blanks");
}

TEST(Spelling, NoBlanksInSentences) {
  std::string text;
  std::istringstream stream(may_2024_text());
  for (std::string line; std::getline(stream, line);) {
    const bool prose = line.find("，") != std::string::npos || line.find("、") != std::string::npos;
    text += (prose ? replaced(line, " ", "") : line) + "\n";
  }
  expect_same(text, "no blanks");
}

TEST(Spelling, ZeroWidthSpaces) {
  expect_same(mapped(may_2024_text(),
                     [](char32_t c) { return utf8(c) + (is_ideograph(c) ? "\u200B" : ""); }),
              "zero-width");
}

TEST(Spelling, ByteOrderMarkAndWindowsLines) {
  expect_same("\xEF\xBB\xBF" + replaced(may_2024_text(), "\n", "\r\n"), "windows");
}

TEST(Spelling, Minuses) {
  for (const char32_t minus : {0x2212, 0x2010, 0x2011, 0x2013, 0x2014, 0xFF0D, 0xFE63})
    expect_same(replaced(may_2024_text(), "-", utf8(minus)),
                std::to_string(static_cast<int>(minus)));
}

// Every ideograph that has a radical of its own, in its place.
TEST(Spelling, Radicals) {
  expect_same(mapped(may_2024_text(),
                     [](char32_t c) {
                       if (!is_ideograph(c)) return utf8(c);
                       for (char32_t radical = 0x2E80; radical <= 0x2FD5; ++radical) {
                         if (fold(radical) == std::u32string(1, c)) return utf8(radical);
                       }
                       return utf8(c);
                     }),
              "radicals");
}

TEST(Spelling, Brackets) {
  expect_same(replaced(replaced(may_2024_text(), "（", "("), "）", ")"), "narrow");
  expect_same(replaced(replaced(may_2024_text(), "，", ","), "：", ":"), "punctuation");
}

TEST(Wording, Periods) {
  const auto months = [](const char* month, const char* ytd) {
    return replaced(replaced(may_2024_text(), "2024年 5月，", month), "2024年 1-5月，", ytd);
  };
  expect_same(months("2024 年 5 月份，", "2024 年 1-5 月份，"), "月份");
  expect_same(months("2024年5月当月，", "2024年1至5月，"), "当月, 至");
  expect_same(months("5月，", "1—5月，"), "no year");
  expect_same(months("当月，", "今年以来，"), "no date");
  expect_same(months("2024年5月，", "2024年前5个月，"), "前5个月");
  expect_same(months("2024年5月，", "2024年前五个月，"), "前五个月");
  expect_same(replaced(may_2024_text(), "5月北京市", "5月份北京市"), "captions");
}

TEST(Wording, PartnersByOtherNames) {
  std::string text = replaced(may_2024_text(), "中国香港", "香港");
  text = replaced(text, "印度尼西亚", "印尼");
  expect_same(text, "aliases");
}

TEST(Contents, StaleCaption) {
  const Report report = read(replaced(may_2024_text(), "表 3：2024年 5月", "表 3：2023年 5月"));
  EXPECT_EQ(report.period.to_string(), "2024-05");
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<StalePeriod>(report.problems[0].what));
  EXPECT_THAT(report.problems[0].source.line_text.view(), ::testing::HasSubstr("表 3"));
  EXPECT_EQ(table_lines(report, "table3").size(), 9u);
  EXPECT_EQ(report.figures.size(), 226u);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(Contents, StaleSentence) {
  const std::string text =
      replaced(may_2024_text(), "2024年 5月，北京市从东盟", "2024年 4月，北京市从东盟");
  ASSERT_NE(text, may_2024_text());
  const Report report = read(text);
  ASSERT_EQ(problem_lines(report).size(), 1u);
  EXPECT_TRUE(std::holds_alternative<StalePeriod>(report.problems[0].what));
  EXPECT_EQ(report.claims.size(), 96u);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(Contents, MissingTable) {
  const std::size_t begin = may_2024_text().find("表 5：");
  const std::size_t end = may_2024_text().find("注：排名前 10地区按照进口额");
  std::string text = may_2024_text();
  text.erase(begin, end - begin);
  const Report report = read(text);
  EXPECT_EQ(report.tables.size(), 4u);
  EXPECT_THAT(problem_lines(report), ElementsAre(::testing::HasSubstr("missing table")));
  EXPECT_EQ(report.claims.size(), 96u);
}

TEST(Contents, MissingRow) {
  const Report report =
      read(replaced(may_2024_text(), "木制品 2.0 4.6 -24.7 10.6 5.0 -11.6\n", ""));
  EXPECT_THAT(problem_lines(report), ElementsAre("missing row 木制品"));
  EXPECT_EQ(report.figures.size(), 220u);
}

TEST(Contents, UnknownPartner) {
  const Report report = read(replaced(may_2024_text(), "菲律宾", "火星"));
  EXPECT_THAT(table_lines(report, "table4"), Contains("火星 4.6 166.4 美国 25.0 26.7"));
  EXPECT_THAT(problem_lines(report), ElementsAre("unknown_row 火星"));
  EXPECT_EQ(report.figures.size(), 226u);
  EXPECT_EQ(report.claims.size(), 96u);
  EXPECT_THAT(figure_lines(report), Contains("text,month,export,,3,火星,value,4.6,亿美元,4.6"));
  EXPECT_THAT(figure_lines(report),
              Contains("table4,month,export,排名前10地区,3,火星,value,4.6,亿美元,4.6"));
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(Contents, ForeignUnitInACaption) {
  const Report report =
      read(replaced(may_2024_text(), "分产品进口情况（亿美元）", "分产品进口情况（亿元）"));
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(std::get<UnitDiffers>(report.problems[0].what).found, "亿元");
  EXPECT_EQ(report.figures.size(), 226u);
}

TEST(Contents, TwoRowsOfOneName) {
  const Report report = read(replaced(may_2024_text(), "美国 26.4 3.7 美国", "德国 26.4 3.7 美国"));
  EXPECT_EQ(report.figures.size(), 226u);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// Figures outside anything that the family explains are reported, not lost.
TEST(Contents, UnexplainedSentence) {
  const Report report =
      read(replaced(may_2024_text(), "三、区域分布及变化情况",
                    "广东省出口 512.3亿美元，创历史新高。\n\n三、区域分布及变化情况"));
  EXPECT_THAT(unread_numerals(report), ElementsAre("512.3"));
}

std::string with_sentence(const std::string& sentence) {
  return replaced(may_2024_text(), "三、区域分布及变化情况",
                  sentence + "\n\n三、区域分布及变化情况");
}

TEST(Contents, AddressesAreNoFigures) {
  for (const char* address :
       {"http://www.example.cn/2024/06/5.html", "www.example.cn/t20240620_5.htm",
        "http://www.example-site.cn/a-b/2024-06/t20240620_5.html",
        "https://example.cn/x?id=5&page=2#n3"}) {
    const Report report = read(with_sentence("详见 " + std::string(address) + " 所载说明。"));
    EXPECT_THAT(unread_numerals(report), IsEmpty()) << address;
  }
}

TEST(Contents, CodesAndDatesAreNoFigures) {
  for (const char* sentence :
       {"其中包括 HS 85 章的商品。", "其中包括 HS85 章的商品。", "按 8 位编码统计。",
        "本报告于 2024年 6月 20日发布。", "数据更新至 6月 20日。", "详见第 3 期。"}) {
    const Report report = read(with_sentence(sentence));
    EXPECT_THAT(unread_numerals(report), IsEmpty()) << sentence;
    EXPECT_THAT(problem_lines(report), IsEmpty()) << sentence;
  }
}

}  // namespace
}  // namespace tradereport::parser
