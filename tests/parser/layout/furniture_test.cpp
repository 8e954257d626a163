// Running heads, page numbers, footnotes and their markers.
#include "parser/layout/furniture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "parser/layout/layout.h"
#include "tests/parser/sheet.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::beijing;
using test::Sheet;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

constexpr std::array<const char*, 4> kRoles{"body", "head", "number", "footnote"};

// "head: text" a line.
std::vector<std::string> roles(Document document) {
  const std::vector<LineRole> found = take_out_furniture(document, beijing());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < found.size(); ++i)
    out.push_back(std::string(kRoles.at(static_cast<std::size_t>(found[i]))) + ": " +
                  document.lines[i].text.utf8);
  return out;
}

std::vector<std::string> roles(const std::string& text) {
  return roles(*lines_of(std::string_view(text)));
}

void body(Sheet& sheet, const char* text) {
  for (int i = 0; i < 8; ++i) sheet.put(80, 120 + 20 * i, text + std::to_string(100 + i));
}

TEST(Furniture, RunningHeadsThatRepeat) {
  Sheet sheet;
  for (const char* text : {"甲", "乙", "丙"}) {
    if (std::string_view(text) != "甲") sheet.next_page();
    sheet.put(200, 40, "Institute of Trade Statistics");
    body(sheet, text);
  }
  const auto found = roles(sheet.document());
  EXPECT_EQ(std::count(found.begin(), found.end(), "head: Institute of Trade Statistics"), 3);
  EXPECT_THAT(found, Contains("body: 甲100"));
  EXPECT_THAT(found, Contains("body: 丙107"));
}

TEST(Furniture, RunningHeadsOnSomePages) {
  Sheet sheet;
  body(sheet, "甲");
  sheet.next_page();
  sheet.put(200, 40, "左页");
  body(sheet, "乙");
  sheet.next_page();
  sheet.put(200, 40, "右页");
  body(sheet, "丙");
  sheet.next_page();
  sheet.put(200, 40.5, "左页");
  body(sheet, "丁");
  const auto found = roles(sheet.document());
  EXPECT_EQ(std::count(found.begin(), found.end(), "head: 左页"), 2);
  EXPECT_THAT(found, Contains("body: 右页"));  // once: it may be a line of the text
}

TEST(Furniture, RunningHeadsThatTheFamilyKnows) {
  Sheet sheet;
  sheet.put(150, 40, "对外经济贸易大学数字经济实验室—北京市货物贸易月度监测报告");
  body(sheet, "甲");
  EXPECT_THAT(roles(sheet.document()), Contains(::testing::StartsWith("head: 对外经济贸易大学")));
}

TEST(Furniture, TheSameLineElsewhereOnThePageIsText) {
  Sheet sheet;
  for (int page = 0; page < 2; ++page) {
    if (page > 0) sheet.next_page();
    sheet.put(80, page == 0 ? 60 : 100, "重复的一行");
    body(sheet, page == 0 ? "甲" : "乙");
  }
  EXPECT_THAT(roles(sheet.document()), Contains("body: 重复的一行"));
}

// The short last lines of paragraphs can stand at one height on two pages.
TEST(Furniture, ShortLastLinesAreText) {
  Sheet sheet;
  for (const char* rest : {"4%。", "9%。"}) {
    if (rest[0] == '9') sheet.next_page();
    sheet.put(200, 40, "Institute of Trade Statistics");
    sheet.put(80, 70, rest[0] == '9' ? "进口同比增速分别为7.1%和3." : "出口同比增速分别为8.2%和6.");
    sheet.put(80, 90, rest);
    body(sheet, rest[0] == '9' ? "乙" : "甲");
  }
  const auto found = roles(sheet.document());
  EXPECT_EQ(std::count(found.begin(), found.end(), "head: Institute of Trade Statistics"), 2);
  EXPECT_THAT(found, Contains("body: 4%。"));
  EXPECT_THAT(found, Contains("body: 9%。"));
}

TEST(Furniture, PageNumbers) {
  for (const char* style : {"%", "- % -", "— % —", "–%–", "第%页", "第 % 页 共 6 页",
                            "第 % 页，共 6 页", "%/6", "% / 6", "· % ·", "第%页/共6页"}) {
    Sheet sheet;
    for (const char* page : {"1", "2", "3"}) {
      if (std::string_view(page) != "1") sheet.next_page();
      body(sheet, page[0] == '1' ? "甲" : page[0] == '2' ? "乙" : "丙");
      sheet.put_centred(300, 780, test::replaced(style, "%", page));
    }
    const auto found = roles(sheet.document());
    const auto furniture = std::count_if(found.begin(), found.end(), [](const std::string& line) {
      return line.starts_with("number: ") || line.starts_with("head: ");
    });
    EXPECT_EQ(furniture, 3) << style;
  }
}

TEST(Furniture, PageNumbersAtTheTop) {
  Sheet sheet;
  sheet.put_centred(300, 30, "- 1 -");
  body(sheet, "甲");
  EXPECT_THAT(roles(sheet.document()), Contains("number: -1–"));
}

TEST(Furniture, ANumberWithinThePageIsNoPageNumber) {
  Sheet sheet;
  for (int page = 0; page < 2; ++page) {
    if (page > 0) sheet.next_page();
    body(sheet, page == 0 ? "甲" : "乙");
    sheet.put_centred(300, 300, page == 0 ? "74" : "81");
    for (int i = 0; i < 6; ++i) sheet.put(80, 330 + 20 * i, "丙" + std::to_string(100 * page + i));
  }
  const auto found = roles(sheet.document());
  EXPECT_THAT(found, Contains("body: 74"));
  EXPECT_THAT(found, Contains("body: 81"));
}

TEST(Furniture, RaisedMarkersLeaveTheText) {
  Sheet sheet;
  sheet.put(80, 100, "前三大出口产品为电子设备", 12);
  sheet.put(80, 130, "前三大出口产品", 12);
  sheet.put(80 + 7 * 12, 129, "1", 6);
  sheet.put(80 + 7 * 12 + 3, 130, "为矿产品", 12);
  Document document = sheet.document();
  take_out_furniture(document, beijing());
  EXPECT_EQ(document.lines[1].text.utf8, "前三大出口产品为矿产品");
  EXPECT_EQ(document.lines[1].markers.utf8, "1");
}

TEST(Furniture, SmallDigitsOnTheFootOfTheLineAreNoMarkers) {
  Sheet sheet;
  sheet.put(80, 100, "占全国份额", 12);
  sheet.put(140, 103.5, "8.9", 9);
  sheet.put(160, 100, "左右的水平", 12);
  Document document = sheet.document();
  take_out_furniture(document, beijing());
  EXPECT_EQ(document.lines[0].text.utf8, "占全国份额8.9左右的水平");
  EXPECT_TRUE(document.lines[0].markers.empty());
}

// A sentence that a footnote, a page number and a running head interrupt.
Sheet broken_sentence() {
  Sheet sheet;
  sheet.put(150, 40, "对外经济贸易大学数字经济实验室—北京市货物贸易月度监测报告", 9);
  for (int i = 0; i < 5; ++i) sheet.put(80, 100 + 20 * i, "二、产品结构情况的说明文字", 12);
  sheet.put(80, 220, "北京市前三大进口产品", 12);
  sheet.put(80 + 10 * 12, 219, "1", 6);
  sheet.put(80 + 10 * 12 + 3, 220, "为矿产品和电子设备，占", 12);
  sheet.put(80, 700, "1", 5);
  sheet.put(86, 700, "本报告采用的产品分类详见《技术文档》：", 9);
  sheet.put(80, 715, "http://delab.uibe.edu.cn/zlxz/index.htm。", 9);
  sheet.put_centred(300, 780, "1", 9);
  sheet.next_page();
  sheet.put(150, 40, "对外经济贸易大学数字经济实验室—北京市货物贸易月度监测报告", 9);
  sheet.put(80, 100, "该类产品全国进口份额分别为 30.8%和 4.3%。", 12);
  sheet.put_centred(300, 780, "2", 9);
  return sheet;
}

TEST(Furniture, FootnotesAtTheFoot) {
  const auto found = roles(broken_sentence().document());
  EXPECT_THAT(found, Contains(::testing::StartsWith("footnote: 本报告采用")));
  EXPECT_THAT(found, Contains(::testing::StartsWith("footnote: http:")));
  EXPECT_THAT(found, Contains("number: 1"));
  EXPECT_THAT(found, Contains("body: 北京市前三大进口产品为矿产品和电子设备,占"));
}

TEST(Furniture, TheSentenceIsWholeAgain) {
  Document document = broken_sentence().document();
  const std::vector<LineRole> found = take_out_furniture(document, beijing());
  const Layout layout = lay_out(document, found, beijing());
  std::string all;
  for (const Text& block : layout.narrative) all += block.utf8 + "\n";
  EXPECT_THAT(all, ::testing::HasSubstr("电子设备,占该类产品全国进口份额分别为30.8%和4.3%。"));
}

// Small print that no marker announces is not taken out.
TEST(Furniture, SmallPrintWithoutMarkerIsText) {
  Sheet sheet;
  body(sheet, "甲");
  sheet.put(80, 700, "数据来源：海关", 7);
  EXPECT_THAT(roles(sheet.document()), Contains("body: 数据来源:海关"));
}

TEST(FurnitureOfText, HeadsAndNumbers) {
  EXPECT_THAT(
      roles("甲\n- 2 -\n\f对外经济贸易大学数字经济实验室—北京市货物贸易月度监测报告\n乙\n第3页\n"),
      ElementsAre("body: 甲", "number: -2–",
                  "head: 对外经济贸易大学数字经济实验室–北京市货物贸易月度监测报告", "body: 乙",
                  "head: 第3页"));
}

TEST(FurnitureOfText, FootnoteWithItsNumberInTheLine) {
  EXPECT_THAT(
      roles("北京市前三大出口产品1为电子设备，占\n"
            "1 本报告采用的产品分类详见《技术文档》：\n\nhttp://delab.uibe.edu.cn/index.htm\n"
            "该类产品"),
      ElementsAre("body: 北京市前三大出口产品为电子设备,占",
                  "footnote: 1本报告采用的产品分类详见《技术文档》:",
                  "footnote: http://delab.uibe.edu.cn/index.htm", "body: 该类产品"));
}

TEST(FurnitureOfText, FootnoteWithItsNumberOnALineOfItsOwn) {
  const auto found = roles(
      "北京市前三大出口产品 1 "
      "为电子设备，占\n\n1\n本报告采用的产品分类详见《技术文档》：\n该类产品");
  EXPECT_THAT(found, Contains("body: 北京市前三大出口产品为电子设备,占"));
  EXPECT_THAT(found, Contains("footnote: 本报告采用的产品分类详见《技术文档》:"));
}

TEST(FurnitureOfText, ANumberWithoutANoteIsNoMarker) {
  EXPECT_THAT(roles("北京市前三大出口产品1为电子设备\n其他"),
              ElementsAre("body: 北京市前三大出口产品1为电子设备", "body: 其他"));
}

TEST(FurnitureOfText, MonthsAreNoMarkers) {
  EXPECT_THAT(roles("北京市1月出口\n1 月份的出口情况与去年同期相比有所变化"),
              Not(Contains(::testing::StartsWith("footnote"))));
}

// A figure on a line of its own is a cell, not a page number.
TEST(FurnitureOfText, FiguresOnLinesOfTheirOwn) {
  EXPECT_THAT(roles("出口额\n74.7\n2.5\n-1.8"),
              ElementsAre("body: 出口额", "body: 74.7", "body: 2.5", "body: -1.8"));
}

TEST(FurnitureOfText, WholeFiguresOnLinesOfTheirOwn) {
  EXPECT_THAT(
      roles("甲\n出口额\n74\n25\n-18\n乙"),
      ElementsAre("body: 甲", "body: 出口额", "body: 74", "body: 25", "body: -18", "body: 乙"));
}

// Two tables that go on on the next page stand at one height there, heads and all: these were taken
// for running heads, and the tables had none.
TEST(Furniture, RepeatedHeadsOfTablesAreNoRunningHeads) {
  Sheet sheet;
  for (int page = 0; page < 3; ++page) {
    if (page > 0) sheet.next_page();
    sheet.put(150, 40, "对外经济贸易大学数字经济实验室");
    sheet.put(150, 60, "9月当月 1至9月累计");
    for (int row = 0; row < 6; ++row) sheet.put(80, 90 + 25 * row, "农产品   5.2   3.0   -35.8");
  }
  Document document = sheet.document();
  const std::vector<LineRole> roles = take_out_furniture(document, beijing());
  for (std::size_t i = 0; i < roles.size(); ++i)
    EXPECT_EQ(roles[i] == LineRole::running_head, document.lines[i].box.y0 < 50) << i;
}

}  // namespace
}  // namespace tradereport::parser
