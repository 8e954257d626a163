// How family files say how numbers are written, and which rows are periods.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schemas/family.h"
#include "tests/places.h"

#include <fstream>
#include <sstream>

namespace tradereport {
namespace {

using ::testing::HasSubstr;

// The example with something put before [months], and something in place of another.
FamilyLoad changed(const std::string& before_months, const std::string& from = "",
                   const std::string& to = "") {
  std::ostringstream file;
  file << std::ifstream(std::string(kSourceFolder) + "/docs/examples/consumer-prices.toml").rdbuf();
  std::string toml = file.str();
  toml.insert(toml.find("[months]"), before_months + "\n");
  if (!from.empty()) toml.replace(toml.find(from), from.size(), to);
  return load_family(toml, "test.toml");
}

std::string first_error(const FamilyLoad& load) {
  return load.errors.empty() ? "" : load.errors.front().to_string();
}

TEST(FamilyNumerals, Spellings) {
  EXPECT_EQ(changed("").family->numerals, NumeralSpelling());
  const FamilyLoad comma = changed("[numerals]\ndecimal = \",\"");
  EXPECT_EQ(comma.family->numerals, (NumeralSpelling{',', ""}));
  const FamilyLoad both = changed("[numerals]\ndecimal = \",\"\nthousands = [\" \", \".\"]");
  EXPECT_EQ(both.family->numerals, (NumeralSpelling{',', " ."}));
}

TEST(FamilyNumerals, MistakesAreNamed) {
  EXPECT_THAT(first_error(changed("[numerals]\ndecimal = \";\"")), HasSubstr("numerals.decimal"));
  EXPECT_THAT(first_error(changed("[numerals]\nthousands = [\".\"]")), HasSubstr("decimal sign"));
  EXPECT_THAT(first_error(changed("[numerals]\nthousands = [\"_\"]")), HasSubstr("none of"));
}

TEST(FamilyNumerals, NegativeFiguresOfATable) {
  const FamilyLoad load =
      changed("", "flow = \"prices\"", "flow = \"prices\"\nnegative = [\"(x)\"]");
  ASSERT_TRUE(load.family) << first_error(load);
  EXPECT_TRUE(load.family->prints(NegativeForm::brackets));
  EXPECT_FALSE(load.family->prints(NegativeForm::black_triangle));
}

TEST(FamilyNumerals, PeriodsAreRowsOrNamesAre) {
  EXPECT_THAT(first_error(changed("", "last_row = \"table1\"", "last_row = \"table2\"")),
              HasSubstr("report.last_row"));
  EXPECT_THAT(first_error(changed("", "columns =", "names = \"months\"\ncolumns =")),
              HasSubstr("cannot have both"));
  EXPECT_THAT(first_error(changed("", "[[phrase]]", "[[table.row]]\nname = \"Q1\"\n[[phrase]]")),
              HasSubstr("has no months"));
  EXPECT_THAT(first_error(changed("", "table1/{year_ago}", "table1/{last_year}")),
              HasSubstr("names no row"));
}

TEST(FamilyNumerals, RowsOfPeriodsAreKnown) {
  const Family family = *changed("").family;
  FigureKey key{"table1", Span::month, "prices", {}, 0, "2025-03", Measure::value};
  EXPECT_TRUE(family.knows_row(key));
  key.row = "March";
  EXPECT_FALSE(family.knows_row(key));
  EXPECT_EQ(family.row_of(*family.flow("prices"), Span::month, {2026, 3}), "2026-03");
}

}  // namespace
}  // namespace tradereport
