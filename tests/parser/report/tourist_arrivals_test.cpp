// The second family, on its sample: by its file alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "parser/report/trial.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const Report& report() {
  static const Report read =
      test::read(test::read_file(test::sample("tourist-arrivals-2025-05.pdf")));
  return read;
}

TEST(TouristArrivals, RowsAreMonths) {
  const auto rows = test::table_lines(report(), "table1");
  ASSERT_EQ(rows.size(), 13U);
  EXPECT_EQ(rows[0], "January 141204 176419 24.9");
  EXPECT_EQ(rows[5], "June 83907 _ _");
  EXPECT_EQ(rows[12], "TOTAL 1466253 731823 _");
}

TEST(TouristArrivals, ColumnsHaveFlowsOfTheirOwn) {
  const auto lines = test::figure_lines(report());
  EXPECT_THAT(lines,
              Contains("table2,month,air,top ten,2,United Kingdom,value,8911,arrivals,8,911"));
  EXPECT_THAT(lines,
              Contains("table2,month,sea,top ten,2,United Kingdom,value,1204,arrivals,1,204"));
  EXPECT_THAT(
      lines,
      Contains("table2,month,arrivals,top ten,2,United Kingdom,previous,7655,arrivals,7,655"));
}

TEST(TouristArrivals, ColumnsOfTextAreReadOneAfterTheOther) {
  std::vector<std::string> claims;
  for (const std::string& line : test::figure_lines(report()))
    if (line.starts_with("text,")) claims.push_back(line);
  EXPECT_THAT(claims, ElementsAre("text,month,arrivals,,,Americas,share,6.4,%,6.4",
                                  "text,month,arrivals,,,Asia & Pacific,share,43.1,%,43.1",
                                  "text,month,arrivals,,,Europe,share,46.2,%,46.2",
                                  "text,month,arrivals,,,May,growth,30.6,%,30.6",
                                  "text,month,arrivals,,,May,value,93575,arrivals,93,575",
                                  "text,ytd,arrivals,,,TOTAL,value,731823,arrivals,731,823",
                                  "text,ytd,arrivals,,,Total,previous,601494,arrivals,601,494"));
}

TEST(TouristArrivals, StaleHeadingAndCaptionAreProblemsAndTheTableIsRead) {
  EXPECT_THAT(test::problem_lines(report()),
              ElementsAre("stale_period caption 2024-01..05", "stale_period heading 2024-01..05"));
  EXPECT_EQ(test::table_lines(report(), "table3").size(), 12U);
}

TEST(TouristArrivals, WhatIsLeftAloneIsNotUnread) {
  EXPECT_THAT(test::unread_numerals(report()), IsEmpty());
  const auto left =
      std::count_if(report().numerals.begin(), report().numerals.end(),
                    [](const Numeral& numeral) { return numeral.use == NumeralUse::left_alone; });
  EXPECT_GE(left, 5);  // the map's two, three purposes
}

TEST(TouristArrivals, TrialSaysWhatEachLineIs) {
  const Family* family = nullptr;
  for (const Family& one : test::reader().families())
    if (one.id == "lk-tourism-arrivals") family = &one;
  ASSERT_NE(family, nullptr);
  const TrialResult result =
      try_family(*family, test::read_file(test::sample("tourist-arrivals-2025-05.pdf")), "sample");
  ASSERT_TRUE(result.trial);
  EXPECT_TRUE(result.trial->recognised);
  std::set<std::string> kinds;
  for (const TrialLine& line : result.trial->lines) kinds.insert(line.what);
  EXPECT_THAT(kinds, testing::IsSupersetOf({"caption", "head", "row", "heading", "picture",
                                            "left_alone", "furniture", "text"}));
  for (const TrialPattern& pattern : result.trial->patterns) {
    if (pattern.key == "phrase 'growth-first'") {
      EXPECT_EQ(pattern.matched, "");
    }
    if (pattern.key == "phrase 'value'") {
      EXPECT_EQ(pattern.matched, "reaching a total of 93,575 visitors");
    }
  }
  EXPECT_TRUE(try_family(*family, "", "nothing").error);
}

}  // namespace
}  // namespace tradereport::parser
