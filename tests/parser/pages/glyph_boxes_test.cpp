// Boxes of drawn fonts, type drawn twice, fonts that lie, pages upside down.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/pages/decodable.h"
#include "parser/pages/glyph_boxes.h"
#include "tests/parser/sheet.h"

namespace tradereport::parser {
namespace {

using ::testing::DoubleNear;
using ::testing::Each;

PdfWord word(std::u32string_view text, double x, double y0, double y1, double em = 10) {
  PdfWord out;
  for (const char32_t c : text) {
    const double width = c < 0x80 ? em / 2 : em;
    out.chars.push_back({c, {x, y0, x + width, y1}});
    x += width;
  }
  return out;
}

TEST(GlyphBoxes, TallBoxesAreCutDown) {
  PdfPage page;
  page.words = {word(U"出口额", 100, 80, 106)};
  mend_tall_boxes(page);
  EXPECT_DOUBLE_EQ(box_of(page.words[0]).y0, 87);
  EXPECT_DOUBLE_EQ(box_of(page.words[0]).y1, 99);
}

TEST(GlyphBoxes, UsualBoxesStay) {
  PdfPage page;
  page.words = {word(U"出口额", 100, 80, 92.5), word(U"8.9", 140, 80, 91.5)};
  const Box before = box_of(page.words[0]);
  mend_tall_boxes(page);
  EXPECT_EQ(box_of(page.words[0]), before);
}

// Two lines of drawn ideographs with digits beside them, which stand where they should.
TEST(GlyphBoxes, InvertedBoxesAreMovedToTheirLine) {
  PdfPage page;
  for (const double y : {100.0, 120.0}) {
    page.words.push_back(word(U"2024", 100, y, y + 11));
    for (const double x : {120.0, 130.0, 140.0}) {
      page.words.push_back(word(U"年", x, y + 2, y + 28));
      page.words.back().inverted = true;
    }
    page.words.push_back(word(U"5", 150, y, y + 11));
  }
  mend_tall_boxes(page);
  for (const PdfWord& w : page.words) {
    const Box box = box_of(w);
    const double line = box.y0 < 115 ? 105.5 : 125.5;
    EXPECT_THAT((box.y0 + box.y1) / 2, DoubleNear(line, 0.5));
  }
}

// A minus of TeX's fonts of symbols reaches far below the digits, and its word with it.
TEST(GlyphBoxes, TallWordsStandOnTheLineWithinThem) {
  PdfPage page;
  for (const double y : {100.0, 116.0}) {
    page.words.push_back(word(U"169.9", 100, y, y + 11));
    page.words.push_back(word(U"\u221214.4", 150, y - 0.3, y + 18.6));
  }
  mend_tall_boxes(page);
  EXPECT_DOUBLE_EQ(box_of(page.words[1]).y0, 99.5);
  EXPECT_DOUBLE_EQ(box_of(page.words[1]).y1, 111.5);
  EXPECT_DOUBLE_EQ(box_of(page.words[3]).y0, 115.5);
}

// Two lines within the box: nothing tells on which of them it stands.
TEST(GlyphBoxes, TallWordsOverTwoLinesAreCutDownAtTheirMiddle) {
  PdfPage page;
  page.words = {word(U"1.1", 100, 100, 111), word(U"2.2", 100, 114, 125),
                word(U"出口额", 150, 99, 126)};
  mend_tall_boxes(page);
  EXPECT_DOUBLE_EQ(box_of(page.words[2]).y0, 106.5);
  EXPECT_DOUBLE_EQ(box_of(page.words[2]).y1, 118.5);
}

TEST(GlyphBoxes, WhatIsDrawnTwiceCountsOnce) {
  const PdfWord once = word(U"11.1", 100, 80, 92);
  std::vector<PdfChar> twice;
  for (const PdfChar& c : once.chars) {
    twice.push_back(c);
    PdfChar shadow = c;
    shadow.box.x0 += 0.4;
    shadow.box.x1 += 0.4;
    twice.push_back(shadow);
  }
  EXPECT_EQ(drawn_once(twice).size(), 4U);
  EXPECT_EQ(drawn_once(once.chars).size(), 4U);
}

TEST(Decodable, LettersInPlaceOfIdeographsEverywhere) {
  PdfPage lies;
  for (int i = 0; i < 20; ++i)
    lies.words.push_back(word(U"同比s全国份额O大产品", 100, 20.0 * i, 0));
  PdfPage table;
  table.words = {word(U"462.1", 100, 20, 32)};
  EXPECT_THAT(undecodable({lies, table}), Each(true));
}

TEST(Decodable, LettersThatWritersUse) {
  PdfPage page;
  for (int i = 0; i < 40; ++i)
    page.words.push_back(word(U"其中LED灯、5G手机和USB设备出口增长，占全国份额", 100, 20.0 * i, 0));
  page.words.push_back(word(U"生产A股和T恤的企业", 100, 900, 912));
  EXPECT_THAT(undecodable({page}), Each(false));
}

TEST(PdfSource, TurnedOverTwiceIsAsBefore) {
  PdfPage page;
  page.width = 600;
  page.height = 800;
  page.words = {word(U"出口额", 100, 80, 92)};
  const PdfPage over = turned_over(page);
  EXPECT_EQ(over.words[0].chars[0].box, (Box{490, 708, 500, 720}));
  EXPECT_EQ(turned_over(over).words[0].chars[0].box, page.words[0].chars[0].box);
}

}  // namespace
}  // namespace tradereport::parser
