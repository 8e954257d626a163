// Lines made of words whose boxes differ, and of texts that overlap.
#include "parser/pages/bands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/parser/sheet.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::Sheet;
using ::testing::Contains;
using ::testing::ElementsAre;

// A word with a box of its own, each character `size` wide.
PdfWord boxed_word(double x, double y0, double y1, std::string_view text, double size = 10) {
  PdfWord made;
  for (const char32_t c : test::code_points(text)) {
    made.chars.push_back({c, {x, y0, x + size, y1}});
    x += size;
  }
  return made;
}

std::vector<std::string> line_texts(const Document& document) {
  std::vector<std::string> lines;
  for (const Line& line : document.lines) lines.push_back(line.text.utf8);
  return lines;
}

// A Chinese Type 1 font comes in pieces whose boxes differ: the head "1月当月" stood half on the
// line of the corner 产品, which is merged over two rows and has the tallest box.
TEST(Bands, APieceOfTextStaysTogether) {
  PdfPage page;
  page.words = {boxed_word(136, 99.8, 113.4, "产品"), boxed_word(351.6, 90.4, 100.1, "1", 5),
                boxed_word(360.7, 89.1, 106.6, "月当月"), boxed_word(255, 115.6, 125.2, "出口额")};
  EXPECT_THAT(line_texts(lines_of({page})), Contains(::testing::HasSubstr("1月当月")));
}

// What stands beside it in another column is a piece of its own.
TEST(Bands, CellsOfOtherRowsAreNoPiece) {
  PdfPage page;
  page.words = {boxed_word(100, 100, 110, "东盟"), boxed_word(130, 104, 114, "8.7", 5),
                boxed_word(100, 113, 123, "欧盟"), boxed_word(130, 117, 127, "5.1", 5)};
  EXPECT_THAT(line_texts(lines_of({page})), ElementsAre("东盟8.7", "欧盟5.1"));
}

// Heads too long for their cells: each is legible by itself on paper in two colours, and in the
// file.
TEST(Bands, TextsThatOverlapAreNotMixed) {
  Sheet sheet;
  sheet.put_glued(100, 100, "贸易份额（%）", 0);
  sheet.put_glued(148, 100, "同比变化（%）", 0);
  EXPECT_THAT(line_texts(sheet.document()), ElementsAre("贸易份额(%)同比变化(%)"));
}

TEST(Bands, ATextDrawnTwiceIsReadOnce) {
  Sheet sheet;
  sheet.put_glued(100, 100, "进出口总额", 0);
  sheet.put_glued(100.3, 100, "进出口总额", 0);
  EXPECT_THAT(line_texts(sheet.document()), ElementsAre("进出口总额"));
}

// Bold by printing thrice, each time with the box of another subfont.
TEST(Bands, ATextDrawnTwiceWithOtherBoxes) {
  PdfPage page;
  page.words = {boxed_word(160, 108.9, 126.1, "年"), boxed_word(160.2, 115.7, 127.6, "年"),
                boxed_word(171, 108.9, 126.1, "月")};
  EXPECT_THAT(line_texts(lines_of({page})), ElementsAre("年月"));
}

TEST(Bands, WhatNobodySeesIsAside) {
  Sheet sheet;
  for (int i = 0; i < 5; ++i) sheet.put(80, 100 + 20 * i, "二、产品结构情况的说明文字", 12);
  sheet.next_page();
  sheet.put(3, 840, "Powered by TCPDF 5", 1);
  for (const Line& line : sheet.document().lines) EXPECT_EQ(line.aside, line.box.y0 > 800);
}

}  // namespace
}  // namespace tradereport::parser
