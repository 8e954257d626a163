// Archives of data that are revised: few statements.
#include <gtest/gtest.h>

#include "tests/validator/archive/archives.h"
#include "tools/dev/worlds/archive.h"
#include "validator/findings/describe.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

constexpr int kIssues = 36;
constexpr std::size_t kMostFindings = 10;

std::vector<Report> revised_archive(worlds::RevisionPattern pattern, std::uint64_t seed) {
  return worlds::make_archive(worlds::make_economy(family(), seed), family(), {2021, 1}, kIssues,
                              pattern);
}

TEST(Archive, RevisionsAreFewFindings) {
  for (const worlds::RevisionPattern pattern : worlds::kRevisionPatterns) {
    constexpr std::uint64_t kSeed = 12;
    SCOPED_TRACE(std::string(worlds::name_of(pattern)));
    const std::vector<Found> all = check_archive(revised_archive(pattern, kSeed));
    EXPECT_GE(all.size(), 1U);
    EXPECT_LE(all.size(), kMostFindings) << text_of_found(all);
    for (const Found& found : all) EXPECT_NE(found.finding.severity, Severity::error);
  }
}

TEST(Archive, RevisedReportsAreRight) {
  for (const worlds::RevisionPattern pattern : worlds::kRevisionPatterns) {
    for (const Report& report : revised_archive(pattern, 14)) {
      const std::vector<Finding> findings = validate(report, family());
      EXPECT_TRUE(findings.empty()) << worlds::name_of(pattern) << ", " << report.file << ": "
                                    << describe(findings.front(), Language::en);
    }
  }
}

// One statement says since when, in how many issues and by how much.
TEST(Archive, RevisedBasesAreOneStatement) {
  const std::vector<Found> all = check_archive(revised_archive(worlds::RevisionPattern::year, 11));
  ASSERT_EQ(all.size(), 1U) << text_of_found(all);
  const Finding& finding = all[0].finding;
  EXPECT_EQ(all[0].file, "2022-01.pdf");
  EXPECT_EQ(finding.message, "A02.revised");
  EXPECT_EQ(finding.args.at("last.period"), "2022-12");
  EXPECT_EQ(finding.args.at("issues"), "12");
  EXPECT_EQ(finding.args.at("least"), "0");
}

}  // namespace
}  // namespace tradereport::validator::test
