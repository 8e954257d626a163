// Numbers with decimal commas, and with thousands parted by blanks, points and apostrophes.
#include "parser/text/numeral_spelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "parser/pages/lines.h"
#include "parser/text/numeral.h"
#include "tests/parser/sheet.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using ::testing::ElementsAre;

const NumeralSpelling kRussian{',', " "};
const NumeralSpelling kGerman{',', "."};
const NumeralSpelling kSwiss{'.', "'"};

std::string respelt(Document document, const NumeralSpelling& spelling) {
  respell_numerals(document, spelling);
  close_foreign_numerals(document, spelling, document.lines.front().text);
  return document.lines.front().text.utf8;
}

std::string respelt(const std::string& line, const NumeralSpelling& spelling) {
  return respelt(lines_of(line).value(), spelling);
}

// The values of all numerals of a line; "?" for one without.
std::vector<std::string> spelt_values(const std::string& line, const NumeralSpelling& spelling) {
  const std::string text = respelt(line, spelling);
  std::vector<std::string> found;
  for (const NumeralSpan& span : find_numerals(text)) {
    const auto value = decimal_of(std::string_view(text).substr(span.begin, span.end - span.begin));
    found.push_back(value ? value->to_string() : "?");
  }
  return found;
}

TEST(NumeralSpelling, DecimalCommas) {
  EXPECT_THAT(spelt_values("на 5,3 и -7,1%", kRussian), ElementsAre("5.3", "-7.1"));
  EXPECT_THAT(spelt_values("5,3, 7,1", kRussian), ElementsAre("5.3", "7.1"));
  EXPECT_THAT(spelt_values("2015, 2016 гг.", kRussian), ElementsAre("2015", "2016"));
}

TEST(NumeralSpelling, ThousandsByOneBlank) {
  EXPECT_THAT(spelt_values("28 103,5", kRussian), ElementsAre("28103.5"));
  EXPECT_THAT(spelt_values("1 234 567", kRussian), ElementsAre("1234567"));
  EXPECT_THAT(spelt_values("28  103,5", kRussian), ElementsAre("28", "103.5"));
  EXPECT_THAT(spelt_values("2016 103,5", kRussian), ElementsAre("2016", "103.5"));
  EXPECT_THAT(spelt_values("0 103", kRussian), ElementsAre("0", "103"));
  EXPECT_THAT(spelt_values("28 1034", kRussian), ElementsAre("28", "1034"));
  EXPECT_THAT(spelt_values("28\u00A0103,5", kRussian), ElementsAre("28103.5"));
}

TEST(NumeralSpelling, ThousandsByPointAndApostrophe) {
  EXPECT_THAT(spelt_values("1.234,5 1.234.567", kGerman), ElementsAre("1234.5", "1234567"));
  EXPECT_THAT(spelt_values("1'234.5 12’345", kSwiss), ElementsAre("1234.5", "12345"));
  EXPECT_THAT(spelt_values("12.345, 6", kGerman), ElementsAre("12345", "6"));
}

// What the family does not write so has no value: nobody knows which it means.
TEST(NumeralSpelling, OtherSpellingsHaveNoValue) {
  EXPECT_THAT(spelt_values("103.5", kRussian), ElementsAre("?"));
  EXPECT_THAT(spelt_values("12.34", kGerman), ElementsAre("?"));
  EXPECT_THAT(spelt_values("1,234.5", kSwiss), ElementsAre("?"));
  EXPECT_THAT(spelt_values("1'234.5", NumeralSpelling()), ElementsAre("?"));
  EXPECT_THAT(spelt_values("1'234,5", kRussian), ElementsAre("?"));
}

TEST(NumeralSpelling, DatesAndOtherFamiliesStay) {
  EXPECT_EQ(respelt("31.12.2024", kRussian), "31.12.2024");
  EXPECT_EQ(respelt("1,234.5 5,3", NumeralSpelling()), "1,234.5 5,3");
}

TEST(NumeralSpelling, FiguresAreShownAsPrinted) {
  Document document = lines_of("1.234,5").value();
  respell_numerals(document, kGerman);
  const Text& text = document.lines.front().text;
  EXPECT_EQ(text.utf8, "1,234.5");
  EXPECT_EQ(printed(document, text, 0, text.size()), "1.234,5");
}

// On paper the width of the blank tells.
TEST(NumeralSpelling, ColumnsStandApart) {
  test::Sheet narrow;
  narrow.put(100, 100, "28 103,5");
  EXPECT_EQ(respelt(narrow.document(), kRussian), "28103.5");
  test::Sheet wide;
  wide.put(100, 100, "28");
  wide.put(118, 100, "103,5");
  EXPECT_EQ(respelt(wide.document(), kRussian), "28 103.5");
}

// Any number, written in any of the ways, is read as what it is.
RC_GTEST_PROP(NumeralSpelling, WritingAndReadingBack, ()) {
  const NumeralSpelling spelling =
      *rc::gen::element(kRussian, kGerman, kSwiss, NumeralSpelling(), NumeralSpelling{',', "'"},
                        NumeralSpelling{'.', " "}, NumeralSpelling{',', ""});
  const int decimals = *rc::gen::inRange(0, 4);
  const std::int64_t unscaled = *rc::gen::inRange<std::int64_t>(0, 2'000'000'000);
  const Decimal value(unscaled, decimals);
  std::string plain = value.to_string();
  const std::size_t point = std::min(plain.find('.'), plain.size());
  if (point < plain.size()) plain[point] = spelling.decimal;
  if (!spelling.thousands.empty()) {
    for (std::size_t at = point; at > 3; at -= 3) plain.insert(at - 3, 1, spelling.thousands[0]);
  }
  RC_ASSERT(spelt_values("x " + plain + " y", spelling) ==
            std::vector<std::string>{value.to_string()});
}

}  // namespace
}  // namespace tradereport::parser
