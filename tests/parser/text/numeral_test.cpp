// Numerals: where they begin and end, and the account of all of them.
#include "parser/text/numeral.h"
#include "parser/text/numeral_ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "parser/pages/lines.h"
#include "parser/text/normalize.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> numerals(std::string_view text) {
  std::vector<std::string> out;
  for (const NumeralSpan& n : find_numerals(text))
    out.emplace_back(text.substr(n.begin, n.end - n.begin));
  return out;
}

TEST(Numerals, Ranges) {
  EXPECT_THAT(numerals("1-5月"), ElementsAre("1", "5"));
  EXPECT_THAT(numerals("2024年1-12月"), ElementsAre("2024", "1", "12"));
  EXPECT_THAT(numerals("1至5月"), ElementsAre("1", "5"));
  EXPECT_THAT(numerals("2.2%-46.5%"), ElementsAre("2.2", "46.5"));
  EXPECT_THAT(numerals("COVID-19"), ElementsAre("19"));
}

TEST(Numerals, Signs) {
  EXPECT_THAT(numerals("5.3 -1.9"), ElementsAre("5.3", "-1.9"));
  EXPECT_THAT(numerals("为-24.3%、+19.4%"), ElementsAre("-24.3", "+19.4"));
  EXPECT_THAT(numerals("(-1.8)"), ElementsAre("-1.8"));
  EXPECT_THAT(numerals("-1,500.6"), ElementsAre("-1,500.6"));
  EXPECT_THAT(numerals("--5"), ElementsAre("5"));
  EXPECT_THAT(numerals("-"), IsEmpty());
  EXPECT_THAT(numerals(normalize("2.5 — 15.7")), ElementsAre("2.5", "-15.7"));
}

TEST(Numerals, SignIsNotPartOfTheDigits) {
  const std::vector<NumeralSpan> found = find_numerals("为-1.8");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].has_sign());
  EXPECT_EQ(found[0].digits, found[0].begin + 1);
}

TEST(Numerals, SeparatorsAndLists) {
  EXPECT_THAT(numerals("1,845.4"), ElementsAre("1,845.4"));
  EXPECT_THAT(numerals("1,234,567.89"), ElementsAre("1,234,567.89"));
  EXPECT_THAT(numerals("2.2%,46.5%"), ElementsAre("2.2", "46.5"));
  EXPECT_THAT(numerals("28.3,25.5"), ElementsAre("28.3", "25.5"));
  EXPECT_THAT(numerals("28,25"), ElementsAre("28", "25"));
  EXPECT_THAT(numerals("1234,567"), ElementsAre("1234", "567"));
  EXPECT_THAT(numerals("0,123"), ElementsAre("0", "123"));
  EXPECT_THAT(numerals("1,8454"), ElementsAre("1", "8454"));
  EXPECT_THAT(numerals("28.3、25.5和7.8"), ElementsAre("28.3", "25.5", "7.8"));
  EXPECT_THAT(numerals("387.3 17.6"), ElementsAre("387.3", "17.6"));
}

TEST(Numerals, Points) {
  EXPECT_THAT(numerals("注:1."), ElementsAre("1"));
  EXPECT_THAT(numerals("1.贸易份额"), ElementsAre("1"));
  EXPECT_THAT(numerals("3.5.1"), ElementsAre("3.5", "1"));
  EXPECT_THAT(numerals(".5"), ElementsAre("5"));
  EXPECT_THAT(numerals("没有"), IsEmpty());
  EXPECT_THAT(numerals(""), IsEmpty());
}

TEST(Numerals, DecimalOf) {
  const auto text = [](std::string_view numeral) {
    const auto value = decimal_of(numeral);
    return value ? value->to_string() : "nothing";
  };
  EXPECT_EQ(text("-1,845.4"), "-1845.4");
  EXPECT_EQ(text("+9.0"), "9.0");
  EXPECT_EQ(text("007"), "7");
  EXPECT_EQ(text("123456789012345678"), "123456789012345678");
  EXPECT_EQ(text("1234567890123456789"), "nothing");
  EXPECT_EQ(text("-0.0"), "0.0");
  EXPECT_EQ(text(""), "nothing");
  EXPECT_EQ(text("-"), "nothing");
}

RC_GTEST_PROP(NumeralsProperty, PrintedDecimalsAreFoundWhole, ()) {
  const Decimal value(*rc::gen::inRange<std::int64_t>(-999999999, 999999999),
                      *rc::gen::inRange(0, 4));
  const std::string text = "为" + value.to_string() + "亿";
  const std::vector<NumeralSpan> found = find_numerals(text);
  RC_ASSERT(found.size() == 1u);
  const auto read =
      decimal_of(std::string_view(text).substr(found[0].begin, found[0].end - found[0].begin));
  RC_ASSERT(read && *read == value);
}

// Every ASCII digit stands in exactly one numeral.
RC_GTEST_PROP(NumeralsProperty, CoverAllDigitsOnce, ()) {
  const auto text =
      *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789.,-+% ()abc")));
  std::vector<int> covered(text.size(), 0);
  std::size_t last = 0;
  for (const NumeralSpan& n : find_numerals(text)) {
    RC_ASSERT(n.begin <= n.digits);
    RC_ASSERT(n.digits < n.end);
    RC_ASSERT(n.begin >= last);
    last = n.end;
    for (std::size_t i = n.digits; i < n.end; ++i) ++covered[i];
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') RC_ASSERT(covered[i] == 1);
  }
}

std::vector<std::string> account(NumeralLedger& ledger) {
  std::vector<std::string> out;
  for (const Numeral& n : ledger.take())
    out.push_back(n.printed + " " + std::string(to_string(n.use)));
  return out;
}

TEST(NumeralLedger, CountsEachOnce) {
  const Document document = *lines_of("出口 74.7 亿美元，\n同比 -1.6%。\n\n2024年1-5月");
  NumeralLedger ledger(document);
  EXPECT_THAT(account(ledger),
              ElementsAre("74.7 unread", "1.6 unread", "2024 unread", "1 unread", "5 unread"));
}

TEST(NumeralLedger, TheFirstUseHolds) {
  const Document document = *lines_of("出口74.7亿美元");
  const Text& line = document.lines[0].text;
  NumeralLedger ledger(document);
  ledger.mark(line, NumeralUse::claim);
  ledger.mark(line, NumeralUse::declared);
  EXPECT_THAT(account(ledger), ElementsAre("74.7 claim"));
}

TEST(NumeralLedger, MarksWhatItTouches) {
  const Document document = *lines_of("28.3亿美元、25.5亿美元和7.8亿美元");
  const Text& line = document.lines[0].text;
  NumeralLedger ledger(document);
  const std::size_t second = line.utf8.find("25.5");
  ledger.mark(line, second, second + 2, NumeralUse::claim);
  EXPECT_THAT(account(ledger), ElementsAre("28.3 unread", "25.5 claim", "7.8 unread"));
}

TEST(NumeralLedger, Unmark) {
  const Document document = *lines_of("28.3、25.5");
  const Text& line = document.lines[0].text;
  NumeralLedger ledger(document);
  ledger.mark(line, NumeralUse::cell);
  ledger.unmark(line, 0, 4);
  EXPECT_THAT(account(ledger), ElementsAre("28.3 unread", "25.5 cell"));
}

TEST(NumeralLedger, TextsMadeFromTheDocumentWillDo) {
  const Document document = *lines_of("8.1亿\n41.4亿");
  Text joined = document.lines[0].text;
  joined.append(document.lines[1].text);
  NumeralLedger ledger(document);
  ledger.mark(joined.substr(joined.utf8.find("41"), joined.size()), NumeralUse::claim);
  EXPECT_THAT(account(ledger), ElementsAre("8.1 unread", "41.4 claim"));
}

TEST(NumeralLedger, UnreadOnesSayWhereTheyStand) {
  const Document document = *lines_of("甲\n出口 ７４．７ 亿美元");
  NumeralLedger ledger(document);
  ledger.set_context(document.lines[1].text);
  const std::vector<Numeral> numerals = ledger.take();
  ASSERT_EQ(numerals.size(), 1u);
  EXPECT_EQ(numerals[0].printed, "７４．７");
  EXPECT_EQ(numerals[0].source.line, 2);
  EXPECT_EQ(numerals[0].source.page, 1);
  EXPECT_EQ(numerals[0].source.line_text.view().substr(
                numerals[0].source.begin, numerals[0].source.end - numerals[0].source.begin),
            "７４．７");
  EXPECT_EQ(numerals[0].context, "出口74.7亿美元");
}

RC_GTEST_PROP(NumeralLedgerProperty, CountsWhatTheLinesHold, ()) {
  const auto text =
      *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789.,-% \nab")));
  const Document document = *lines_of(std::string_view(text));
  std::size_t expected = 0;
  for (const Line& line : document.lines) expected += find_numerals(line.text.view()).size();
  NumeralLedger ledger(document);
  RC_ASSERT(ledger.take().size() == expected);
}

}  // namespace
}  // namespace tradereport::parser
