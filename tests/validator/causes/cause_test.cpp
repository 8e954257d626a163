// One editorial slip is one finding that names it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "tests/validator/report_builder.h"
#include "tools/dev/worlds/editorial_slips.h"
#include "validator/findings/describe.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

using testing::HasSubstr;
using worlds::MadeSlip;

std::vector<Finding> errors_of(const Report& report) {
  std::vector<Finding> findings = validate(report, family());
  std::erase_if(findings, [](const Finding& f) { return f.severity != Severity::error; });
  return findings;
}

std::string told(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) text += describe(finding, Language::en) + "\n";
  return text;
}

// What makes at least two misprints necessary, over some issues: how each was told.
std::map<std::string, int> told_by_rule(MadeSlip slip, std::size_t* most) {
  std::map<std::string, int> messages;
  for (std::uint64_t number = 2; number < 8; ++number) {
    const std::vector<Report> around = consistent_neighbours(number);
    Report report = around.front();
    worlds::Random random(number);
    if (!worlds::make_slip(report, family(), slip, around, random)) continue;
    const std::vector<Finding> errors = errors_of(report);
    *most = std::max(*most, errors.size());
    for (const Finding& finding : errors) ++messages[finding.message];
  }
  return messages;
}

class EachSlip : public testing::TestWithParam<std::pair<MadeSlip, std::string>> {};

TEST_P(EachSlip, IsOneErrorThatNamesIt) {
  const auto& [slip, message] = GetParam();
  std::size_t most = 0;
  const auto messages = told_by_rule(slip, &most);
  EXPECT_LE(most, 1U) << worlds::name_of(slip);
  EXPECT_TRUE(std::any_of(messages.begin(), messages.end(), [&](const auto& told) {
    return told.first.starts_with(message);
  })) << worlds::name_of(slip);
}

INSTANTIATE_TEST_SUITE_P(Cause, EachSlip,
                         testing::Values(std::pair(MadeSlip::figures_in_column, "slip.figures"),
                                         std::pair(MadeSlip::figures_in_text, "slip.figures"),
                                         std::pair(MadeSlip::names_in_table, "slip.names"),
                                         std::pair(MadeSlip::rows, "slip."),
                                         std::pair(MadeSlip::columns, "slip.columns"),
                                         std::pair(MadeSlip::tables, "slip.tables"),
                                         std::pair(MadeSlip::spans, "slip.spans"),
                                         std::pair(MadeSlip::stale_table, "slip.whole"),
                                         std::pair(MadeSlip::stale_column, "slip.whole_column"),
                                         std::pair(MadeSlip::stale_tables, "slip.text"),
                                         std::pair(MadeSlip::stale_text, "slip.text"),
                                         std::pair(MadeSlip::shifted_column, "slip.shifted_down"),
                                         std::pair(MadeSlip::unit, "slip.too_small"),
                                         std::pair(MadeSlip::year_to_date_printed,
                                                   "slip.repeated")));

// Which issues and which figures is fixed in the tests below, so that each is provable.
TEST(Cause, ExchangedFiguresAreNamedWithWhatIsMeant) {
  Report report = may_2024();
  figure(report, "table1", Span::month, "出口额", Measure::value).value = Decimal(3873, 1);
  figure(report, "table1", Span::month, "进口额", Measure::value).value = Decimal(747, 1);
  claim(report, Span::month, "export", "电子设备", Measure::growth).value = Decimal(110, 1);
  const auto errors = errors_of(report);
  ASSERT_EQ(errors.size(), 1U) << told(errors);
  EXPECT_EQ(errors[0].message, "slip.figures");
  EXPECT_EQ(errors[0].rule, "B01");
  ASSERT_EQ(errors[0].candidates.size(), 2U);
  EXPECT_EQ(errors[0].certainty, Certainty::likely);
  EXPECT_EQ(errors[0].candidates[0].explanation, errors[0].candidates[1].explanation);
  for (const Candidate& candidate : errors[0].candidates)
    EXPECT_EQ(candidate.suggested, candidate.item.key->row == "出口额" ? "74.7" : "387.3");
  EXPECT_THAT(describe(errors[0], Language::zh), HasSubstr("互换"));
  const auto proof = describe_proof(errors[0], Language::en);
  EXPECT_THAT(proof.back(),
              HasSubstr("With this corrected, all figures of the report fit together"));
  EXPECT_FALSE(errors[0].certificate.empty());
}

// The error of the published report stays its own finding.
TEST(Cause, AnIndependentMisprintIsAFindingOfItsOwn) {
  Report report = may_2024();
  figure(report, "table1", Span::month, "出口额", Measure::value).value = Decimal(3873, 1);
  figure(report, "table1", Span::month, "进口额", Measure::value).value = Decimal(747, 1);
  const auto errors = errors_of(report);
  ASSERT_EQ(errors.size(), 2U) << told(errors);
  EXPECT_EQ(std::count_if(errors.begin(), errors.end(),
                          [](const Finding& f) { return f.message == "slip.figures"; }),
            1);
  EXPECT_THAT(told(errors), HasSubstr("-24.3%"));
}

TEST(Cause, OneMisprintIsNoExchange) {
  const auto errors = errors_of(may_2024());
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_FALSE(errors[0].message.starts_with("slip."));
}

TEST(Cause, HeadsOfColumnsExchanged) {
  Report report = may_2024();
  for (Figure& figure : report.figures) {
    Measure& measure = figure.key.measure;
    if (figure.key.place != "table1") continue;
    measure = measure == Measure::share    ? Measure::growth
              : measure == Measure::growth ? Measure::share
                                           : measure;
  }
  claim(report, Span::month, "export", "电子设备", Measure::growth).value = Decimal(110, 1);
  const auto errors = errors_of(report);
  ASSERT_EQ(errors.size(), 1U) << told(errors);
  EXPECT_THAT(told(errors), HasSubstr("table 1: the columns"));
}

}  // namespace
}  // namespace tradereport::validator::test
