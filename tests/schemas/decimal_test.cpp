#include "schemas/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace tradereport {
namespace {

TEST(Decimal, ParsesCanonicalText) {
  const std::pair<const char*, Decimal> good[] = {{"0", {0, 0}},
                                                  {"7", {7, 0}},
                                                  {"-7", {-7, 0}},
                                                  {"+0.9", {9, 1}},
                                                  {"0.0", {0, 1}},
                                                  {"-18.30", {-1830, 2}},
                                                  {"007.10", {710, 2}},
                                                  {"-0.5", {-5, 1}},
                                                  {"999999999999999999", {999999999999999999, 0}},
                                                  {"0.00000000000000001", {1, 17}}};
  for (const auto& [text, expected] : good) EXPECT_EQ(Decimal::parse(text), expected) << text;
}

TEST(Decimal, RefusesEverythingElse) {
  for (const char* text : {"", "-", "+", ".", ".5", "5.", "1.2.3", "1,845", "1 2", "1e3", "--1",
                           "１", "−1", "9.9%", "1234567890123456789", " 1", "0x10"})
    EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, KeepsTheNumberOfDecimals) {
  EXPECT_NE(Decimal(9, 0), Decimal(90, 1));
  EXPECT_EQ(Decimal(9, 0).value(), Decimal(90, 1).value());
  EXPECT_EQ(Decimal(90, 1).to_string(), "9.0");
  EXPECT_EQ(Decimal(-5, 1).to_string(), "-0.5");
  EXPECT_EQ(Decimal(5, 3).to_string(), "0.005");
}

TEST(Decimal, RoundingInterval) {
  EXPECT_EQ(Decimal(9, 1).rounding_interval(), (Interval{Rational(17, 20), Rational(19, 20)}));
  EXPECT_EQ(Decimal(-3, 0).rounding_interval(), (Interval{Rational(-7, 2), Rational(-5, 2)}));
}

TEST(Decimal, TextAndBackIsTheIdentity) {
  EXPECT_TRUE(rc::check([] {
    const auto unscaled = *rc::gen::inRange<std::int64_t>(-999999999999, 999999999999);
    const Decimal decimal(unscaled, *rc::gen::inRange(0, 12));
    RC_ASSERT(Decimal::parse(decimal.to_string()) == decimal);
  }));
}

TEST(Decimal, IntervalIsAllThatRoundsToIt) {
  // The thousandths within the interval of a figure with one decimal are at most 0.05 away.
  EXPECT_TRUE(rc::check([] {
    const Decimal figure(*rc::gen::inRange<std::int64_t>(-500, 500), 1);
    const auto thousandths = *rc::gen::inRange<std::int64_t>(-60000, 60000);
    const Rational x = Decimal(thousandths, 3).value();
    const bool inside = 2 * std::abs(thousandths - figure.unscaled() * 100) <= 100;
    RC_ASSERT(figure.rounding_interval().contains(x) == inside);
  }));
}

TEST(Decimal, OppositeAndAbsolute) {
  EXPECT_EQ(-Decimal(16, 1), Decimal(-16, 1));
  EXPECT_EQ(Decimal(-16, 1).abs(), Decimal(16, 1));
  EXPECT_TRUE(Decimal(0, 1).zero());
  EXPECT_FALSE((-Decimal(0, 1)).negative());
}

TEST(PowerOfTen, IsExact) {
  EXPECT_EQ(power_of_ten(0), 1);
  EXPECT_EQ(power_of_ten(20).get_str(), "100000000000000000000");
}

TEST(Decimal, TextHasAllItsDecimals) {
  EXPECT_EQ(Decimal(0, 2).to_string(), "0.00");
  EXPECT_EQ(Decimal(5, 2).to_string(), "0.05");
  EXPECT_EQ(Decimal(-5, 1).to_string(), "-0.5");
  EXPECT_EQ(Decimal(-120, 0).to_string(), "-120");
  EXPECT_EQ(Decimal(999'999'999'999'999'999, 18).to_string(), "0.999999999999999999");
  EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::min(), 0).to_string(),
            "-9223372036854775808");
}

TEST(Decimal, ComparesByValue) {
  EXPECT_EQ(compare(Decimal(9, 0), Decimal(90, 1)), 0);
  EXPECT_EQ(compare(Decimal(-1, 18), Decimal(0, 0)), -1);
  EXPECT_EQ(compare(Decimal(999999999999999999, 0), Decimal(999999999999999999, 18)), 1);
}

}  // namespace
}  // namespace tradereport
