// Editions held against each other, over archives of many months.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/sanitized.h"
#include "tests/validator/archive/archives.h"
#include "tools/dev/worlds/archive.h"
#include "validator/findings/describe.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator::test {
namespace {

// The editions of so many months; with `joint`, one of January and February each year.
std::vector<Report> archive(std::uint64_t seed, Period first, int months, bool joint = false) {
  worlds::IssueOptions options;
  options.joint = joint;
  return worlds::make_archive(worlds::make_economy(family(), seed), family(), first, months,
                              worlds::RevisionPattern::none, options);
}

TEST(Archive, ConsistentMonthsGiveNothing) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const std::vector<Found> all = check_archive(archive(seed, {2021, 1}, 36));
    EXPECT_TRUE(all.empty()) << seed << "\n" << text_of_found(all);
  }
}

TEST(Archive, JointIssuesOfJanuaryAndFebruaryLeaveNoGap) {
  const std::vector<Found> all = check_archive(archive(4, {2022, 1}, 24, true));
  EXPECT_TRUE(all.empty()) << text_of_found(all);
}

// The publisher has raised all levels of 2021 by two per cent; the rates of 2022 speak of these.
TEST(Archive, RevisedYear) {
  std::vector<Report> reports = archive(6, {2021, 1}, 15);
  for (std::size_t i = 12; i < reports.size(); ++i) {
    for (Figure& figure : reports[i].figures) {
      if (figure.key.measure != Measure::growth) continue;
      const Rational growth = (1 + figure.value.value() / 100) * 100 / 102 - 1;
      figure.value = *Decimal::parse(round_down(growth * 100 + Rational(1, 20), 1));
    }
  }
  const std::vector<Found> all = check_archive(reports);
  ASSERT_EQ(all.size(), 1U) << text_of_found(all);
  EXPECT_EQ(all[0].file, reports[12].file);
  EXPECT_EQ(all[0].finding.message, "A02.revised");
  EXPECT_EQ(all[0].finding.severity, Severity::warning);
  EXPECT_EQ(all[0].finding.args.at("first.period"), "2022-01");
  EXPECT_EQ(all[0].finding.args.at("last.period"), "2022-03");
}

// One figure in the middle of the archive is another, whatever figure it is: it is found, and it is
// the one to blame.
TEST(Archive, OneFigure) {
  std::vector<Report> reports = archive(5, {2022, 1}, 30);
  Report& report = reports[16];  // with editions of a year before and after
  std::size_t tried = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < report.figures.size(); i += 13 * kOneIn) {
    Figure& figure = report.figures[i];
    const Decimal right = figure.value;
    figure.value = Decimal(right.unscaled() + 90, right.decimals());
    const std::vector<Found> all = check_archive(reports);
    ++tried;
    if (!all.empty()) {
      ++found;
      ASSERT_EQ(all.size(), 1U) << describe(figure.key, Language::en) << "\n" << text_of_found(all);
      EXPECT_EQ(all[0].file, report.file) << text_of_found(all);
      ASSERT_NE(all[0].finding.blamed(), nullptr) << text_of_found(all);
      EXPECT_EQ(*all[0].finding.blamed()->item.key, figure.key) << text_of_found(all);
      ASSERT_TRUE(all[0].finding.blamed()->possible) << text_of_found(all);
      EXPECT_TRUE(all[0].finding.blamed()->possible->contains(right.value())) << text_of_found(all);
    }
    figure.value = right;
  }
  EXPECT_GE(found * 100, tried * 90) << found << " of " << tried;
}

// What is told as a revision is one that could be: by no more than half of the level, told as one
// number where it is one.
TEST(Archive, RevisionsThatAreToldArePlausible) {
  std::size_t told = 0;
  for (const std::uint64_t seed : {3U, 4U}) {
    std::vector<Report> reports = archive(seed, {2022, 1}, 16);
    for (std::size_t i = 7; i < reports[14].figures.size(); i += 31) {
      Figure& figure = reports[14].figures[i];
      const Decimal right = figure.value;
      figure.value = Decimal(right.unscaled() * 3 + 20, right.decimals());
      for (const Found& found : check_archive(reports)) {
        for (const ProofStep& step : found.finding.proof) {
          if (step.key != "proof.revision") continue;
          ++told;
          const double level = std::stod(step.args.at("value"));
          const BoundsText revised = bounds_of(step.args.at("revised.bounds"));
          EXPECT_LE(std::abs(std::stod(std::string(revised.least)) - level), 0.5 * level + 0.11)
              << text_of_found({found});
          EXPECT_FALSE(revised.least == "0.0" && revised.greatest == "0.0");
        }
      }
      figure.value = right;
    }
  }
  EXPECT_GT(told, 0U);
}

// Editions of one month from two worlds, and many of them: little is said, and soon.
TEST(Archive, IssuesOfDifferentWorlds) {
  std::vector<Report> reports = archive(7, {2022, 1}, 14);
  for (Report& report : archive(8, {2022, 1}, 14)) {
    report.file = "other-" + report.file;
    reports.push_back(std::move(report));
  }
  const std::vector<Found> all = check_archive(reports);
  const auto most = std::count_if(all.begin(), all.end(), [](const Found& found) {
    return found.finding.message == "A03.most";
  });
  EXPECT_EQ(most, 14);
  EXPECT_EQ(all.size(), 28U) << text_of_found(all);  // and A04
}

TEST(Archive, MissingIssue) {
  std::vector<Report> reports = archive(5, {2022, 1}, 12);
  reports.erase(reports.begin() + 4, reports.begin() + 6);
  const std::vector<Found> all = check_archive(reports);
  ASSERT_EQ(all.size(), 1U) << text_of_found(all);
  EXPECT_EQ(all[0].file, "2022-07.pdf");
  EXPECT_EQ(all[0].finding.rule, "A04");
  EXPECT_EQ(all[0].finding.severity, Severity::warning);
  EXPECT_EQ(all[0].finding.args.at("first.period"), "2022-05");
  EXPECT_EQ(all[0].finding.args.at("last.period"), "2022-06");
}

// Two editions that lie years apart are no archive with a gap.
TEST(Archive, FewIssuesAreNoSeries) {
  std::vector<Report> reports = archive(5, {2022, 1}, 20);
  reports.erase(reports.begin() + 1, reports.end() - 1);
  const std::vector<Found> all = check_archive(reports);
  ASSERT_EQ(all.size(), 1U) << text_of_found(all);
  EXPECT_EQ(all[0].finding.severity, Severity::note);
}

}  // namespace
}  // namespace tradereport::validator::test
