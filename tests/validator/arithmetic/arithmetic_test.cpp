#include "validator/arithmetic/arithmetic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/validator/arithmetic/plain_tables.h"

namespace tradereport::validator {
namespace {

using test::in_column;
using test::in_row;
using test::plain_table;
using test::with_commas;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Kind = ArithmeticKind;
using Rows = std::vector<std::vector<std::string>>;

// The relation holds in so many rows below the head.
void expect_in_rows(const FoundArithmetic& found, std::size_t rows, Kind kind, std::size_t whole,
                    const std::vector<std::size_t>& parts) {
  for (std::size_t row = 1; row <= rows; ++row)
    EXPECT_THAT(found.relations, Contains(in_row(kind, row, whole, parts)));
}

TEST(Arithmetic, TotalBeforeAndAfterItsParts) {
  const auto before = find_arithmetic(plain_table({{"", "All", "Men", "Women"},
                                                   {"North", "48,570", "23,783", "24,787"},
                                                   {"South", "31,405", "15,204", "16,201"},
                                                   {"West", "9,876", "5,017", "4,859"}}));
  expect_in_rows(before, 3, Kind::sum, 1, {2, 3});
  const auto after = find_arithmetic(plain_table({{"", "2021", "2022", "2023"},
                                                  {"Coal", "4,512", "4,633", "4,871"},
                                                  {"Oil", "7,730", "8,154", "7,968"},
                                                  {"Gas", "3,208", "3,317", "3,525"},
                                                  {"Total", "15,450", "16,104", "16,364"}}));
  for (const std::size_t col : {1U, 2U, 3U})
    EXPECT_THAT(after.relations, Contains(in_column(Kind::sum, col, 4, {1, 2, 3})));
  EXPECT_THAT(after.contradictions, IsEmpty());
}

TEST(Arithmetic, SubtotalsAndTheirTotal) {
  const auto found = find_arithmetic(plain_table({{"Total", "9,171", "8,846", "10,215"},
                                                  {"A", "4,016", "3,875", "4,518"},
                                                  {"a1", "1,234", "1,187", "1,520"},
                                                  {"a2", "2,782", "2,688", "2,998"},
                                                  {"B", "5,155", "4,971", "5,697"},
                                                  {"b1", "3,051", "2,904", "3,377"},
                                                  {"b2", "2,104", "2,067", "2,320"}}));
  for (const std::size_t col : {1U, 2U, 3U}) {
    EXPECT_THAT(found.relations, Contains(in_column(Kind::sum, col, 1, {2, 3})));
    EXPECT_THAT(found.relations, Contains(in_column(Kind::sum, col, 4, {5, 6})));
    EXPECT_THAT(found.relations, Contains(in_column(Kind::sum, col, 0, {1, 4})));
  }
  EXPECT_THAT(found.relations, SizeIs(9));
}

// A balance is found as the sum that it comes from.
TEST(Arithmetic, Differences) {
  const auto found = find_arithmetic(plain_table({{"", "Exports", "Imports", "Balance"},
                                                  {"2008", "18 080", "39 219", "-21 139"},
                                                  {"2007", "15 341", "39 945", "-24 604"},
                                                  {"2006", "14 123", "39 942", "-25 819"},
                                                  {"2005", "12 118", "34 807", "-22 689"}}));
  expect_in_rows(found, 4, Kind::sum, 1, {2, 3});
  EXPECT_THAT(found.relations, SizeIs(4));
}

TEST(Arithmetic, Averages) {
  const auto found = find_arithmetic(plain_table({{"", "Q1", "Q2", "Q3", "Q4", "Mean"},
                                                  {"a", "12.4", "19.1", "15.5", "11.8", "14.70"},
                                                  {"b", "33.0", "21.7", "25.6", "40.1", "30.10"},
                                                  {"c", "8.3", "9.9", "14.2", "3.7", "9.03"},
                                                  {"d", "55.1", "47.3", "61.8", "50.4", "53.65"}}));
  expect_in_rows(found, 4, Kind::average, 5, {1, 2, 3, 4});
}

TEST(Arithmetic, SharesAndChanges) {
  const auto shares = find_arithmetic(plain_table({{"", "All", "Urban", "%"},
                                                   {"a", "48,213", "31,007", "64.3"},
                                                   {"b", "17,905", "6,112", "34.1"},
                                                   {"c", "90,554", "77,308", "85.4"},
                                                   {"d", "23,871", "5,077", "21.3"}}));
  expect_in_rows(shares, 4, Kind::division, 3, {2, 1});
  const auto changes = find_arithmetic(plain_table({{"", "2022", "2023", "Change"},
                                                    {"a", "48,213", "51,007", "5.8%"},
                                                    {"b", "17,905", "16,112", "-10.0%"},
                                                    {"c", "90,554", "77,308", "-14.6%"},
                                                    {"d", "23,871", "35,077", "46.9%"}}));
  expect_in_rows(changes, 4, Kind::relative_change, 3, {1, 2});
}

TEST(Arithmetic, DecimalCommaAndDashes) {
  const auto found = find_arithmetic(plain_table({{"", "Yht.", "A", "B", "C"},
                                                  {"a", "1.284,5", "1.200,0", "84,5", "-"},
                                                  {"b", "977,3", "601,2", "300,0", "76,1"},
                                                  {"c", "3.411,9", "2.902,7", "-", "509,2"}}));
  expect_in_rows(found, 3, Kind::sum, 1, {2, 3, 4});
}

Rows random_rows(std::mt19937& random, std::size_t rows, std::size_t cols, int greatest) {
  std::uniform_int_distribution<int> figures(1, greatest);
  Rows table;
  for (std::size_t row = 0; row < rows; ++row) {
    table.push_back({"line"});
    for (std::size_t col = 0; col < cols; ++col)
      table.back().push_back(with_commas(figures(random)));
  }
  return table;
}

TEST(Arithmetic, AccidentsAreNotFound) {
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    const Rows rows = random_rows(random, 4 + seed % 9, 3 + seed % 6, seed % 2 == 0 ? 99999 : 500);
    const FoundArithmetic arithmetic = find_arithmetic(plain_table(rows));
    found += arithmetic.relations.size();
    EXPECT_THAT(arithmetic.contradictions, IsEmpty()) << seed;
  }
  EXPECT_EQ(found, 0U);
}

// Rows of four figures and their total, with one misprint.
TEST(Arithmetic, OneMisprintIsAContradiction) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    Rows rows = random_rows(random, 4 + seed % 7, 4, 9999);
    std::vector<long long> sums;
    for (auto& row : rows) {
      long long sum = 0;
      for (std::size_t col = 1; col <= 4; ++col) {
        std::string digits = row[col];
        std::erase(digits, ',');
        sum += std::stoll(digits);
      }
      sums.push_back(sum);
      row.push_back(with_commas(sum));
    }
    const std::size_t wrong = seed % rows.size();
    const long long misprint = sums[wrong] + 90 * (seed % 2 == 0 ? 1 : -1);
    rows[wrong][5] = with_commas(misprint);
    const FoundArithmetic found = find_arithmetic(plain_table(rows));
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const Arithmetic relation = in_row(Kind::sum, row, 5, {1, 2, 3, 4});
      if (row == wrong)
        EXPECT_THAT(found.relations, Not(Contains(relation))) << seed;
      else
        EXPECT_THAT(found.relations, Contains(relation)) << seed;
    }
    ASSERT_THAT(found.contradictions, SizeIs(1)) << seed;
    const BrokenArithmetic& broken = found.contradictions.front();
    EXPECT_EQ(broken.relation, in_row(Kind::sum, wrong, 5, {1, 2, 3, 4}));
    EXPECT_EQ(broken.place, (CellPlace{wrong, 5}));
    EXPECT_EQ(broken.printed, Decimal(misprint, 0));
    EXPECT_TRUE(broken.possible.contains(Rational(static_cast<long>(sums[wrong]))));
    EXPECT_FALSE(broken.possible.contains(Rational(static_cast<long>(misprint))));
    EXPECT_LE(broken.possible.hi - broken.possible.lo, 4);
  }
}

TEST(Arithmetic, AFigureThatTwoLinesAccuseIsBlamed) {
  const auto found = find_arithmetic(plain_table({{"", "All", "A", "B", "C"},
                                                  {"All", "9,171", "2,745", "3,110", "3,316"},
                                                  {"x", "4,016", "1,120", "1,508", "1,388"},
                                                  {"y", "3,051", "1,604", "897", "1,150"},
                                                  {"z", "2,104", "621", "705", "778"}}));
  ASSERT_THAT(found.contradictions, SizeIs(1));
  const BrokenArithmetic& broken = found.contradictions.front();
  EXPECT_TRUE(broken.blamed);
  EXPECT_EQ(broken.place, (CellPlace{3, 2}));
  EXPECT_TRUE(broken.possible.contains(Rational(1004)));
  EXPECT_FALSE(broken.possible.contains(Rational(1604)));
}

long long rounded_to_five(long long number, std::mt19937& random) {
  const long long below = number / 5 * 5;
  const auto rest = static_cast<unsigned>(number - below);
  return below + (random() % 5 < rest ? 5 : 0);
}

TEST(Arithmetic, RandomRoundingToABaseIsNoError) {
  for (unsigned seed = 0; seed < 30; ++seed) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> figures(50, 40000);
    Rows rows;
    for (int row = 0; row < 9; ++row) {
      long long sum = 0;
      std::vector<std::string> parts{"line"};
      for (int part = 0; part < 4; ++part) {
        const int figure = figures(random);
        sum += figure;
        parts.push_back(with_commas(rounded_to_five(figure, random)));
      }
      parts.insert(parts.begin() + 1, with_commas(rounded_to_five(sum, random)));
      rows.push_back(std::move(parts));
    }
    const FoundArithmetic found = find_arithmetic(plain_table(rows));
    EXPECT_EQ(found.rounding, Rounding::nearest);
    EXPECT_EQ(found.base, 5);
    EXPECT_THAT(found.contradictions, IsEmpty()) << seed;
    for (std::size_t row = 0; row < rows.size(); ++row)
      EXPECT_THAT(found.relations, Contains(in_row(Kind::sum, row, 1, {2, 3, 4, 5}))) << seed;
  }
}

TEST(Arithmetic, SmallTables) {
  EXPECT_THAT(find_arithmetic({}).relations, IsEmpty());
  EXPECT_THAT(find_arithmetic(plain_table({{"1"}})).relations, IsEmpty());
  EXPECT_THAT(find_arithmetic(plain_table({{"2", "1", "1"}, {"4", "2", "2"}})).relations,
              IsEmpty());
}

}  // namespace
}  // namespace tradereport::validator
