// Levels found by descent are a proof only because integers check them: against the slow ways.
#include "validator/solver/quick_levels.h"

#include <gtest/gtest.h>

#include "tests/validator/report_builder.h"
#include "validator/solver/exact_simplex.h"

namespace tradereport::validator::test {
namespace {

System system_of(const Report& report) {
  return build_system(report, family(), build_relations(report, family()));
}

bool possible(const System& system) {
  return decide_exactly(rational_rows(system.integers), static_cast<int>(system.unknowns.size()))
             .index() == 0;
}

TEST(QuickLevels, SatisfyTheRationalRows) {
  int found = 0;
  for (std::uint64_t number = 0; number < 200; ++number) {
    const Report report = consistent_report(number);
    const System system = system_of(report);
    const auto levels = find_levels_quickly(system);
    if (!levels) continue;
    ++found;
    std::vector<Rational> rationals;
    for (const Integer level : *levels) rationals.push_back(to_rational(level, kQuickUnit));
    ASSERT_TRUE(verify_point(rational_rows(system.integers), rationals)) << number;
  }
  EXPECT_GT(found, 160);  // the others are for the simplex
}

// A figure printed a little off: what is found must be possible, however close it is.
TEST(QuickLevels, AreNeverFoundForAnImpossibleReport) {
  int found = 0, impossible = 0;
  for (std::uint64_t number = 0; number < 30; ++number) {
    Report report = consistent_report(number);
    report.claims.clear();
    report.lists.clear();
    Figure& figure = report.figures[number * 7 % report.figures.size()];
    figure.value = Decimal(figure.value.unscaled() + (number % 2 == 0 ? 3 : -2), 1);
    const System system = system_of(report);
    const bool quick = system.clashes.empty() && find_levels_quickly(system).has_value();
    const bool exact = possible(system);
    EXPECT_TRUE(exact || !quick) << number;
    found += quick;
    impossible += !exact;
  }
  EXPECT_GT(found, 0);
  EXPECT_GT(impossible, 3);
}

TEST(QuickLevels, OffByAHairIsNotSatisfied) {
  const Report report = consistent_report(4);
  const System system = system_of(report);
  auto levels = find_levels_quickly(system);
  ASSERT_TRUE(levels.has_value());
  ASSERT_TRUE(satisfied(system.integers, *levels));
  const int total = system.column(system.relations.front().whole.unknown);
  ++levels->at(static_cast<std::size_t>(total));
  EXPECT_FALSE(satisfied(system.integers, *levels));
}

TEST(QuickLevels, FiguresBeyondMeasureAreLeftToTheSimplex) {
  const Report report =
      ReportBuilder()
          .row("table1 month total 进出口总额 value=999999999999999999 growth=0.9")
          .row("table1 month export 出口额 value=0.00000000000000001")
          .row("table1 month import 进口额 value=999999999999999999")
          .report();
  const System system = system_of(report);
  EXPECT_FALSE(find_levels_quickly(system).has_value());
  EXPECT_TRUE(possible(system));
}

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
