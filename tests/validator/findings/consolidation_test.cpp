// One cause, one finding.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/validator/outcomes.h"
#include "tests/validator/report_builder.h"
#include "validator/findings/describe.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

// Exports, imports and their total, all right; a broken one is made with `misprint`.
ReportBuilder overview() {
  return ReportBuilder()
      .row("table1 month total 进出口总额 value=462.1 growth=0.9")
      .row("table1 month export 出口额 value=74.7 growth=15.7")
      .row("table1 month import 进口额 value=387.3 growth=-1.6")
      .row("table1 month net 净出口额 value=-312.6 change=16.3");
}

TEST(Consolidation, SeveralRelationsOfOneFigureAreOneFinding) {
  Report report = overview().report();
  misprint(report, "table1", Span::month, "进口额", Measure::value, "378.3");
  const std::vector<Finding> findings = validate(report, family());
  ASSERT_THAT(rules_of(findings), testing::ElementsAre("T01"));
  ASSERT_NE(findings[0].blamed(), nullptr);
  EXPECT_EQ(findings[0].blamed()->item.key->row, "进口额");
  EXPECT_EQ(findings[0].blamed()->item.printed, "378.3");
  ASSERT_TRUE(findings[0].blamed()->possible);
  EXPECT_TRUE(findings[0].blamed()->possible->contains(Decimal(3873, 1).value()));
  EXPECT_FALSE(findings[0].blamed()->possible->contains(Decimal(3783, 1).value()));
  EXPECT_EQ(figures_of(findings[0]).front(), *findings[0].blamed()->item.key);
}

TEST(Consolidation, WithoutFurtherRelationsTheLikeliestSlipIsBlamed) {
  const Report report = ReportBuilder()
                            .row("table1 month total 进出口总额 value=462.1")
                            .row("table1 month export 出口额 value=77.4")
                            .row("table1 month import 进口额 value=387.3")
                            .report();
  const std::vector<Finding> findings = validate(report, family());
  ASSERT_EQ(findings.size(), 1U);
  ASSERT_NE(findings[0].blamed(), nullptr);
  EXPECT_EQ(findings[0].blamed()->item.key->row, "出口额");
  EXPECT_EQ(figures_of(findings[0]).size(), 3U);
  EXPECT_EQ(findings[0].blamed()->suggested, "74.7");
  EXPECT_EQ(findings[0].blamed()->possible, Bounds(Rational(747, 10), Rational(749, 10)));
}

TEST(Consolidation, TiesAreSaidToBeTies) {
  const Report report = ReportBuilder()
                            .row("table1 month total 进出口总额 value=10.0")
                            .row("table1 month export 出口额 value=50.0")
                            .row("table1 month import 进口额 value=50.0")
                            .report();
  const std::vector<Finding> findings = validate(report, family());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_FALSE(findings[0].blamed() != nullptr && findings[0].blamed()->suggested == "50.0");
}

TEST(Consolidation, FiguresThatTheTextConfirmsAreNotSuspected) {
  const Report report = ReportBuilder()
                            .row("table1 month total 进出口总额 value=462.1")
                            .row("table1 month export 出口额 value=77.4")
                            .row("table1 month import 进口额 value=387.3")
                            .claim("month total 进出口总额 value=462.1")
                            .claim("month import 进口额 value=387.3")
                            .report();
  const std::vector<Finding> findings = validate(report, family());
  ASSERT_EQ(findings.size(), 1U);
  ASSERT_NE(findings[0].blamed(), nullptr);
  EXPECT_EQ(findings[0].blamed()->item.key->row, "出口额");
}

TEST(Consolidation, TextAgainstAWrongTableBlamesTheTable) {
  Report report = overview().claim("month export 出口额 value=74.7").report();
  misprint(report, "table1", Span::month, "出口额", Measure::value, "47.7");
  const std::vector<Finding> findings = validate(report, family());
  ASSERT_THAT(rules_of(findings), testing::ElementsAre("M01"));
  EXPECT_EQ(findings[0].message, "M01.table");
  EXPECT_EQ(findings[0].blamed()->item.key->place, "table1");
  EXPECT_EQ(findings[0].blamed()->suggested, "74.7");
  EXPECT_GT(findings[0].relations.size(), 1U);  // with what it explains
}

TEST(Consolidation, ListUnderTheLevelThatPutsItOutOfOrder) {
  const Report report = ReportBuilder()
                            .row("table2 month export 矿产品 value=25.5")
                            .row("table2 month export 化学制品 value=7.8")
                            .row("table2 month export 电子设备 value=2.3")
                            .list("month export 3 电子设备 矿产品 化学制品")
                            .claim("month export 电子设备 value=28.3")
                            .report();
  const std::vector<Finding> findings = validate(report, family());
  ASSERT_THAT(rules_of(findings), testing::ElementsAre("M01"));
  EXPECT_EQ(findings[0].blamed()->item.key->place, "table2");
}

TEST(Consolidation, UnreadNumeralsOfAnotherSentenceAreTheirOwnFinding) {
  const Report report = ReportBuilder()
                            .problem({ListLengths{3, 2, "A 1, 2。"}, {}})
                            .unread("2", "A 1, 2。")
                            .unread("7", "B 7。")
                            .report();
  EXPECT_THAT(rules_of(validate(report, family())), testing::ElementsAre("M04", "D03"));
}

TEST(Validate, ErrorsComeFirstThenPages) {
  Report report = ReportBuilder()
                      .problem({Missing{"table", "table3", ""}, {}})
                      .problem({StalePeriod{"caption", "", ""}, {}})
                      .problem({StalePeriod{"sentence", "", ""}, {}})
                      .report();
  report.problems[0].source.page = 1;
  report.problems[1].source.page = 3;
  report.problems[2].source.page = 2;
  const std::vector<Finding> findings = validate(report, family());
  ASSERT_THAT(rules_of(findings), testing::ElementsAre("D01", "D01", "D02"));
  EXPECT_EQ(findings[0].source.page, 2);
}

TEST(Claims, MinusInAnyForm) {
  for (const char* printed : {"-1.6", "−1.6", "－1.6", "–1.6"}) {
    const Report report = ReportBuilder()
                              .row("table1 month import 进口额 value=387.3 growth=-1.6")
                              .claim(
                                  "month import 进口额 growth=-1.6 word=下降 direction=-1 signed "
                                  "printed=" +
                                  std::string(printed))
                              .report();
    EXPECT_THAT(rules_of(validate(report, family())), testing::ElementsAre("M03")) << printed;
  }
}

TEST(Claims, NegativeNetExportsAreNoContradiction) {
  const auto rules = [](const std::string& claim) {
    return rules_of(validate(
        ReportBuilder().row("table1 month net 净出口额 value=-312.6").claim(claim).report(),
        family()));
  };
  const std::string signed_value = "month net 净出口额 value=-312.6 signed printed=-312.6 ";
  EXPECT_THAT(rules(signed_value + "word=净出口额 direction=1"), testing::IsEmpty());
  EXPECT_THAT(rules(signed_value + "word=净进口 direction=-1"), testing::ElementsAre("M03"));
}

TEST(Claims, WithoutATableFigureAreNotJudged) {
  const Report report =
      ReportBuilder().claim("month import 进口额 growth=-1.6 value=387.3").report();
  EXPECT_THAT(validate(report, family()), testing::IsEmpty());
}

}  // namespace
}  // namespace tradereport::validator::test
