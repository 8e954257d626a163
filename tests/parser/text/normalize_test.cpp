// One spelling for what documents print in many.
#include "parser/text/normalize.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/uchar.h>

#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::code_points;
using test::utf8;

struct Normalized {
  const char* printed;
  const char* expected;
};

void expect_normalized(const std::vector<Normalized>& cases) {
  for (const Normalized& c : cases) EXPECT_EQ(normalize(c.printed), c.expected) << c.printed;
}

TEST(Normalize, Radicals) {
  expect_normalized({
      {"⽉", "月"},
      {"⽇", "日"},
      {"⼝", "口"},
      {"⾦", "金"},
      {"⽯", "石"},
      {"⽊", "木"},
      {"⽐", "比"},
      {"⼆", "二"},
      {"⼀", "一"},
      {"⻓", "长"},
      {"⻋", "车"},
      {"⻔", "门"},
      {"⻉", "贝"},
      {"⻘", "青"},
      {"⻄", "西"},
      {"⺠", "民"},
      {"⻩", "黄"},
      {"⻮", "齿"},
      {"出⼝ 5 ⽉增⻓", "出口5月增长"},
  });
}

TEST(Normalize, EveryKangxiRadicalIsAnIdeograph) {
  for (char32_t c = 0x2F00; c <= 0x2FD5; ++c) {
    const std::u32string folded = fold(c);
    ASSERT_EQ(folded.size(), 1u) << std::hex << static_cast<int>(c);
    EXPECT_TRUE(is_ideograph(folded[0])) << std::hex << static_cast<int>(c);
  }
}

TEST(Normalize, SupplementRadicalsFoldToIdeographsOrStay) {
  int folded_ones = 0;
  for (char32_t c = 0x2E80; c <= 0x2EFF; ++c) {
    const std::u32string folded = fold(c);
    ASSERT_EQ(folded.size(), 1u) << std::hex << static_cast<int>(c);
    if (folded[0] == c) continue;
    ++folded_ones;
    EXPECT_TRUE(is_ideograph(folded[0])) << std::hex << static_cast<int>(c);
  }
  EXPECT_GT(folded_ones, 100);
}

// Similar ideographs are different ones: nothing is folded outside the two blocks of radicals.
TEST(Normalize, IdeographsStay) {
  for (const auto& [first, last] : {std::pair{0x4E00, 0x9FFF}, std::pair{0x3400, 0x4DBF},
                                    std::pair{0x20000, 0x2A6DF}, std::pair{0x3007, 0x3007}}) {
    for (int c = first; c <= last; ++c) {
      const auto ideograph = static_cast<char32_t>(c);
      ASSERT_EQ(fold(ideograph), std::u32string(1, ideograph)) << std::hex << c;
    }
  }
}

TEST(Normalize, FullWidthForms) {
  expect_normalized({
      {"２０２４年５月", "2024年5月"},
      {"（占全国份额为８．９％）", "(占全国份额为8.9%)"},
      {"出口［注］：７４．７，进口；", "出口[注]:74.7,进口;"},
      {"＋１．５－２．５", "+1.5-2.5"},
      {"１，８４５．４", "1,845.4"},
      {"Ａｂｃ", "Abc"},
      {"㋄", "5月"},
      {"㈠出口", "(一)出口"},
      {"8.9﹪", "8.9%"},
      {"﹙5﹚", "(5)"},
      {"é", "é"},
      {"𝟏𝟐.𝟑", "12.3"},
  });
}

TEST(Normalize, EveryDashBeforeADigitIsAMinus) {
  int dashes = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const bool of_type = u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION;
    const bool other = c == 0x2212 || c == 0x00AD || c == 0x2043 || c == 0x02D7 || c == 0x2796 ||
                       c == 0xFE63 || c == 0xFF0D || c == 0x2500 || c == 0x30FC;
    if (!of_type && !other) continue;
    ++dashes;
    EXPECT_EQ(normalize(utf8(c) + "1.8"), "-1.8") << std::hex << static_cast<int>(c);
    EXPECT_EQ(normalize("为" + utf8(c) + " 1.8%"), "为-1.8%") << std::hex << static_cast<int>(c);
    EXPECT_EQ(normalize("1" + utf8(c) + "5月"), "1-5月") << std::hex << static_cast<int>(c);
    EXPECT_EQ(normalize("5.3 " + utf8(c) + "1.9"), "5.3 -1.9") << std::hex << static_cast<int>(c);
    const std::string elsewhere = normalize("甲" + utf8(c) + "乙");
    EXPECT_EQ(elsewhere.find('-'), std::string::npos) << std::hex << static_cast<int>(c);
  }
  EXPECT_GE(dashes, 30);
}

TEST(Normalize, DashesElsewhere) {
  expect_normalized({
      {"实验室—北京市", "实验室–北京市"},
      {"——", "––"},
      {"——5月", "––5月"},  // a line before a number is no sign
      {"出口额 – 3.4", "出口额-3.4"},
      {"2.5 — 15.7", "2.5 -15.7"},
      {"进\u00AD출", "进출"},
      {"1\u00AD5月", "1-5月"},
  });
}

TEST(Normalize, EveryBlank) {
  for (char32_t c = 1; c <= 0xFFFF; ++c) {
    if (c == U'\n' || !is_blank(c)) continue;
    EXPECT_EQ(normalize("5" + utf8(c) + "月"), "5月") << std::hex << static_cast<int>(c);
    EXPECT_EQ(normalize("同比" + utf8(c) + "上升"), "同比上升") << std::hex << static_cast<int>(c);
    EXPECT_EQ(normalize(utf8(c) + "上升" + utf8(c)), "上升") << std::hex << static_cast<int>(c);
  }
  for (const char32_t c : {0x20, 0x09, 0xA0, 0x2002, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000})
    EXPECT_EQ(normalize("387.3" + utf8(c) + "17.6"), "387.3 17.6")
        << std::hex << static_cast<int>(c);
}

TEST(Normalize, Blanks) {
  expect_normalized({
      {"2024 年 5 月", "2024年5月"},
      {"462.1 亿美元 （占", "462.1亿美元(占"},
      {"113.8　−19.9", "113.8 -19.9"},
      {"8.9 %", "8.9%"},
      {"1 - 5 月", "1 -5月"},
      {"表 4 ： 出口", "表4:出口"},
      {"Hong  Kong", "Hong Kong"},
      {"HS 85", "HS 85"},
      {"分 别 为 2.3% 、 43.8% 和 2.1%", "分别为2.3%、43.8%和2.1%"},
      {"", ""},
      {" \t ", ""},
  });
}

TEST(Normalize, MarkersStay) {
  for (const char* text : {"产品¹为", "产品²为", "产品①为", "净出口额⁽²⁾", "产品₁"}) {
    for (const char32_t c : code_points(normalize(text)))
      EXPECT_FALSE(c >= U'0' && c <= U'9') << text;
  }
  EXPECT_EQ(normalize("17.6²"), "17.6²");
}

std::string random_text() {
  static const std::u32string alphabet =
      U"0123456789012345.,，．%％-–—−－- "
      U"\u00A0\u3000\u2009年月⽉⽇⻓亿美元出口（）(),、。ａＺxy①²…";
  const auto picks = *rc::gen::container<std::vector<std::size_t>>(
      rc::gen::inRange<std::size_t>(0, alphabet.size()));
  std::string text;
  for (const std::size_t pick : picks) text += utf8(alphabet[pick]);
  return text;
}

// A blank between two dashes is what tells a missing figure from a sign, and it does not stay.
bool two_dashes(const std::string& text) {
  std::u32string dashes_only;
  bool dash = false;
  for (const char32_t c : code_points(text)) {
    if (is_blank(c)) continue;
    if (dash && is_dash(c)) return true;
    dash = is_dash(c);
  }
  return false;
}

RC_GTEST_PROP(NormalizeProperty, Idempotent, ()) {
  const std::string text = random_text();
  RC_PRE(!two_dashes(text));
  const std::string once = normalize(text);
  RC_ASSERT(normalize(once) == once);
}

RC_GTEST_PROP(NormalizeProperty, KeepsDigitsAndIdeographs, ()) {
  const std::string text = random_text();
  std::u32string before;
  std::u32string after;
  for (const char32_t c : code_points(text)) {
    for (const char32_t f : fold(c)) {
      if ((f >= U'0' && f <= U'9') || is_ideograph(f)) before += f;
    }
  }
  for (const char32_t c : code_points(normalize(text))) {
    if ((c >= U'0' && c <= U'9') || is_ideograph(c)) after += c;
  }
  RC_ASSERT(before == after);
}

RC_GTEST_PROP(NormalizeProperty, OriginsAreMonotoneAndInRange, ()) {
  std::vector<Mark> marks;
  bool blank = false;
  for (const char32_t c : code_points(random_text())) {
    if (is_blank(c)) {
      blank = true;
      continue;
    }
    marks.push_back({c, static_cast<std::uint32_t>(marks.size()), blank});
    blank = false;
  }
  const Text text = normalize(marks);
  RC_ASSERT(text.origin.size() == text.utf8.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    RC_ASSERT(text.origin[i] < marks.size());
    if (i > 0) RC_ASSERT(text.origin[i - 1] <= text.origin[i]);
  }
}

TEST(Normalize, ThinBlanksGroupDigits) {
  expect_normalized({
      {"2\u2009190.3亿美元", "2190.3亿美元"},
      {"12\u00A0345\u00A0678", "12345678"},
      {"-1\u202F500.6", "-1500.6"},
      {"2 190.3", "2 190.3"},             // a full blank parts two numbers
      {"8.9\u2009190.3", "8.9 190.3"},    // no group after decimals
      {"2024\u2009190.3", "2024 190.3"},  // no first group of four
      {"0\u2009190.3", "0 190.3"},        // none that starts with nought
      {"2\u20091903", "2 1903"},          // none of four
      {"5\u2009月", "5月"},
  });
}

// Zero-width characters mean nothing: a number stays whole around them.
TEST(Normalize, ZeroWidthCharactersDoNotSplitNumbers) {
  for (const char32_t c : {0x200B, 0x2060, 0xFEFF, 0x200C, 0x200D, 0x200E, 0x200F})
    EXPECT_EQ(normalize("38" + utf8(c) + "7.3"), "387.3") << std::hex << static_cast<int>(c);
}

}  // namespace
}  // namespace tradereport::parser
