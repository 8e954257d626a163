// Rates against the rows that they compare with, in the families of docs/examples.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <tuple>

#include "parser/reader.h"
#include "tests/validator/report_builder.h"
#include "validator/findings/describe.h"
#include "validator/validate.h"

namespace tradereport::validator {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Family example_family(const std::string& name) {
  FamilyLoad load = load_family(test::read_source_file("docs/examples/" + name + ".toml"), name);
  EXPECT_THAT(load.errors, IsEmpty());
  return load.family.value_or(Family());
}

const Family& prices() {
  static const Family family = example_family("consumer-prices");
  return family;
}

const Family& foreign_trade() {
  static const Family family = example_family("foreign-trade-ru");
  return family;
}

std::string example_text(const std::string& name) {
  return test::read_source_file("docs/examples/" + name + ".txt");
}

// What is found in the report, each as "RULE severity: message".
std::vector<std::string> found_in(const Family& family, const std::string& text) {
  std::vector<Family> families{family};
  const parser::Reader reader(std::move(families));
  const parser::ReadResult result = reader.read(text, "");
  std::vector<std::string> found;
  if (!result.report) return {"unread"};
  for (const Finding& finding : validate(*result.report, family))
    found.push_back(finding.rule + " " + std::string(to_string(finding.severity)) + ": " +
                    describe(finding, Language::en));
  return found;
}

// The text with the first of one figure after another text replaced.
std::string with(std::string text, const std::string& after, const std::string& figure,
                 const std::string& instead) {
  const std::size_t row = text.find(after);
  const std::size_t at = text.find(figure, row);
  EXPECT_NE(at, std::string::npos) << after << ' ' << figure;
  return text.replace(at, figure.size(), instead);
}

TEST(BaseRows, TheExamplesAreConsistent) {
  EXPECT_THAT(found_in(prices(), example_text("consumer-prices")), IsEmpty());
  EXPECT_THAT(found_in(foreign_trade(), example_text("foreign-trade-ru")), IsEmpty());
}

TEST(BaseRows, AWrongRateIsFound) {
  const std::string text = example_text("consumer-prices");
  // July 2025, on the month before; and December 2025, whose rate only the row of the month
  // before can contradict.
  for (const auto& [after, figure, instead] :
       {std::tuple("       July ", "0.4", "0.9"), std::tuple("       December ", "1.4", "1.1")}) {
    const auto found = found_in(prices(), with(text, after, figure, instead));
    ASSERT_THAT(found, SizeIs(1)) << after;
    EXPECT_THAT(found.front(), HasSubstr("G01 error")) << after;
  }
  // On a year ago: only where that row is printed.
  const auto found = found_in(prices(), with(text, "2026   January ", "4.3", "4.8"));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found.front(), HasSubstr("G01 error"));
  EXPECT_THAT(found_in(prices(), with(text, "       July ", "6.7", "6.9")), IsEmpty());
}

TEST(BaseRows, IndicesAndSumsOfMonthsAreHeld) {
  const std::string text = example_text("foreign-trade-ru");
  const std::string second = text.substr(text.find("2017 г.\n"));
  const auto found_with = [&](const std::string& after, const std::string& figure,
                              const std::string& instead) {
    return found_in(foreign_trade(),
                    text.substr(0, text.find("2017 г.\n")) + with(second, after, figure, instead));
  };
  for (const auto& [after, figure, instead] :
       {std::tuple("I полугодие", "83,3", "85,3"), std::tuple("I полугодие", "91,9", "91,0"),
        std::tuple("Январь", "24 166,7", "24 196,7"),
        std::tuple("Январь-июль", "70 403,4", "71 403,4"),
        std::tuple("II квартал", "37 181,6", "37 191,6")}) {
    const auto found = found_with(after, figure, instead);
    EXPECT_THAT(found, SizeIs(1)) << after << ' ' << figure;
    if (!found.empty()) {
      EXPECT_THAT(found.front(), HasSubstr(" error")) << after << ' ' << figure;
    }
  }
}

// Without the relations that say so, rates are not held against other rows: they may be of prices.
TEST(BaseRows, OnlyWhereAFamilySaysSo) {
  Family family = prices();
  family.relations.clear();
  const std::string text = example_text("consumer-prices");
  EXPECT_THAT(found_in(family, with(text, "       July ", "0.4", "0.9")), IsEmpty());
}

Figure rounded_figure(const std::string& row, Measure measure, double exact) {
  Figure figure;
  figure.key = {"table1", Span::month, "prices", {}, 0, row, measure};
  figure.value = Decimal(std::llround(exact * 10), 1);
  figure.unit = measure == Measure::value ? "index" : "%";
  figure.printed = figure.value.to_string();
  return figure;
}

// No error on any consistent report: rates of unrounded levels, rounded each for itself.
TEST(BaseRows, ConsistentSeriesHaveNoFinding) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> step(-0.04, 0.05);
    std::vector<double> levels{100 + 100 * static_cast<double>(seed % 7)};
    while (levels.size() < 40) levels.push_back(levels.back() * (1 + step(random)));
    Report report;
    report.family = prices().id;
    report.period = {2026, 3};
    for (std::size_t i = 13; i < levels.size(); ++i) {
      const int month = static_cast<int>(i) - 13 + 2024 * 12;
      const std::string row = Months{month / 12, month % 12 + 1, month % 12 + 1}.to_string();
      report.figures.push_back(rounded_figure(row, Measure::value, levels[i]));
      report.figures.push_back(
          rounded_figure(row, Measure::period_growth, (levels[i] / levels[i - 1] - 1) * 100));
      report.figures.push_back(
          rounded_figure(row, Measure::growth, (levels[i] / levels[i - 12] - 1) * 100));
      report.figures.push_back(
          rounded_figure(row, Measure::index, levels[i] / levels[i - 12] * 100));
      report.figures.push_back(
          rounded_figure(row, Measure::period_index, levels[i] / levels[i - 1] * 100));
    }
    EXPECT_THAT(validate(report, prices()), IsEmpty()) << seed;
  }
}

}  // namespace
}  // namespace tradereport::validator
