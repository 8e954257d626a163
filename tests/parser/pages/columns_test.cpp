// Columns of running text, told from tables.
#include "parser/pages/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace tradereport::parser {
namespace {

constexpr double kHeight = 10;

// Words of a line at y, each from its x on, as wide as half its letters.
struct Piece {
  double x = 0;
  std::string text;
};

std::vector<ColumnWord> band(double y, const std::vector<Piece>& pieces) {
  std::vector<ColumnWord> words;
  for (const Piece& piece : pieces) {
    ColumnWord word;
    word.box = {piece.x, y, piece.x + 5.0 * static_cast<double>(piece.text.size()), y + kHeight};
    for (const char c : piece.text) word.letters += c < '0' || c > '9' ? 1 : 0;
    words.push_back(word);
  }
  return words;
}

const std::string kLine = "some-thirty-letters-of-a-text!";

TEST(Columns, TextOnBothSidesOfAGap) {
  std::vector<std::vector<ColumnWord>> bands;
  bands.push_back(band(0, {{100, "a-heading-over-the-whole-page-and-its-columns"}}));
  for (int i = 1; i <= 5; ++i) bands.push_back(band(12 * i, {{0, kLine}, {180, kLine}}));
  const auto regions = find_columns(bands);
  ASSERT_EQ(regions.size(), 1U);
  EXPECT_EQ(regions[0].first, 1U);
  EXPECT_EQ(regions[0].last, 6U);
  EXPECT_GT(regions[0].gutter, 150);
  EXPECT_LT(regions[0].gutter, 180);
}

TEST(Columns, TheLongerOneGoesOnToItsEnd) {
  std::vector<std::vector<ColumnWord>> bands;
  for (int i = 0; i < 5; ++i) bands.push_back(band(12 * i, {{0, kLine}, {180, kLine}}));
  bands.push_back(band(60, {{0, "its"}, {20, "end."}}));
  bands.push_back(band(100, {{0, "the-caption-of-a-table"}}));
  const auto regions = find_columns(bands);
  ASSERT_EQ(regions.size(), 1U);
  EXPECT_EQ(regions[0].last, 6U);
}

TEST(Columns, LinesThatDoNotStandLevel) {
  std::vector<std::vector<ColumnWord>> bands{band(0, {{0, kLine}, {180, kLine}})};
  for (int i = 1; i < 5; ++i) {
    bands.push_back(band(12 * i, {{0, kLine}}));
    bands.push_back(band(12 * i + 5, {{180, kLine}}));
  }
  const auto regions = find_columns(bands);
  ASSERT_EQ(regions.size(), 1U);
  EXPECT_EQ(regions[0].last, 9U);
}

TEST(Columns, NumberOfThePageIsNoColumn) {
  std::vector<std::vector<ColumnWord>> bands{band(0, {{0, "running-head"}}), band(6, {{300, "4"}})};
  for (int i = 0; i < 5; ++i) bands.push_back(band(40 + 12 * i, {{0, kLine}, {180, kLine}}));
  const auto regions = find_columns(bands);
  ASSERT_EQ(regions.size(), 1U);
  EXPECT_EQ(regions[0].first, 2U);
}

TEST(Columns, TablesHaveNone) {
  std::vector<std::vector<ColumnWord>> bands;
  for (int i = 0; i < 12; ++i)
    bands.push_back(band(12 * i, {{0, "September"}, {100, "137,760"}, {180, "136,405"}}));
  EXPECT_THAT(find_columns(bands), testing::IsEmpty());
}

TEST(Columns, NorTwoListsSideBySide) {
  std::vector<std::vector<ColumnWord>> bands;
  for (int i = 0; i < 12; ++i)
    bands.push_back(band(12 * i, {{0, "India"}, {60, "23.5"}, {180, "Germany"}, {240, "13.5"}}));
  EXPECT_THAT(find_columns(bands), testing::IsEmpty());
}

TEST(Columns, NorOneStretchedLine) {
  std::vector<std::vector<ColumnWord>> bands;
  const std::string all = kLine + kLine + kLine;
  bands.push_back(band(0, {{0, all}}));
  bands.push_back(band(12, {{0, kLine}, {180, kLine}}));
  bands.push_back(band(24, {{0, all}}));
  EXPECT_THAT(find_columns(bands), testing::IsEmpty());
}

}  // namespace
}  // namespace tradereport::parser
