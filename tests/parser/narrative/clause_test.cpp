// Where words are written apart, a clause claims something only if every word of it is explained.
#include <gtest/gtest.h>

#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

std::string july(const std::string& text) {
  return test::claims_of(text, {2024, 7}, test::tourism());
}

TEST(Clause, UnderstoodWhole) {
  EXPECT_EQ(july("In July 2024, Sri Lanka welcomed a total of 187,810 tourists, reflecting a "
                 "significant increase of 31.3% compared to July 2023."),
            "month arrivals July value 187810; month arrivals July growth 31.3");
  EXPECT_EQ(july("The number of foreign tourists rose by 31.3% year-on-year."),
            "month arrivals July growth 31.3");
  EXPECT_EQ(july("India accounted for 20% of total arrivals, while Germany and China represented "
                 "9% and 7% respectively."),
            "month arrivals India share 20; month arrivals Germany share 9; "
            "month arrivals China share 7");
}

TEST(Clause, APercentageIsNoCount) {
  EXPECT_EQ(july("In July 2024, arrivals were reaching 43% pre pandemic levels."), "");
  EXPECT_EQ(july("Sri Lanka recorded 43% of tourists."), "");
}

TEST(Clause, AnotherBaseIsNoGrowthOnAYearAgo) {
  EXPECT_EQ(july("Sri Lanka recorded a 65.5% increase compared to June."), "");
  EXPECT_EQ(july("Tourist arrivals rose by 65.5% compared to June 2024."), "");
  EXPECT_EQ(july("Tourist arrivals rose by 12.5% compared to July 2018."), "");
  EXPECT_EQ(july("Tourist arrivals rose by 12.5% compared to pre-pandemic levels."), "");
}

TEST(Clause, AnotherSubject) {
  for (const char* const text :
       {"The United Kingdom recorded a substantial increase of 35.9%.",
        "Tourist arrivals from Europe fell by 15.7%.", "Arrivals by cruise ship rose by 15.7%.",
        "Hotel revenue rose by 15.7%.", "In the cruise segment, tourist arrivals rose by 15.7%.",
        "An increase of 88.6% in arrivals of Russian tourists is recorded.",
        "Tourist arrivals rose by 15.7% from the United Kingdom.",
        "There was an increase of 15.7%.", "India ranked first. This is an increase of 15.7%."})
    EXPECT_EQ(july(text), "") << text;
}

TEST(Clause, AnotherTime) {
  EXPECT_EQ(july("Tourist arrivals reached 277,327 in January."), "");
  EXPECT_EQ(july("Tourist arrivals reached 1,198,059 from January to July 2024."), "");
  EXPECT_EQ(july("Tourist arrivals are expected to reach 277,327."), "");
}

TEST(Clause, WhatIsDenied) {
  EXPECT_EQ(july("In July 2024, tourist arrivals have not reached 187,810."), "");
  EXPECT_EQ(july("In July 2024, Sri Lanka welcomed not 187,810 tourists."), "");
}

TEST(Clause, AboutSoMany) {
  for (const char* const how : {"nearly", "about", "almost", "over", "more than", "close to"})
    EXPECT_EQ(july(std::string("In July 2024, Sri Lanka welcomed ") + how + " 190,000 tourists."),
              "")
        << how;
}

TEST(Captions, MayNameASecondPeriod) {
  const auto problems = [](const std::string& caption) {
    const std::string text =
        "Monthly Tourist Arrivals Report July 2024\n" + caption +
        "\nMonth 2023 2024 % change\nJuly 143,039 187,810 31.3\n"
        "Summary\nJuly 2024\nIn July 2024, Sri Lanka welcomed 187,810 tourists.\n";
    std::size_t stale = 0;
    for (const Problem& problem : test::read(text).problems)
      stale += std::holds_alternative<StalePeriod>(problem.what);
    return stale;
  };
  EXPECT_EQ(problems("Table 1. Monthly tourist arrivals, July 2023 & 2024"), 0U);
  EXPECT_EQ(problems("Table 1. Monthly tourist arrivals, June / July 2024"), 0U);
  EXPECT_EQ(problems("Table 1. Monthly tourist arrivals, July / June 2024"), 0U);
  EXPECT_EQ(problems("Table 1. Monthly tourist arrivals, July 2023"), 1U);
}

}  // namespace
}  // namespace tradereport::parser
