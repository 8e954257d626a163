#include "schemas/interval.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "schemas/decimal.h"

namespace tradereport {
namespace {

// Canonical, which Rational(6, 4) is not.
Rational quotient(Rational a, const Rational& b) {
  return a /= b;
}

Interval any_interval(int least, int most) {
  const int a = *rc::gen::inRange(least, most);
  const int b = *rc::gen::inRange(least, most);
  return {quotient(std::min(a, b), 2), quotient(std::max(a, b), 2)};
}

TEST(Interval, TouchingEndsMeet) {
  const Interval a{1, 2};
  EXPECT_TRUE(a.meets({2, 3}));
  EXPECT_FALSE(a.meets({Rational(201, 100), 3}));
  EXPECT_EQ(intersect(a, {2, 3}), (Interval{2, 2}));
  EXPECT_FALSE(intersect(a, {3, 4}));
}

TEST(Interval, DivisionByWhatMayBeZeroIsNotBounded) {
  EXPECT_FALSE(divide({1, 2}, {-1, 1}));
  EXPECT_FALSE(divide({1, 2}, {0, 1}));
  EXPECT_EQ(divide({1, 2}, {-2, -1}), (Interval{-2, Rational(-1, 2)}));
}

// Ends of sums and differences are reached, and nothing beyond them: tried on a finer grid.
TEST(Interval, SumsAreWhatBruteForceFinds) {
  EXPECT_TRUE(rc::check([] {
    const Interval a = any_interval(-8, 8);
    const Interval b = any_interval(-8, 8);
    std::optional<Interval> sum;
    std::optional<Interval> difference;
    const auto widen = [](std::optional<Interval>& all, const Rational& x) {
      all = all ? Interval{std::min(all->lo, x), std::max(all->hi, x)} : Interval{x, x};
    };
    const Rational step(1, 4);
    for (Rational x = a.lo; x <= a.hi; x += step) {
      for (Rational y = b.lo; y <= b.hi; y += step) {
        widen(sum, x + y);
        widen(difference, x - y);
      }
    }
    RC_ASSERT(sum == a + b);
    RC_ASSERT(difference == a - b);
  }));
}

TEST(Interval, QuotientsAreWhatBruteForceFinds) {
  EXPECT_TRUE(rc::check([] {
    const Interval a = any_interval(-8, 8);
    const Interval b = any_interval(-8, 8);
    const auto result = divide(a, b);
    RC_ASSERT(result.has_value() == !b.contains(0));
    if (!result) return;
    bool low = false;
    bool high = false;
    const Rational step(1, 4);
    for (Rational x = a.lo; x <= a.hi; x += step) {
      for (Rational y = b.lo; y <= b.hi; y += step) {
        RC_ASSERT(result->contains(quotient(x, y)));
        low = low || quotient(x, y) == result->lo;
        high = high || quotient(x, y) == result->hi;
      }
    }
    RC_ASSERT(low && high);
  }));
}

// Two rounded figures add up to a third exactly if some true values with one more decimal do.
TEST(Interval, MeetingIsWhatTrueValuesAllow) {
  EXPECT_TRUE(rc::check([] {
    const std::int64_t a = *rc::gen::inRange<std::int64_t>(-30, 30);
    const std::int64_t b = *rc::gen::inRange<std::int64_t>(-30, 30);
    const std::int64_t sum = a + b + *rc::gen::inRange<std::int64_t>(-4, 4);
    bool possible = false;
    for (std::int64_t x = -5; x <= 5; ++x) {
      for (std::int64_t y = -5; y <= 5; ++y)
        possible = possible || std::abs(10 * (a + b) + x + y - 10 * sum) <= 5;
    }
    const Interval parts = Decimal(a, 1).rounding_interval() + Decimal(b, 1).rounding_interval();
    RC_ASSERT(parts.meets(Decimal(sum, 1).rounding_interval()) == possible);
  }));
}

TEST(Interval, ScaleTurnsForNegativeFactors) {
  EXPECT_EQ(scale({1, 2}, -3), (Interval{-6, -3}));
  EXPECT_EQ(scale({-1, 2}, 3), (Interval{-3, 6}));
}

TEST(Rounding, GoesToTheGivenSide) {
  EXPECT_EQ(round_down(Rational(-13, 10), 0), "-2");
  EXPECT_EQ(round_up(Rational(-13, 10), 0), "-1");
  EXPECT_EQ(round_down(Rational(1, 3), 2), "0.33");
  EXPECT_EQ(round_up(Rational(1, 3), 2), "0.34");
  EXPECT_EQ(round_up(Rational(-1, 3), 0), "0");
  EXPECT_EQ(round_down(Rational(-1, 300), 2), "-0.01");
  EXPECT_EQ(round_up(Rational(5), 1), "5.0");
}

TEST(Rounding, EnclosesWithinOneStep) {
  EXPECT_TRUE(rc::check([] {
    const Rational x = quotient(*rc::gen::inRange(-9999, 9999), *rc::gen::inRange(1, 999));
    const int decimals = *rc::gen::inRange(0, 5);
    const Rational down = Decimal::parse(round_down(x, decimals))->value();
    const Rational up = Decimal::parse(round_up(x, decimals))->value();
    RC_ASSERT(down <= x && x <= up);
    RC_ASSERT((up - down) * power_of_ten(decimals) <= 1);
  }));
}

}  // namespace
}  // namespace tradereport
