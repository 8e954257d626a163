#include "validator/system/integer_rows.h"

#include <gtest/gtest.h>

namespace tradereport::validator::test {
namespace {

TEST(IntegerRows, AreTheRowsOfTheIntervals) {
  IntegerRows value;
  add_observation_rows(value, Measure::value, Decimal(90, 1), 0, -1, 5);
  ASSERT_EQ(value.size(), 1U);
  EXPECT_EQ(to_rational(*value[0].lo, value[0].divisor), Rational(179, 20));
  EXPECT_EQ(to_rational(*value[0].hi, value[0].divisor), Rational(181, 20));
  IntegerRows growth;
  add_observation_rows(growth, Measure::growth, Decimal(-15, 1), 1, 0, 5);
  ASSERT_EQ(growth.size(), 2U);
  // 1 - 1.55 % of last year's, the unknown 0, is the least.
  const auto least = growth.terms(growth[0]);
  EXPECT_EQ(to_rational(least[0].second, growth[0].divisor), Rational(-1969, 2000));
  EXPECT_EQ(least[1].second, growth[0].divisor);
  IntegerRows share;
  add_observation_rows(share, Measure::share, Decimal(25, 1), 0, 1, 5);
  EXPECT_EQ(to_rational(share.terms(share[1])[1].second, share[1].divisor), Rational(-51, 2000));
  EXPECT_EQ(to_rational(Integer(1) << 100, 3), Rational(mpz_class(1) << 100, 3));
}

TEST(IntegerRows, TermsOfOneUnknownAreOne) {
  IntegerRows rows;
  rows.add(std::vector<IntegerTerm>{{3, 1}, {1, -1}, {2, 1}, {3, 1}, {2, -1}}).lo = 0;
  rows.add(std::vector<IntegerTerm>{{7, 1}});
  const auto terms = rows.terms(rows[0]);
  EXPECT_EQ(std::vector<IntegerTerm>(terms.begin(), terms.end()),
            (std::vector<IntegerTerm>{{1, -1}, {3, 2}}));
  EXPECT_EQ(rows.terms(rows[1]).size(), 1U);
  // A figure's rows keep both unknowns, so that another figure's can stand in their place.
  IntegerRows share;
  add_observation_rows(share, Measure::share, Decimal(0, 1), 0, 1, 5, Rounding::exact);
  EXPECT_EQ(share.terms(share[0]).size(), 2U);
}

}  // namespace
}  // namespace tradereport::validator::test
