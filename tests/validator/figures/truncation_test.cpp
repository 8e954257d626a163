// Figures that were cut off instead of rounded, and levels printed for both years.
#include "validator/figures/truncation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/validator/outcomes.h"
#include "tests/validator/report_builder.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

Report report_of(const std::string& growth) {
  nlohmann::json json;
  json["period"] = "2024-05";
  json["rows"] = {"table1 month export 出口额 value=1025.450 previous=823.270 growth=" + growth};
  return report_from_json(json);
}

TEST(TrueValues, ByTheWayOfRounding) {
  const Decimal up(245, 1);
  EXPECT_EQ(up.true_values(Rounding::nearest), (Interval{Rational(489, 20), Rational(491, 20)}));
  EXPECT_EQ(up.true_values(Rounding::cut), (Interval{Rational(49, 2), Rational(123, 5)}));
  EXPECT_EQ(up.true_values(Rounding::either), (Interval{Rational(489, 20), Rational(123, 5)}));
  EXPECT_EQ(up.true_values(Rounding::exact), (Interval{Rational(49, 2), Rational(49, 2)}));
  // What is cut off a negative figure brings it nearer to 0.
  EXPECT_EQ((-up).true_values(Rounding::cut), (Interval{Rational(-123, 5), Rational(-49, 2)}));
}

TEST(Truncated, OnlyWhatRoundingCannotExplain) {
  EXPECT_EQ(find_truncated(report_of("24.5")).size(), 1U);  // 24.558 %
  EXPECT_THAT(find_truncated(report_of("24.6")), testing::IsEmpty());
  EXPECT_THAT(find_truncated(report_of("24.55")), testing::SizeIs(1));
  EXPECT_THAT(find_truncated(report_of("24.56")), testing::IsEmpty());
  EXPECT_THAT(find_truncated(report_of("24.4")), testing::IsEmpty());  // not cut off: wrong
}

TEST(Truncated, IsAWarningAndNothingElse) {
  EXPECT_THAT(rules_of(validate(report_of("24.5"), family())), testing::ElementsAre("N01"));
  EXPECT_THAT(rules_of(validate(report_of("24.6"), family())), testing::IsEmpty());
  EXPECT_THAT(rules_of(validate(report_of("24.4"), family())), testing::ElementsAre("G01"));
}

TEST(Truncated, IsSilentWhereTheFamilyCutsAllFigures) {
  Report report = report_of("24.5");
  for (Figure& figure : report.figures)
    if (figure.key.measure == Measure::growth) figure.rounding = Rounding::cut;
  EXPECT_THAT(rules_of(validate(report, family())), testing::IsEmpty());
  report = report_of("24.6");
  for (Figure& figure : report.figures)
    if (figure.key.measure == Measure::growth) figure.rounding = Rounding::cut;
  EXPECT_THAT(rules_of(validate(report, family())), testing::ElementsAre("G01"));
}

TEST(Truncated, SuggestsTheRoundedFigure) {
  EXPECT_EQ(rounded({Rational(245581, 10000), Rational(245582, 10000)}, 1), "24.6");
  EXPECT_EQ(rounded({Rational(2454, 100), Rational(2456, 100)}, 1), "");
}

}  // namespace
}  // namespace tradereport::validator::test
