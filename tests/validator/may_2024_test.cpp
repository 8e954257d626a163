// The real report of May 2024 has one error. Further misprints are put into it one at a time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/validator/report_builder.h"
#include "validator/findings/describe.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

using testing::HasSubstr;

std::vector<std::string> summary(const std::vector<Finding>& findings) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings) {
    lines.push_back(finding.rule + " " +
                    (finding.blamed() != nullptr
                         ? describe(*finding.blamed()->item.key, Language::en) + " " +
                               finding.blamed()->item.printed + " -> " + finding.blamed()->suggested
                         : "-"));
  }
  return lines;
}

// May 2024 as it should have been printed.
Report corrected() {
  Report report = may_2024();
  Claim& wrong = claim(report, Span::month, "export", "电子设备", Measure::growth);
  wrong.value = Decimal(110, 1);
  wrong.printed = "11.0";
  return report;
}

TEST(May2024, HasOneError) {
  const std::vector<Finding> findings = validate(may_2024(), family());
  ASSERT_THAT(summary(findings),
              testing::ElementsAre("M01 the text, exports, 电子设备, month, growth -24.3 -> 11.0"));
  const Finding& finding = findings.front();
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_EQ(finding.message, "M01.neighbour_row");
  EXPECT_THAT(describe(finding, Language::en), HasSubstr("row 金属石料制品"));
  EXPECT_THAT(describe(finding, Language::zh), HasSubstr("“金属石料制品”一行"));
  EXPECT_EQ(finding.certainty, Certainty::proved);
  ASSERT_TRUE(finding.blamed()->possible);  // by everything but text and table themselves
  const Bounds& possible = *finding.blamed()->possible;
  EXPECT_TRUE(possible.contains(11));
  EXPECT_LT(*possible.hi - *possible.lo, 2);
  ASSERT_GE(finding.evidence.size(), 2U);
  EXPECT_EQ(finding.evidence[0].item.key->place, "text");
  EXPECT_EQ(finding.evidence[1].item.key->place, "table2");
}

TEST(May2024, ProofSaysWhyTheTextIsWrong) {
  const std::vector<Finding> findings = validate(may_2024(), family());
  const std::vector<std::string> proof = describe_proof(findings.at(0), Language::en);
  EXPECT_THAT(proof, testing::Contains(HasSubstr("With -24.3% in the table")));
}

TEST(May2024, CorrectedHasNone) {
  EXPECT_THAT(summary(validate(corrected(), family())), testing::IsEmpty());
}

struct Misprint {
  std::string name;
  std::string place;
  Span span;
  std::string row;
  Measure measure;
  std::string printed;
  std::string expected;
};

class InjectedMisprint : public testing::TestWithParam<Misprint> {};

TEST_P(InjectedMisprint, IsOneFinding) {
  const Misprint& m = GetParam();
  Report report = corrected();
  misprint(report, m.place, m.span, m.row, m.measure, m.printed);
  EXPECT_THAT(summary(validate(report, family())), testing::ElementsAre(m.expected));
}

INSTANTIATE_TEST_SUITE_P(
    May2024, InjectedMisprint,
    testing::Values(
        // The text gives the right figure: the table is to blame.
        Misprint{"total_digits_exchanged", "table1", Span::month, "进出口总额", Measure::value,
                 "426.1", "M01 table 1, 进出口总额, month, value 426.1 -> 462.1"},
        Misprint{"sign_lost", "table1", Span::month, "净出口额", Measure::value, "312.6",
                 "M03 table 1, 净出口额, month, value 312.6 -> -312.6"},
        Misprint{"product_decimal_point", "table2", Span::ytd, "电子设备", Measure::value, "14.3",
                 "M01 table 2, 电子设备, year to date, value 14.3 -> 143.1"},
        Misprint{"growth_copied_from_above", "table2", Span::month, "矿产品", Measure::growth,
                 "87.4", "M01 table 2, 矿产品, month, growth 87.4 -> 19.4"},
        // The text does not speak of these.
        Misprint{"net_change", "table1", Span::month, "净出口额", Measure::change, "61.3",
                 "G02 table 1, 净出口额, month, change 61.3 -> 16.3"},
        Misprint{"rank", "table5", Span::month, "加拿大", Measure::value, "13.8",
                 "R01 table 5, 加拿大, month, value 13.8 -> 18.3"},
        Misprint{"month_above_ytd", "table4", Span::month, "越南", Measure::value, "21.0",
                 "T05 table 4, 越南, month, value 21.0 -> 2.1"},
        Misprint{"product_not_among_the_first", "table2", Span::month, "农产品", Measure::value,
                 "11.3", "T03 table 2, 农产品, month, value 11.3 -> "}),
    [](const auto& misprinted) { return misprinted.param.name; });

TEST(May2024, WrongNameInListIsOneFinding) {
  Report report = corrected();
  TopList& list = report.lists.at(0);
  ASSERT_EQ(list.names.at(2), "化学制品");
  list.names[2] = "金属石料制品";
  for (Claim& item : report.claims) {
    if (item.sentence == list.sentence && item.key.row == "化学制品") item.key.row = list.names[2];
  }
  const std::vector<Finding> findings = validate(report, family());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "M02");
  EXPECT_THAT(describe(findings[0], Language::zh), HasSubstr("应为电子设备、矿产品、化学制品"));
}

TEST(May2024, TwoIndependentMisprintsAreTwoFindings) {
  Report report = corrected();
  misprint(report, "table1", Span::month, "净出口额", Measure::change, "61.3");
  misprint(report, "table5", Span::ytd, "加拿大", Measure::value, "49.4");
  EXPECT_THAT(summary(validate(report, family())),
              testing::UnorderedElementsAre(
                  testing::StartsWith("G02 table 1, 净出口额, month, change"),
                  testing::StartsWith("R01 table 5, 加拿大, year to date, value")));
}

TEST(May2024, EveryFindingIsFullyWorded) {
  Report report = may_2024();
  misprint(report, "table1", Span::month, "净出口额", Measure::change, "61.3");
  misprint(report, "table3", Span::ytd, "农产品", Measure::share, "1.5");
  misprint(report, "table4", Span::month, "越南", Measure::value, "21.0");
  for (const Finding& finding : validate(report, family())) {
    for (const Language language : {Language::en, Language::zh}) {
      std::vector<std::string> texts = describe_proof(finding, language);
      texts.push_back(describe(finding, language));
      for (const std::string& text : texts) {
        EXPECT_THAT(text, testing::Not(testing::ContainsRegex("[{}]|proof\\.|=\\[")));
      }
    }
  }
}

}  // namespace
}  // namespace tradereport::validator::test
