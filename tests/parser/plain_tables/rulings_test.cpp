#include "parser/plain_tables/rulings.h"

#include <gtest/gtest.h>

namespace tradereport::parser {
namespace {

// A white picture of 100 by 100 points, two dots a point down.
GreyPicture white_picture() {
  GreyPicture picture{100, 200, 1, 2, {}};
  picture.dots.assign(100UL * 200UL, 255);
  return picture;
}

void fill_dots(GreyPicture& picture, int x0, int y0, int x1, int y1, unsigned char grey) {
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x)
      picture.dots[static_cast<std::size_t>(y) * 100 + static_cast<std::size_t>(x)] = grey;
}

TEST(Rulings, AThinLineIsOne) {
  GreyPicture picture = white_picture();
  fill_dots(picture, 10, 40, 80, 41, 0);
  const Rulings found = rulings_in(picture, {});
  ASSERT_EQ(found.level.size(), 1U);
  EXPECT_NEAR(found.level[0].at, 20.2, 0.5);
  EXPECT_EQ(found.level[0].from, 10);
  EXPECT_EQ(found.level[0].to, 80);
  EXPECT_TRUE(found.upright.empty());
}

TEST(Rulings, AShadeHasFourEdges) {
  GreyPicture picture = white_picture();
  fill_dots(picture, 20, 40, 70, 120, 230);
  const Rulings found = rulings_in(picture, {});
  ASSERT_EQ(found.level.size(), 2U);
  ASSERT_EQ(found.upright.size(), 2U);
  EXPECT_EQ(found.upright[0].at, 20);
  EXPECT_EQ(found.upright[0].from, 20);
  EXPECT_EQ(found.upright[0].to, 60);
}

TEST(Rulings, LinesUnderWordsAndStrokesOfLettersAreNone) {
  GreyPicture picture = white_picture();
  fill_dots(picture, 10, 62, 50, 63, 0);  // under the word
  fill_dots(picture, 30, 40, 31, 60, 0);  // a stroke of it
  const std::vector<Box> words{{10, 20, 50, 31}};
  const Rulings found = rulings_in(picture, words);
  EXPECT_TRUE(found.level.empty());
  EXPECT_TRUE(found.upright.empty());
}

TEST(Rulings, OneGoesOnBehindWhatIsWrittenOverIt) {
  GreyPicture picture = white_picture();
  fill_dots(picture, 40, 20, 41, 180, 0);
  const Rulings found = rulings_in(picture, {{30, 40, 60, 50}});
  ASSERT_EQ(found.upright.size(), 1U);
  EXPECT_EQ(found.upright[0].from, 10);
  EXPECT_EQ(found.upright[0].to, 90);
}

}  // namespace
}  // namespace tradereport::parser
