// How far figures are checked, against what validate() notices when they are changed.
#include <gtest/gtest.h>

#include <string>

#include "tests/sanitized.h"
#include "tests/validator/report_builder.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

Coverage covered(const Report& report) {
  return coverage_of(report, family(), validate(report, family()));
}

// What a publisher's way to compute could explain is told as a warning.
bool is_noticed(const Report& report) {
  for (const Finding& finding : validate(report, family()))
    if (finding.severity != Severity::note) return true;
  return false;
}

std::string ends(const CheckedFigure& figure) {
  return to_text(figure.unnoticed, 1);
}

// A decimal beyond the ends is noticed wherever it is printed; mostly, one between them is not.
TEST(Coverage, WhatIsBeyondTheEndsIsNoticed) {
  int within = 0;
  int unnoticed = 0;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Report report = consistent_report(seed);
    const Coverage coverage = covered(report);
    ASSERT_FALSE(is_noticed(report));
    ASSERT_EQ(coverage.figures.size(), report.figures.size() + report.claims.size());
    for (std::size_t i = seed; i < coverage.figures.size(); i += 29 * kOneIn) {
      const std::size_t tables = report.figures.size();
      Figure& figure = i < tables ? report.figures[i] : report.claims[i - tables];
      const Figure printed = figure;
      const Rational unit = 1 / power_of_ten(printed.value.decimals());
      const auto print = [&](const Rational& value) {
        figure.value = *Decimal::parse(round_down(value, printed.value.decimals()));
        figure.printed = figure.value.abs().to_string();
      };
      const Bounds& ends = coverage.figures[i].unnoticed;
      SCOPED_TRACE(figure.key.row + " " + std::string(to_string(figure.key.measure)) + " " +
                   printed.value.to_string() + " " + to_text(ends, 2));
      EXPECT_TRUE(ends.contains(printed.value.value()));
      EXPECT_NE(coverage.figures[i].state, NumeralState::wrong);
      if (ends.lo && coverage.figures[i].state != NumeralState::blind) {
        print(*ends.lo - unit);
        EXPECT_TRUE(is_noticed(report)) << figure.value.to_string();
      }
      if (ends.hi && coverage.figures[i].state != NumeralState::blind) {
        print(*ends.hi + unit);
        EXPECT_TRUE(is_noticed(report)) << figure.value.to_string();
      }
      if (ends.hi && *ends.hi > printed.value.value()) {
        print(*ends.hi);
        ++within;
        unnoticed += is_noticed(report) ? 0 : 1;
      }
      figure = printed;
    }
  }
  // Of a few cases no share can be told.
  if (kOneIn == 1) {
    EXPECT_GE(unnoticed * 10, within * 8) << unnoticed << " of " << within;
  }
}

TEST(Coverage, WhatTheTextRepeatsIsHeldToTheLastDigit) {
  const Report report = ReportBuilder()
                            .row("table2 month export 木制品 value=0.4 growth=10.0")
                            .claim("month export 木制品 value=0.4")
                            .report();
  const Coverage coverage = covered(report);
  EXPECT_EQ(coverage.figures[0].state, NumeralState::checked);
  EXPECT_EQ(ends(coverage.figures[0]), "[0.4, 0.4]");
  EXPECT_EQ(coverage.figures[2].state, NumeralState::checked);
  ASSERT_EQ(coverage.figures[2].relations.size(), 1U);
  EXPECT_EQ(coverage.relations[static_cast<std::size_t>(coverage.figures[2].relations[0])].sort,
            RelationSort::same);
}

TEST(Coverage, WhatNothingHoldsIsBlind) {
  const Coverage coverage =
      covered(ReportBuilder().row("table2 month export 木制品 value=0.4 growth=10.0").report());
  EXPECT_EQ(coverage.figures[0].state, NumeralState::blind);
  EXPECT_EQ(ends(coverage.figures[0]), "[0.0, ∞)");
  EXPECT_EQ(coverage.figures[1].state, NumeralState::blind);
  EXPECT_EQ(ends(coverage.figures[1]), "[-100.0, ∞)");
  EXPECT_TRUE(coverage.figures[1].relations.empty());
}

// 100.0 = 60.0 + 40.0: the sum allows the parts' rounding besides.
TEST(Coverage, ASumHoldsWithinItsRounding) {
  const Coverage coverage = covered(ReportBuilder()
                                        .row("table1 month total 进出口总额 value=100.0")
                                        .row("table1 month export 出口额 value=60.0")
                                        .row("table1 month import 进口额 value=40.0")
                                        .report());
  for (const CheckedFigure& figure : coverage.figures) {
    EXPECT_EQ(figure.state, NumeralState::rounding);
    ASSERT_EQ(figure.relations.size(), 1U);
    EXPECT_EQ(coverage.relations[static_cast<std::size_t>(figure.relations[0])].sort,
              RelationSort::sum);
  }
  EXPECT_EQ(ends(coverage.figures[1]), "[59.9, 60.1]");
}

TEST(Coverage, WhatAnErrorBlamesIsWrongAndHoldsNothing) {
  const Report& report = may_2024();
  const Coverage coverage = covered(report);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < coverage.figures.size(); ++i) {
    if (coverage.figures[i].state != NumeralState::wrong) continue;
    ++wrong;
    ASSERT_GE(i, report.figures.size());
    EXPECT_EQ(report.claims[i - report.figures.size()].printed, "-24.3");
    EXPECT_TRUE(coverage.figures[i].unnoticed.contains(Rational(11)));
  }
  EXPECT_EQ(wrong, 1U);
}

// Two parts of a contradiction that nothing tells apart are both in doubt.
TEST(Coverage, WhereNothingTellsAllCandidatesAreWrong) {
  const Coverage coverage = covered(ReportBuilder()
                                        .row("table1 month total 进出口总额 value=107.0")
                                        .row("table1 month export 出口额 value=60.0")
                                        .row("table1 month import 进口额 value=40.0")
                                        .report());
  for (const CheckedFigure& figure : coverage.figures) EXPECT_EQ(figure.state, NumeralState::wrong);
  EXPECT_EQ(ends(coverage.figures[0]), "[0.0, ∞)");
}

}  // namespace
}  // namespace tradereport::validator::test
