// What must hold for every report, whatever its figures.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "tests/validator/report_builder.h"
#include "validator/findings/describe.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

std::string text_of(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += finding.rule + ": " + describe(finding, Language::en) + "\n";
    for (const std::string& line : describe_proof(finding, Language::en))
      text += "  " + line + "\n";
  }
  return text;
}

TEST(Soundness, ConsistentReportHasNoFinding) {
  EXPECT_TRUE(rc::check([] {
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    RC_ASSERT(text_of(validate(consistent_report(seed), family())) == "");
  }));
}

TEST(Soundness, RowsThatAreMissingAreNoError) {
  EXPECT_TRUE(rc::check([] {
    Report report = consistent_report(*rc::gen::arbitrary<std::uint32_t>());
    report.lists.clear();
    std::erase_if(report.figures, [](const Figure&) { return *rc::gen::inRange(0, 5) == 0; });
    RC_ASSERT(text_of(validate(report, family())) == "");
  }));
}

TEST(Soundness, EveryWrongClaimIsOneError) {
  EXPECT_TRUE(rc::check([] {
    Report report = consistent_report(*rc::gen::arbitrary<std::uint32_t>());
    RC_PRE(!report.claims.empty());
    Claim& wrong = report.claims[*rc::gen::inRange<std::size_t>(0, report.claims.size())];
    const auto step = *rc::gen::nonZero<std::int8_t>();
    wrong.value = Decimal(wrong.value.unscaled() + step, 1);
    wrong.printed = wrong.value.to_string();
    wrong.direction = 0;
    wrong.direction_word.clear();
    const std::vector<Finding> findings = validate(report, family());
    RC_ASSERT(findings.size() == 1U);
    RC_ASSERT(findings[0].rule == "M01" || findings[0].rule == "M03");
    // Where nothing else tells, text and table stand side by side; never is the table blamed.
    RC_LOG() << text_of(findings) << to_string(findings[0].certainty);
    const auto& candidates = findings[0].candidates;
    RC_ASSERT(std::any_of(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
      return candidate.item.key && candidate.item.key->place == "text";
    }));
    const Candidate* const blamed = findings[0].blamed();
    const bool right = blamed == nullptr || blamed->item.key->place == "text";
    RC_ASSERT(right);
  }));
}

TEST(Soundness, EmptyReportHasNoFinding) {
  EXPECT_EQ(text_of(validate(Report{}, family())), "");
}

TEST(Soundness, OrderOfFiguresDoesNotMatter) {
  Report report = may_2024();
  std::reverse(report.figures.begin(), report.figures.end());
  ASSERT_EQ(validate(report, family()).size(), 1U);
  EXPECT_EQ(validate(report, family())[0].blamed()->item.key,
            validate(may_2024(), family())[0].blamed()->item.key);
}

}  // namespace
}  // namespace tradereport::validator::test
