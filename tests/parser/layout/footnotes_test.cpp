// Note markers in every style, and the notes that they point to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/layout/furniture.h"
#include "tests/parser/sheet.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::beijing;
using test::Sheet;
using ::testing::Contains;

std::vector<std::string> bodies(Document document) {
  const std::vector<LineRole> roles = take_out_furniture(document, beijing());
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i] == LineRole::body) lines.push_back(document.lines[i].text.utf8);
  }
  return lines;
}

// A text that points to a note with `pointer`, and a note at the foot in type of size `size`.
Sheet with_note(const char* pointer, const char* note, double size) {
  Sheet sheet;
  sheet.put(80, 100, std::string("北京市前三大出口产品") + pointer + "为矿产品。", 12);
  for (int i = 0; i < 5; ++i) sheet.put(80, 130 + 20 * i, "二、产品结构情况的说明文字", 12);
  sheet.put(80, 700, note, size);
  sheet.put(80, 720, "http://delab.uibe.edu.cn/zlxz/index.htm。", size);
  return sheet;
}

struct Style {
  const char* pointer;
  const char* note;
  double size;
};

TEST(Footnotes, InEveryStyle) {
  for (const Style& style : std::vector<Style>{{"[1]", "[1]本报告采用的产品分类详见：", 12},
                                               {"[1]", "[1]本报告采用的产品分类详见：", 9},
                                               {"［１］", "［１］本报告采用的产品分类：", 9},
                                               {"〔1〕", "〔1〕本报告采用的产品分类：", 9},
                                               {"①", "①本报告采用的产品分类详见：", 9},
                                               {"①", "1.本报告采用的产品分类详见：", 9},
                                               {"¹", "¹本报告采用的产品分类详见：", 12},
                                               {"²", "2.本报告采用的产品分类详见：", 12}}) {
    const auto found = bodies(with_note(style.pointer, style.note, style.size).document());
    EXPECT_EQ(found.size(), 6U) << style.pointer << style.note;
    EXPECT_EQ(found.front(), "北京市前三大出口产品为矿产品。") << style.pointer << style.note;
  }
}

// The digits of DejaVu and Verdana are 0.64 em wide: a raised one is as wide as a plain one of
// others.
TEST(Footnotes, RaisedDigitsOfAWideFont) {
  PdfPage page;
  const auto add = [&](double x, double y, const char* text, double size, double digit) {
    PdfWord word;
    for (const char32_t c : test::code_points(text)) {
      const double width = c < 0x80 ? digit * size : size;
      word.chars.push_back({c, {x, y, x + width, y + 1.2 * size}});
      x += width;
    }
    page.words.push_back(std::move(word));
    return x;
  };
  const double at = add(80, 100, "2024年前三大出口产品", 12, 0.636);
  add(add(at, 99, "1", 8, 0.636), 100, "为矿产品。", 12, 0.636);
  for (int i = 0; i < 5; ++i) add(80, 140 + 20 * i, "说明2024年5月的文字", 12, 0.636);
  EXPECT_THAT(bodies(lines_of({page})), Contains("2024年前三大出口产品为矿产品。"));
}

// TCPDF breaks the line between a note's marker and its text.
TEST(Footnotes, AMarkerOnALineOfItsOwn) {
  Sheet sheet;
  sheet.put(80, 100, "前三大出口产品", 12);
  sheet.put(164, 100, "1", 6);
  sheet.put(167, 100, "为矿产品。", 12);
  sheet.put(80, 125, "1", 6);
  sheet.put(80, 140, "本报告采用的产品分类详见：", 11);
  for (int i = 0; i < 5; ++i) sheet.put(80, 170 + 20 * i, "二、产品结构情况的说明文字", 12);
  const auto found = bodies(sheet.document());
  EXPECT_EQ(found.front(), "前三大出口产品为矿产品。");
  EXPECT_THAT(found, ::testing::Not(Contains("1")));
}

// A circled digit whose font does not say which character it shows.
TEST(Footnotes, LostSignBetweenIdeographs) {
  const auto first = [](const char* pointer) {
    return bodies(with_note(pointer, "二、说明", 12).document()).front();
  };
  EXPECT_EQ(first("\xEF\xBF\xBD"), "北京市前三大出口产品为矿产品。");
  // It could be a digit or a point of this number.
  EXPECT_THAT(first("5\xEF\xBF\xBD"), ::testing::HasSubstr("5\xEF\xBF\xBD"));
}

TEST(Footnotes, AFigureAtTheStartOfALineIsNoNote) {
  for (const char* const line : {"1.5%和2.4%，同比增速分别为", "1-5月累计出口", "1,845.4亿美元"}) {
    const auto found = bodies(with_note("[1]", line, 12).document());
    EXPECT_EQ(found.size(), 8U) << line;
  }
}

TEST(Footnotes, RowsAndHeadsOfTablesAreNoNotes) {
  for (const char* const line : {"1月当月", "1 中国香港   8.7   32.6", "1月累计   份额（%）"}) {
    const auto found = bodies(with_note("¹", line, 9).document());
    EXPECT_EQ(found.size(), 8U) << line;
  }
}

TEST(Footnotes, ANumberThatNothingPointsToIsNoNote) {
  EXPECT_EQ(bodies(with_note("[1]", "2.净出口额同比变化为绝对额数据。", 9).document()).size(), 8U);
}

TEST(Footnotes, ALongTextOfFullSizeAfterAMarkerStays) {
  Sheet sheet;
  sheet.put(80, 100, "北京市前三大出口产品[1]为矿产品。", 12);
  sheet.put(80, 120, "1.第一节的文字", 12);
  for (int i = 0; i < 8; ++i) sheet.put(80, 140 + 20 * i, "二、产品结构情况的说明文字", 12);
  EXPECT_THAT(bodies(sheet.document()), Contains("1.第一节的文字"));
}

}  // namespace
}  // namespace tradereport::parser
