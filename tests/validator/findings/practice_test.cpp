// Publishers compute in different ways: none of them is wrong.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/sanitized.h"
#include "tests/validator/report_builder.h"
#include "tools/dev/worlds/issue.h"
#include "validator/findings/describe.h"
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

}  // namespace
}  // namespace tradereport::validator::test
