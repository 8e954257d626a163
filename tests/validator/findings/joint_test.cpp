// What the joint system must see, whatever the misprint: against the exact reference.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <random>

#include "tests/sanitized.h"
#include "tests/validator/outcomes.h"
#include "tests/validator/report_builder.h"
#include "validator/findings/describe.h"
#include "validator/findings/practice.h"
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule_input.h"
#include "validator/solver/exact_simplex.h"
#include "validator/system/contradiction.h"
#include "validator/system/system.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

// The slow way: all rows in rationals from the start, and the conflicts of printed figures.
bool impossible(const Report& report) {
  const System system = system_of(report);
  return !system.printed_conflicts.empty() ||
         decide_exactly(rational_rows(system.integers), static_cast<int>(system.unknowns.size()))
                 .index() == 1;
}

bool direct_relation_broken(const Report& report) {
  const FigureIndex figures(report);
  const System system = build_system(figures, family(), build_relations(figures, family()));
  const Evidence evidence(figures, family());
  const auto broken = find_contradictions(system, evidence);
  EXPECT_EQ(broken.size(), static_cast<std::size_t>(std::count_if(
                               system.relations.begin(), system.relations.end(),
                               [&](const Relation& r) { return check(r, evidence).has_value(); })));
  return !broken.empty();
}

Decimal misprinted(const Decimal& value, std::mt19937& random) {
  std::string digits = std::to_string(value.abs().unscaled());
  std::int64_t unscaled = value.unscaled();
  switch (random() % 5) {
    case 0:
      unscaled = -unscaled;
      break;
    case 1:
      unscaled *= 10;
      break;
    case 2:
      unscaled += random() % 2 == 0 ? 1 : -1;
      break;
    case 3:
      if (digits.size() > 1) std::swap(digits[0], digits[1]);
      unscaled = (value.negative() ? -1 : 1) * std::stoll(digits);
      break;
    default:
      digits[random() % digits.size()] = static_cast<char>('0' + random() % 10);
      unscaled = (value.negative() ? -1 : 1) * std::stoll(digits);
  }
  return {unscaled, value.decimals()};
}

bool names(const std::vector<Finding>& findings, const FigureKey& key) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    const std::vector<FigureKey> figures = figures_of(finding);
    return std::find(figures.begin(), figures.end(), key) != figures.end();
  });
}

std::vector<Finding> errors(std::vector<Finding> findings) {
  std::erase_if(findings, [](const Finding& f) { return f.severity != Severity::error; });
  return findings;
}

// Says a warning that the report is possible if it was computed from printed figures?
bool may_be_computed(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::warning && practice_shown_by(finding).has_value();
  });
}

TEST(Joint, ConsistentReportsHaveNoError) {
  for (std::uint32_t seed = 0; seed < 2000 / kOneIn; ++seed) {
    const Validation checked = validate_report(consistent_report(seed), family());
    ASSERT_THAT(checked.findings, testing::IsEmpty()) << seed;
    ASSERT_NE(checked.verdict, Verdict::impossible) << seed;
  }
}

// Puts it wherever the report prints the level.
void print_level(Report& report, const std::string& flow, Span span, std::int64_t tenths) {
  const auto put = [&](Figure& figure) {
    const FigureKey& key = figure.key;
    if (key.flow == flow && key.span == span && key.measure == Measure::value &&
        key.row == family().flow(flow)->row)
      figure.value = Decimal(tenths, 1);
  };
  std::for_each(report.figures.begin(), report.figures.end(), put);
  std::for_each(report.claims.begin(), report.claims.end(), put);
}

// Exports, imports, total and net exports as sums of what is printed, not of what was rounded.
TEST(Joint, SumsOfPrintedPartsAreNoError) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    Report report = consistent_report(seed);
    for (const Span span : {Span::month, Span::ytd}) {
      std::map<std::string, std::int64_t> sums;
      for (const Figure& figure : report.figures) {
        const FigureKey& key = figure.key;
        const bool product = key.place == "table2" || key.place == "table3";
        if (product && key.span == span && key.measure == Measure::value)
          sums[key.flow] += figure.value.unscaled();
      }
      print_level(report, "export", span, sums["export"]);
      print_level(report, "import", span, sums["import"]);
      print_level(report, "total", span, sums["export"] + sums["import"]);
      print_level(report, "net", span, sums["export"] - sums["import"]);
    }
    EXPECT_THAT(errors(validate_report(report, family()).findings), testing::IsEmpty()) << seed;
  }
}

// Nine products rose from 0.349 to 0.4, and exports from 3.14 to 3.6; the growth rates are those of
// the printed 0.3 and 0.4, 3.1 and 3.6. By unrounded data exports were 3.058 at least, the products
// 3.04 at most.
TEST(Joint, GrowthOfPrintedLevelsIsAWarning) {
  const auto with_growth = [](const std::string& growth) {
    ReportBuilder builder;
    builder.row("table1 month export 出口额 value=3.6 growth=" + growth);
    for (const char* const product : {"农产品", "矿产品", "化学制品", "纺织服装", "木制品",
                                      "金属石料制品", "电子设备", "交通设备", "其他制品"})
      builder.row(std::string("table2 month export ") + product + " value=0.4 growth=33.3");
    return validate_report(builder.report(), family());
  };
  const Validation computed = with_growth("16.1");
  EXPECT_EQ(computed.verdict, Verdict::impossible);
  EXPECT_THAT(errors(computed.findings), testing::IsEmpty());
  EXPECT_TRUE(may_be_computed(computed.findings));
  // No way to compute explains that.
  EXPECT_THAT(errors(with_growth("-61.1").findings), testing::SizeIs(1));
}

// However much is wrong, it is told in bounded time.
TEST(Joint, FortyMistakes) {
  std::mt19937 random(5);
  Report report = consistent_report(3);
  for (int i = 0; i < 40; ++i) {
    Figure& figure = report.figures[random() % report.figures.size()];
    figure.value = misprinted(figure.value, random);
  }
  const std::vector<Finding> found = errors(validate_report(report, family()).findings);
  EXPECT_GT(found.size(), 10U);
  // What could stand there is asked for few suspects of each: not for all of each of them.
  for (const Finding& finding : found) {
    const auto asked = std::count_if(finding.candidates.begin(), finding.candidates.end(),
                                     [](const Candidate& c) { return c.possible.has_value(); });
    EXPECT_LE(asked, 2) << describe(finding, Language::en);
    if (finding.blamed() == nullptr || finding.blamed()->item.word) continue;
    EXPECT_TRUE(finding.blamed()->possible) << describe(finding, Language::en);
  }
}

TEST(Joint, Verdicts) {
  EXPECT_EQ(validate_report(may_2024(), family()).verdict, Verdict::impossible);
  Report tables = may_2024();
  tables.claims.clear();
  EXPECT_EQ(validate_report(tables, family()).verdict, Verdict::rounding);
  const Report exact = ReportBuilder()
                           .row("table1 month total 进出口总额 value=462.0 growth=0.9")
                           .row("table1 month export 出口额 value=74.7 growth=15.7")
                           .row("table1 month import 进口额 value=387.3 growth=-1.6")
                           .report();
  EXPECT_EQ(validate_report(exact, family()).verdict, Verdict::consistent);
  EXPECT_EQ(to_string(Verdict::rounding), "rounding");
}

// A misprint in any table and measure is found if and only if the reference says so, and the
// misprinted figure is among those that may be wrong.
TEST(Joint, FindsWhatTheReferenceFinds) {
  std::mt19937 random(11);
  int found = 0;
  for (unsigned i = 0; i < 80 / kOneIn; ++i) {
    Report report =
        i % 2 == 0 ? may_2024() : consistent_report(static_cast<std::uint32_t>(random()));
    if (i % 2 == 0) {
      report.claims.clear();
      report.lists.clear();
    }
    Figure& figure = report.figures[random() % report.figures.size()];
    const Decimal before = figure.value;
    figure.value = misprinted(figure.value, random);
    figure.printed = figure.value.to_string();
    if (figure.value == before) continue;
    SCOPED_TRACE(describe(figure.key, Language::en) + " " + before.to_string() + " -> " +
                 figure.printed);
    const bool expected = impossible(report);
    EXPECT_TRUE(expected || !direct_relation_broken(report));
    const Validation checked = validate_report(report, family());
    EXPECT_EQ(checked.verdict == Verdict::impossible, expected);
    EXPECT_EQ(!errors(checked.findings).empty() || may_be_computed(checked.findings), expected);
    if (!expected) continue;
    ++found;
    EXPECT_TRUE(names(checked.findings, figure.key));
  }
  EXPECT_GT(found, 20 / int{kOneIn});
}

// A partner that the list of the year to date leaves out is bounded by that list's last entry.
TEST(Joint, MonthAboveTheLastOfTheYearToDate) {
  Report report = may_2024();
  report.claims.clear();
  report.lists.clear();
  const auto relations = build_relations(report, family());
  const auto outsider = std::find_if(relations.begin(), relations.end(), [](const Relation& r) {
    return r.kind == RelationKind::outsider && r.span == Span::ytd;
  });
  ASSERT_NE(outsider, relations.end());
  EXPECT_TRUE(std::any_of(relations.begin(), relations.end(), [](const Relation& r) {
    return r.kind == RelationKind::union_of_blocs;
  }));
  const Unknown& last = outsider->whole.unknown;
  const Unknown& exclusions = outsider->parts.front().unknown;
  const std::string place(outsider->place);
  const Rational most =
      figure(report, place, Span::ytd, std::string(last.row), Measure::value).value.value();
  Figure& month = figure(report, place, Span::month, std::string(exclusions.row), Measure::value);
  month.value = Decimal::parse(round_up(most + 1, 1)).value();
  EXPECT_TRUE(impossible(report));
  EXPECT_EQ(validate_report(report, family()).verdict, Verdict::impossible);
  EXPECT_TRUE(names(validate(report, family()), month.key));
}

// Who is not listed stands nowhere: the list lacks it.
TEST(Joint, ALastEntryBelowZero) {
  Report report = may_2024();
  report.claims.clear();
  report.lists.clear();
  const auto relations = build_relations(report, family());
  const auto outsider = std::find_if(relations.begin(), relations.end(), [](const Relation& r) {
    return r.kind == RelationKind::outsider && r.span == Span::month;
  });
  ASSERT_NE(outsider, relations.end());
  Figure& last = figure(report, std::string(outsider->place), Span::month,
                        std::string(outsider->whole.unknown.row), Measure::value);
  last.value = -last.value;
  const System system = system_of(report);
  const FigureIndex figures(report);
  const std::vector<Truncated> truncated;
  Drafts drafts;
  const TextComparison text = compare_text(figures, family());
  const RuleInput context(figures, family(), system, text, truncated, false);
  relation_drafts(context, "R01", drafts);
  bool lacks = false;
  for (const Draft& draft : drafts) {
    const bool unlisted = draft.contradiction->relation->kind == RelationKind::outsider;
    EXPECT_EQ(draft.finding.message, unlisted ? "R01.outsider" : "R01");
    lacks = lacks || (unlisted &&
                      describe(draft.finding, Language::en).find(" lacks ") != std::string::npos);
  }
  EXPECT_TRUE(lacks);
}

TEST(Joint, ManyMistakesAreAllFound) {
  Report report = may_2024();
  report.claims.clear();
  report.lists.clear();
  misprint(report, "table1", Span::month, "净出口额", Measure::change, "61.3");
  misprint(report, "table5", Span::ytd, "加拿大", Measure::value, "49.4");
  misprint(report, "table3", Span::ytd, "农产品", Measure::share, "51.5");
  misprint(report, "table2", Span::ytd, "电子设备", Measure::value, "14.3");
  misprint(report, "table4", Span::month, "越南", Measure::value, "21.0");
  const std::vector<Finding> findings = errors(validate(report, family()));
  EXPECT_EQ(findings.size(), 5U);
  for (const char* row : {"净出口额", "加拿大", "农产品", "电子设备", "越南"}) {
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      const std::vector<FigureKey> figures = figures_of(finding);
      return std::any_of(figures.begin(), figures.end(),
                         [&](const FigureKey& key) { return key.row == row; });
    })) << row;
  }
}

TEST(Joint, CertificatesArePrintedInFull) {
  const Report report = may_2024();
  const std::vector<Finding> findings = validate(report, family());
  ASSERT_EQ(findings.size(), 1U);
  const std::vector<std::string> lines = describe_certificate(findings[0], Language::en);
  ASSERT_GT(lines.size(), 3U);
  EXPECT_THAT(lines.back(), testing::HasSubstr("impossible"));
}

TEST(Joint, DISABLED_Benchmark) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> good, bad;
  std::mt19937 random(3);
  int wrong = 0, single = 0, first = 0, b01 = 0, among = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    Report report = consistent_report(seed);
    auto t = Clock::now();
    const auto none = validate(report, family());
    good.push_back(std::chrono::duration<double, std::milli>(Clock::now() - t).count());
    Figure& figure = report.figures[random() % report.figures.size()];
    const Decimal before = figure.value;
    figure.value = misprinted(figure.value, random);
    figure.printed = figure.value.to_string();
    if (figure.value == before) continue;
    t = Clock::now();
    const auto findings = errors(validate(report, family()));
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - t).count();
    if (findings.empty()) continue;
    bad.push_back(ms);
    ++wrong;
    single += findings.size() == 1;
    const std::vector<FigureKey> named = figures_of(findings[0]);
    first += !named.empty() && named.front() == figure.key;
    among += names(findings, figure.key);
    b01 += findings[0].rule == "B01";
    if (std::getenv("SHOW") != nullptr && !(named.front() == figure.key)) {
      const Figure* other = find_figure(report, named.front());
      std::printf("%s %s -> %s; first %s %s [%s] of %zu\n",
                  describe(figure.key, Language::en).c_str(), before.to_string().c_str(),
                  figure.printed.c_str(), describe(named.front(), Language::en).c_str(),
                  other ? other->printed.c_str() : "", findings[0].rule.c_str(), named.size());
    }
  }
  std::sort(good.begin(), good.end());
  std::sort(bad.begin(), bad.end());
  std::printf(
      "consistent: median %.1f ms, worst %.1f; impossible: median %.1f, 90%% %.1f, worst %.1f\n",
      good[good.size() / 2], good.back(), bad[bad.size() / 2], bad[bad.size() * 9 / 10],
      bad.back());
  std::printf("%d impossible: %d one finding, %d first, %d among, %d B01\n", wrong, single, first,
              among, b01);
}

}  // namespace
}  // namespace tradereport::validator::test
