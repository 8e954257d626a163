// Issues held against each other, over archives of many months.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/validator/report_builder.h"
#include "tools/worlds/issue.h"
#include "validator/describe.h"
#include "validator/issues.h"

namespace tradereport::test {
namespace {

using worlds::World;

// The issues of so many months; with `joint`, one of January and February each year.
std::vector<Report> archive(std::uint64_t seed, Period first, int months, bool joint = false) {
  const World world = worlds::make_world(family(), seed);
  std::vector<Report> reports;
  for (Period period = first; months > 0; --months) {
    worlds::IssueOptions options;
    options.joint = joint && period.month == 2;
    if (!joint || period.month != 1) {
      reports.push_back(worlds::make_issue(world, family(), period, options));
      reports.back().file = period.to_string() + ".pdf";
    }
    period = period.month == 12 ? Period{period.year + 1, 1} : Period{period.year, period.month + 1};
  }
  return reports;
}

struct Found {
  std::string file;
  Finding finding;
};

std::vector<Found> check(const std::vector<Report>& reports) {
  Issues issues;
  for (const Report& report : reports) issues.add(report);
  std::vector<Found> all;
  for (IssueFinding& found : check_issues(issues, family()))
    all.push_back({issues.all()[found.issue].file, std::move(found.finding)});
  return all;
}

std::string text_of(const std::vector<Found>& all) {
  std::string text;
  for (const Found& found : all) {
    text += found.file + ": " + found.finding.rule + " " + describe(found.finding, Language::en);
    for (const std::string& step : describe_proof(found.finding, Language::en))
      text += "\n    " + step;
    text += "\n";
  }
  return text;
}

TEST(Archive, ConsistentMonthsGiveNothing) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const std::vector<Found> all = check(archive(seed, {2021, 1}, 36));
    EXPECT_TRUE(all.empty()) << seed << "\n" << text_of(all);
  }
}

TEST(Archive, JointIssuesOfJanuaryAndFebruaryLeaveNoGap) {
  const std::vector<Found> all = check(archive(4, {2022, 1}, 24, true));
  EXPECT_TRUE(all.empty()) << text_of(all);
}

TEST(Archive, YearToDateOfAPartner) {
  std::vector<Report> reports = archive(5, {2021, 1}, 36);
  Report& report = reports[20];
  for (Figure& figure : report.figures) {
    if (figure.key.place != "table4" || figure.key.measure != Measure::value ||
        figure.key.span != Span::ytd || figure.key.rank != 2)
      continue;
    figure.value = Decimal(figure.value.unscaled() + 13, figure.value.decimals());
    std::cout << figure.key.row << "\n";
  }
  std::cout << text_of(check(reports));
}

TEST(Archive, AllGrowth) {
  std::vector<Report> reports = archive(5, {2021, 1}, 36);
  int n = 0, right = 0, found = 0;
  for (std::size_t i = 0; i < reports[20].figures.size(); ++i) {
    const Report before = reports[20];
    Figure& figure = reports[20].figures[i];
    figure.value = Decimal(figure.value.unscaled() + 90, figure.value.decimals());
    const auto all = check(reports);
    ++n;
    if (!all.empty()) ++found;
    bool ok = false;
    for (const Found& f : all)
      ok = ok || (f.file == reports[20].file && f.finding.blamed && *f.finding.blamed == figure.key);
    if (ok) ++right;
    if (!ok && i % 10 == 0) std::cout << describe(figure.key, Language::en) << " " << figure.value.to_string() << "\n" << text_of(all);
    reports[20] = before;
  }
  std::cout << n << " " << found << " " << right << "\n";
}

}  // namespace
}  // namespace tradereport::test
