// Reports that print levels in several units.
#include "validator/figures/common_unit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/validator/outcomes.h"
#include "tests/validator/report_builder.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

// Exports and imports in the smaller unit, their sum in the larger one.
Report in_two_units(const std::string& total, const std::string& exports) {
  nlohmann::json json;
  json["period"] = "2024-05";
  json["rows"] = {"table1 month total 进出口总额 value=" + total,
                  "table1 month export 出口额 value=" + exports,
                  "table1 month import 进口额 value=59812"};
  Report report = report_from_json(json);
  report.figures[1].unit = report.figures[2].unit = "万美元";
  return report;
}

TEST(CommonUnit, IsTheLargerOne) {
  const auto common = in_common_unit(in_two_units("10.0", "40321"), family());
  ASSERT_TRUE(common);
  EXPECT_EQ(common->figures[0].value.to_string(), "10.0");
  EXPECT_EQ(common->figures[1].value.to_string(), "4.0321");
  for (const Figure& figure : common->figures) EXPECT_EQ(figure.unit, "亿美元");
}

TEST(CommonUnit, OneUnitIsLeftAlone) {
  Report report = in_two_units("100133", "40321");
  report.figures[0].unit = "万美元";
  EXPECT_FALSE(in_common_unit(report, family()));
}

// 4.0321 + 5.9812 is 10.0133, which is printed as 10.0.
TEST(CommonUnit, DigitsThatAreNotPrintedAreNotZeros) {
  EXPECT_THAT(rules_of(validate(in_two_units("10.0", "40321"), family())), testing::IsEmpty());
  EXPECT_THAT(rules_of(validate(in_two_units("10.1", "40321"), family())),
              testing::ElementsAre("T01"));
}

// All tables say the wrong unit, the text the right one: that is one slip, and the text is right.
TEST(CommonUnit, ARightUnitIsNoFaultWhereTheOtherIsASlip) {
  Report report = may_2024();
  for (Figure& figure : report.figures)
    if (!is_rate(figure.key.measure)) figure.unit = "万美元";
  report.problems = {{UnitDiffers{"万美元", "亿美元", "table1"}, {}},
                     {UnitDiffers{"亿美元", "万美元", "text"}, {}}};
  const auto common = in_common_unit(report, family());
  ASSERT_TRUE(common);
  ASSERT_EQ(common->problems.size(), 1U);
  const auto& differs = std::get<UnitDiffers>(common->problems[0].what);
  EXPECT_EQ(differs.place, "table1");
  EXPECT_TRUE(differs.slip);
}

TEST(CommonUnit, WhatWouldBePossibleIsToldAsItIsPrinted) {
  const std::vector<Finding> findings = validate(in_two_units("10.0", "50321"), family());
  ASSERT_EQ(findings.size(), 1U);
  bool found = false;
  for (const Candidate& candidate : findings[0].candidates) {
    if (candidate.item.printed != "50321") continue;
    found = true;
    EXPECT_EQ(candidate.item.unit, "万美元");
    EXPECT_EQ(candidate.item.value->to_string(), "50321");
    ASSERT_TRUE(candidate.possible && candidate.possible->lo && candidate.possible->hi);
    EXPECT_GT(*candidate.possible->lo, 39000);
    EXPECT_LT(*candidate.possible->hi, 41000);
  }
  EXPECT_TRUE(found);
}

// The tables know no larger unit than theirs, the text does.
TEST(CommonUnit, ATextInALargerUnitIsHeldAgainstTheTables) {
  const auto rules = [](const std::string& exports) {
    nlohmann::json json;
    json["period"] = "2024-05";
    json["rows"] = {"table1 month total 进出口总额 value=100133",
                    "table1 month export 出口额 value=40321",
                    "table1 month import 进口额 value=59812"};
    json["claims"] = {"month export 出口额 value=" + exports};
    Report report = report_from_json(json);
    for (Figure& figure : report.figures) figure.unit = "万美元";
    return rules_of(validate(report, family()));
  };
  EXPECT_THAT(rules("4.0"), testing::IsEmpty());
  EXPECT_THAT(rules("4.9"), testing::ElementsAre("M01"));
}

// The text has the table's digits under another unit: what is wrong is the unit, and nothing is
// turned into it.
TEST(CommonUnit, ASlipOfUnitTurnsNothing) {
  nlohmann::json json;
  json["period"] = "2024-05";
  json["rows"] = {"table1 month total 进出口总额 value=10.0",
                  "table1 month export 出口额 value=4.1", "table1 month import 进口额 value=6.0"};
  json["claims"] = {"month total 进出口总额 value=10.0", "month export 出口额 value=4.9"};
  Report report = report_from_json(json);
  for (Claim& claim : report.claims) claim.unit = "万美元";
  int told = 0;
  for (const Finding& finding : validate(report, family())) {
    for (const Candidate& candidate : finding.candidates) {
      if (!candidate.possible || !candidate.possible->hi) continue;
      EXPECT_LT(*candidate.possible->hi, 100);
      ++told;
    }
  }
  EXPECT_GT(told, 0);
}

}  // namespace
}  // namespace tradereport::validator::test
