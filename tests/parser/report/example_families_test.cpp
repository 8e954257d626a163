// The families of docs/examples on their reports, whose figures come from tests/truth.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "parser/grammar/grammar.h"
#include "parser/report/report_builder.h"
#include "tests/parser/sheet.h"
#include "tests/parser/support.h"
#include "tests/places.h"

namespace tradereport::parser {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

std::string example(const std::string& file) {
  return test::read_file(std::filesystem::path(kSourceFolder) / "docs/examples" / file);
}

// As figure_lines() has them: without the quotation marks of CSV.
std::vector<std::string> truth(const std::string& name) {
  std::vector<std::string> lines = test::truth_lines(name);
  for (std::string& line : lines) std::erase(line, '"');
  std::sort(lines.begin(), lines.end());
  return lines;
}

const Family& family_of(const std::string& name) {
  static std::map<std::string, Family> loaded;
  if (!loaded.contains(name)) {
    FamilyLoad load = load_family(example(name + ".toml"), name);
    for (const FamilyError& error : load.errors) ADD_FAILURE() << error.to_string();
    loaded[name] = std::move(*load.family);
    EXPECT_THAT(check_patterns(loaded[name], name), IsEmpty());
  }
  return loaded[name];
}

ReadResult read_as(const std::string& name, const std::string& text,
                   const PeriodHints& hints = {}) {
  std::vector<Family> families{family_of(name)};
  const Reader reader(std::move(families));
  ReadResult result = reader.read(text, name, hints);
  result.family = nullptr;  // goes with the reader
  return result;
}

Report report_as(const std::string& name, const std::string& text, const PeriodHints& hints = {}) {
  ReadResult result = read_as(name, text, hints);
  EXPECT_TRUE(result.report) << name;
  return result.report.value_or(Report());
}

// The report on paper: what stands two blanks apart is a cell, and each has its right edge where it
// has it in the text.
Report on_paper(const std::string& name, const std::string& text) {
  test::Sheet sheet;
  std::istringstream lines(text);
  double y = 60;
  for (std::string line; std::getline(lines, line); y += 14) {
    const std::u32string points = test::code_points(line);
    for (std::size_t at = 0; at < points.size();) {
      if (points[at] == U' ') {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < points.size() &&
             !(points[end] == U' ' && (end + 1 == points.size() || points[end + 1] == U' ')))
        ++end;
      std::string cell;
      for (std::size_t i = at; i < end; ++i) cell += test::utf8(points[i]);
      if (at == 0) {
        sheet.put(40, y, cell, 8);
      } else {
        sheet.put_right(40 + 5 * static_cast<double>(end), y, cell, 8);
      }
      at = end;
    }
  }
  const Grammar grammar = compile(family_of(name));
  return build_report(sheet.document(), grammar, name).value_or(Report());
}

TEST(ExampleFamilies, ConsumerPricesAreReadExactly) {
  const Report report = report_as("consumer-prices", example("consumer-prices.txt"));
  EXPECT_EQ(report.period, (Period{2026, 3}));  // that of the last row
  EXPECT_EQ(test::figure_lines(report), truth("consumer-prices-2026-03"));
  EXPECT_THAT(test::unread_numerals(report), IsEmpty());
  EXPECT_THAT(test::problem_lines(report), IsEmpty());
}

TEST(ExampleFamilies, ForeignTradeIsReadExactly) {
  const Report report = report_as("foreign-trade-ru", example("foreign-trade-ru.txt"));
  EXPECT_EQ(report.period, (Period{2017, 7}));
  std::vector<std::string> lines = test::figure_lines(report);
  EXPECT_EQ(lines, truth("foreign-trade-ru-2017-07"));
  EXPECT_THAT(test::unread_numerals(report), IsEmpty());
  EXPECT_THAT(test::problem_lines(report), IsEmpty());
}

TEST(ExampleFamilies, AreReadOnPaperAsInText) {
  EXPECT_EQ(test::figure_lines(on_paper("consumer-prices", example("consumer-prices.txt"))),
            truth("consumer-prices-2026-03"));
  EXPECT_EQ(test::figure_lines(on_paper("foreign-trade-ru", example("foreign-trade-ru.txt"))),
            truth("foreign-trade-ru-2017-07"));
}

// A merged cell sets its year in the middle of its rows.
TEST(ExampleFamilies, AYearInTheMiddleOfItsRowsIsThatOfAllOfThem) {
  std::string text = example("consumer-prices.txt");
  text = test::replaced(text, "2025   January ", "       January ");
  text = test::replaced(text, "       June    ", "2025   June    ");
  text = test::replaced(text, "2026   January ", "       January ");
  text = test::replaced(text, "       February      186.9", "2026   February      186.9");
  const Report report = report_as("consumer-prices", text);
  EXPECT_EQ(test::figure_lines(report), truth("consumer-prices-2026-03"));
}

TEST(ExampleFamilies, WithoutItsYearARowIsNotRead) {
  const std::string text =
      test::replaced(example("consumer-prices.txt"), "2025   January ", "       January ");
  const Report report = report_as("consumer-prices", text);
  EXPECT_THAT(test::figure_lines(report), Not(Contains(::testing::HasSubstr(",2025-"))));
  EXPECT_THAT(test::problem_lines(report), Contains("missing rows Table 1"));
}

// Two years for rows that may all be of one.
TEST(ExampleFamilies, WithTwoYearsForOneRunOfMonthsNoneIsRead) {
  std::string text = example("consumer-prices.txt");
  text = test::replaced(text, "       June    ", "2024   June    ");
  const Report report = report_as("consumer-prices", text);
  EXPECT_THAT(test::figure_lines(report), Not(Contains(::testing::HasSubstr(",2025-"))));
  EXPECT_THAT(test::figure_lines(report), Not(Contains(::testing::HasSubstr(",2024-"))));
}

// "(0.6)" is below zero where the table is said to print it so, and nothing where it is not.
TEST(ExampleFamilies, NegativeFiguresInBracketsOfATable) {
  std::string text = example("consumer-prices.txt");
  for (const char* figure : {"0.2", "0.4", "0.6", "0.8"})
    text = test::replaced(text, " -" + std::string(figure), "(" + std::string(figure) + ")");
  Family family = family_of("consumer-prices");
  const auto read_by = [&](const Family& by) {
    std::vector<Family> families{by};
    const Reader reader(std::move(families));
    return test::figure_lines(reader.read(text, "").report.value_or(Report()));
  };
  EXPECT_EQ(read_by(family).size(), truth("consumer-prices-2026-03").size() - 4);
  family.tables.front().negatives = {NegativeForm::brackets};
  EXPECT_THAT(read_by(family),
              Contains("table1,month,prices,,,2025-08,period_growth,-0.6,%,(0.6)"));
  EXPECT_EQ(read_by(family).size(), truth("consumer-prices-2026-03").size());
}

TEST(ExampleFamilies, TheUserSaysTheMonth) {
  const Report report =
      report_as("foreign-trade-ru", example("foreign-trade-ru.txt"), {Period{2017, 8}, ""});
  EXPECT_EQ(report.period, (Period{2017, 8}));
  EXPECT_THAT(test::problem_lines(report), Contains("stale_period caption 2017-07"));
  EXPECT_THAT(test::problem_lines(report), Contains("missing row 2017-08"));
}

TEST(ExampleFamilies, TheFileNameSaysTheMonth) {
  Family family = family_of("consumer-prices");
  family.period_source = {"ccpi[-_](?P<year>\\d{4})[-_](?P<to>\\d\\d)", ""};
  std::vector<Family> families{family};
  const Reader reader(std::move(families));
  const std::string text = example("consumer-prices.txt");
  const ReadResult named = reader.read(text, "", {std::nullopt, "ccpi_2026_03.txt"});
  ASSERT_TRUE(named.report);
  EXPECT_EQ(named.report->period, (Period{2026, 3}));
  const ReadResult unnamed = reader.read(text, "", {std::nullopt, "march.txt"});
  ASSERT_TRUE(unnamed.error);
  EXPECT_EQ(unnamed.error->code, ReadError::Code::no_period);
}

// What is spelt otherwise than the family says is not read.
TEST(ExampleFamilies, AForeignDecimalPointLeavesItsCellUnread) {
  const std::string text = test::replaced(example("foreign-trade-ru.txt"), "39 455,5", "39 455.5");
  const Report report = report_as("foreign-trade-ru", text);
  EXPECT_EQ(report.figures.size() + report.claims.size(),
            truth("foreign-trade-ru-2017-07").size() - 1);
  EXPECT_THAT(test::unread_numerals(report), Contains("39455.5"));
}

}  // namespace
}  // namespace tradereport::parser
