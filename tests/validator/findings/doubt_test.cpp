// Findings that rest on figures which may have been read wrongly are no errors.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/validator/report_builder.h"
#include "validator/findings/describe.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

using testing::Contains;
using testing::HasSubstr;

// Exports and the products that they consist of, one of them wrong.
ReportBuilder products() {
  ReportBuilder builder;
  builder.row("table1 month export 出口额 value=74.7");
  for (const char* const row : {"农产品 value=1.3", "矿产品 value=25.5", "化学制品 value=7.8",
                                "纺织服装 value=1.4", "木制品 value=0.4", "金属石料制品 value=4.5",
                                "电子设备 value=82.3", "交通设备 value=4.2", "其他制品 value=1.4"})
    builder.row("table2 month export " + std::string(row));
  return builder;
}

const Finding* error_of(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings)
    if (finding.severity == Severity::error) return &finding;
  return nullptr;
}

TEST(Doubt, AnErrorOfASoundFile) {
  EXPECT_NE(error_of(validate(products().report(), family())), nullptr);
}

TEST(Doubt, InADamagedFileItIsAWarning) {
  const auto findings = validate(products().problem({Damaged{}, {}}).report(), family());
  EXPECT_EQ(error_of(findings), nullptr);
  ASSERT_EQ(findings.size(), 2U);
  std::vector<std::string> proof;
  for (const Finding& finding : findings)
    for (std::string& line : describe_proof(finding, Language::en)) proof.push_back(line);
  EXPECT_THAT(proof, Contains(HasSubstr("this is a warning, not an error")));
}

// The rows on the second page may be the other table's.
TEST(Doubt, SoItIsOverAPageEndWhereATableOfTheSameRowsIsLost) {
  const Problem lost{Missing{"table", "表3", "table3"}, {}};
  const Problem other{Missing{"table", "表4", "table4"}, {}};
  const auto over_pages = [](Report report) {
    for (Figure& figure : report.figures) figure.source.page = 2;
    report.figures.back().source.page = 4;
    return validate(report, family());
  };
  EXPECT_EQ(error_of(over_pages(products().problem(lost).report())), nullptr);
  EXPECT_NE(error_of(over_pages(products().problem(other).report())), nullptr);
  EXPECT_NE(error_of(validate(products().problem(lost).report(), family())), nullptr);
}

TEST(Doubt, UnknownRowsAreANoteOrAWarning) {
  const auto severity = [](const std::vector<Problem>& problems) {
    ReportBuilder builder;
    for (const Problem& problem : problems) builder.problem(problem);
    return validate(builder.report(), family()).front().severity;
  };
  const Problem additional{UnknownRow{"合计", "table2", true}, {}};
  EXPECT_EQ(severity({additional}), Severity::note);
  EXPECT_EQ(severity({{UnknownRow{"合计", "table2", false}, {}}}), Severity::warning);
  EXPECT_EQ(severity({additional, {Missing{"row", "木制品", "table2"}, {}}}), Severity::warning);
}

// The numerals of the row that could not be read are part of the same finding.
TEST(Doubt, AnUnreadRowAndItsNumeralsAreOneFinding) {
  Source source;
  source.page = 2;
  source.line_text = "电子设备 99.9 28.3 2.2";
  Report report = ReportBuilder().problem({UnreadCells{"table2", "电子设备", {}}, source}).report();
  report.numerals.push_back({"28.3", NumeralUse::unread, source, source.line_text.str()});
  const auto findings = validate(report, family());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "D02");
}

}  // namespace
}  // namespace tradereport::validator::test
