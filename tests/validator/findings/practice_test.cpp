// Publishers compute in different ways: none of them is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/sanitized.h"
#include "tests/validator/report_builder.h"
#include "tools/dev/worlds/archive.h"
#include "tools/dev/worlds/issue.h"
#include "validator/archive/editions.h"
#include "validator/findings/describe.h"
#include "validator/findings/practice.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

constexpr std::uint64_t kReports = 40;

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

TEST(Practice, NoErrorHoweverFiguresAreComputed) {
  for (const worlds::Computing computing : worlds::kComputings) {
    for (std::uint64_t number = 0; number < kReports / kOneIn; ++number) {
      const Report report = worlds::issue_by_number(family(), number, computing);
      const std::vector<Finding> findings = validate(report, family());
      EXPECT_EQ(count(findings, Severity::error), 0U)
          << worlds::name_of(computing) << ", " << number << ": "
          << describe(findings.front(), Language::en);
    }
  }
}

TEST(Practice, AReportThatIsCutOffIsOneWarning) {
  std::size_t warned = 0;
  for (std::uint64_t number = 0; number < kReports / kOneIn; ++number) {
    const std::vector<Finding> findings =
        validate(worlds::issue_by_number(family(), number, worlds::Computing::cut), family());
    ASSERT_LE(findings.size(), 1U) << number;
    if (findings.empty()) continue;
    ++warned;
    EXPECT_EQ(findings[0].message, "N01.report");
    EXPECT_EQ(findings[0].severity, Severity::warning);
  }
  EXPECT_GT(warned * 2, kReports / kOneIn);
}

// What may be computed from printed levels, and what may not, can be fixed.
TEST(Practice, AFamilyCanFixIt) {
  Family fixed = family();
  std::size_t warnings = 0;
  for (std::uint64_t number = 0; number < kReports; ++number) {
    const Report report = worlds::issue_by_number(family(), number, worlds::Computing::rates);
    fixed.rates = fixed.sums = ComputedFrom::either;
    const std::size_t either = count(validate(report, fixed), Severity::warning);
    warnings += either;
    fixed.rates = ComputedFrom::printed;
    EXPECT_TRUE(validate(report, fixed).empty()) << number;
    fixed.rates = fixed.sums = ComputedFrom::unrounded;
    EXPECT_EQ(count(validate(report, fixed), Severity::error) > 0, either > 0) << number;
  }
  EXPECT_GT(warnings, 0U);
}

// Of one report: it says what would explain it, and blames no figure.
TEST(Practice, SaysWhatItWouldBePossibleFrom) {
  std::size_t shown = 0;
  for (std::uint64_t number = 0; number < kReports; ++number) {
    for (const Finding& finding :
         validate(worlds::issue_by_number(family(), number, worlds::Computing::rates), family())) {
      ++shown;
      const auto practice = practice_shown_by(finding);
      ASSERT_TRUE(practice) << describe(finding, Language::en);
      EXPECT_TRUE(*practice == ShownPractice::rates || *practice == ShownPractice::either);
      EXPECT_EQ(finding.blamed(), nullptr);
      EXPECT_THAT(describe(finding, Language::en),
                  testing::HasSubstr("impossible from unrounded data, possible if rates"));
    }
  }
  EXPECT_GT(shown, 0U);
}

// An archive's publisher has one practice.
class OfArchive : public testing::TestWithParam<worlds::Computing> {};

TEST_P(OfArchive, IsToldOnceAndThenSilent) {
  worlds::IssueOptions options;
  options.computing = GetParam();
  Editions editions;
  std::size_t told = 0;
  for (const Report& report :
       worlds::make_archive(worlds::make_economy(family(), 5), family(), {2021, 1}, 24,
                            worlds::RevisionPattern::none, options)) {
    const std::size_t here = editions.add(report, validate(report, family())).size();
    told += here > 0 ? 1 : 0;
  }
  EXPECT_LT(told, kReportsOfPractice);
  const std::vector<EditionFinding> across = check_editions(editions, family());
  std::size_t of_practice = 0;
  for (const EditionFinding& found : across) {
    EXPECT_NE(found.finding.severity, Severity::error);
    if (found.finding.rule != "A05") continue;
    ++of_practice;
    EXPECT_EQ(found.finding.severity, Severity::note);
    EXPECT_THAT(describe(found.finding, Language::zh), testing::HasSubstr("期报告可见（202"));
  }
  EXPECT_EQ(of_practice, 1U);
  EXPECT_LE(across.size() + told, 10U);
}

INSTANTIATE_TEST_SUITE_P(Practice, OfArchive,
                         testing::Values(worlds::Computing::cut, worlds::Computing::rates,
                                         worlds::Computing::totals, worlds::Computing::printed));

// Two reports may be two misprints; and what no practice explains is told of every report.
TEST(Practice, IsLearnedFromThreeReports) {
  Finding sums;
  sums.rule = "B01";
  sums.message = "practice.sums";
  Finding error;
  error.rule = "T01";
  PublisherPractice practice;
  for (std::size_t edition = 0; edition + 1 < kReportsOfPractice; ++edition) {
    EXPECT_EQ(practice.tell(edition, {sums, error}).size(), 2U);
    EXPECT_FALSE(practice.known().any());
  }
  const std::vector<Finding> told = practice.tell(9, {sums, error});
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].rule, "T01");
  EXPECT_TRUE(practice.known().from.sums);
  EXPECT_FALSE(practice.known().from.rates);
  EXPECT_FALSE(practice.known().cut);
  EXPECT_THAT(practice.shown_by(practice.known()), testing::ElementsAre(0U, 1U, 9U));
}

}  // namespace
}  // namespace tradereport::validator::test
