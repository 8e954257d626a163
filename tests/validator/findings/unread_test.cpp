// Many numerals that were not read are told in one finding a page.
#include "validator/findings/unread.h"

#include <gtest/gtest.h>

#include <string>

namespace tradereport::validator::test {
namespace {

std::vector<Finding> unread_on(int page, int places) {
  std::vector<Finding> findings;
  for (int i = 0; i < places; ++i) {
    Finding finding;
    finding.rule = finding.message = "D03";
    finding.source.page = page;
    finding.args = {{"numerals", "1, 2"}, {"count", "2"}, {"context", std::to_string(i)}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

TEST(FoldUnread, AFewAreToldOneByOne) {
  std::vector<Finding> findings = unread_on(3, 5);
  fold_unread(findings);
  EXPECT_EQ(findings.size(), 5U);
  EXPECT_EQ(findings.front().message, "D03");
}

TEST(FoldUnread, ManyOnAPageAreOne) {
  std::vector<Finding> findings = unread_on(3, 40);
  findings.push_back(unread_on(4, 1).front());
  Finding other;
  other.rule = other.message = "D02";
  other.source.page = 3;
  findings.insert(findings.begin() + 1, other);
  fold_unread(findings);
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].message, "D03.many");
  EXPECT_EQ(findings[0].args.at("count"), "80");
  EXPECT_EQ(findings[0].args.at("places"), "40");
  EXPECT_EQ(findings[0].args.at("context"), "0");
  EXPECT_EQ(findings[0].details.size(), 40U);
  EXPECT_EQ(findings[1].message, "D02");
  EXPECT_EQ(findings[2].message, "D03");
}

}  // namespace
}  // namespace tradereport::validator::test
