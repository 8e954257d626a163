// Two pages beside one another on a sheet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/pages/bands.h"
#include "tests/parser/sheet.h"
#include "tests/parser/support.h"
#include "tests/parser/tables/sheet_tables.h"

namespace tradereport::parser {
namespace {

using test::kOverviewLines;
using test::put_overview_head;
using test::put_row;
using test::Sheet;
using test::table_lines;
using test::unread_numerals;
using ::testing::IsEmpty;

constexpr double kSheetWidth = 1190;
constexpr double kSheetHeight = 842;
constexpr double kRightPage = 595;  // the left edge of the page to the right

std::vector<PdfPage> landscape(const Sheet& sheet) {
  std::vector<PdfPage> pages = sheet.pages();
  for (PdfPage& page : pages) {
    page.width = kSheetWidth;
    page.height = kSheetHeight;
  }
  return pages;
}

void put_text(Sheet& sheet, double x, double y) {
  for (int i = 0; i < 4; ++i)
    sheet.put(x, y + 20 * i, "二、产品结构情况的说明文字，产品结构情况的说明文字", 12);
}

// The table breaks off on the left page, and goes on at the head of the right one.
TEST(Imposition, ATableGoesOnOnTheRightPage) {
  Sheet sheet;
  for (int i = 0; i < 4; ++i) sheet.put(80, 10 + 10 * i, "二、产品结构情况的说明文字", 8);
  put_overview_head(sheet);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  sheet.put(300, 800, "1");
  put_row(sheet, 60, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"}, kRightPage);
  put_row(sheet, 85, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"}, kRightPage);
  put_text(sheet, kRightPage + 80, 200);
  sheet.put(kRightPage + 300, 800, "2");
  const std::vector<PdfPage> pages = landscape(sheet);
  EXPECT_TRUE(two_on_a_sheet(pages));
  const Report report = test::read_pages(pages);
  EXPECT_THAT(table_lines(report, "table1"), kOverviewLines);
  EXPECT_THAT(unread_numerals(report), IsEmpty());
  EXPECT_EQ(report.pages, 1);
}

TEST(Imposition, ALandscapePageOfItsOwn) {
  Sheet sheet;
  put_text(sheet, 80, 100);
  put_text(sheet, kRightPage + 80, 100);
  EXPECT_TRUE(two_on_a_sheet(landscape(sheet)));
  sheet.put_centred(kSheetWidth / 2, 60, "北京市货物贸易月度监测报告", 20);
  EXPECT_FALSE(two_on_a_sheet(landscape(sheet)));
}

TEST(Imposition, AWideTableAloneIsNoSheetOfTwo) {
  Sheet sheet;
  for (int i = 0; i < 20; ++i) {
    put_row(sheet, 60 + 25 * i, "进出口总额", {"462.1", "8.9", "0.9"});
    put_row(sheet, 60 + 25 * i, "进出口总额", {"462.1", "8.9", "0.9"}, kRightPage);
  }
  EXPECT_FALSE(two_on_a_sheet(landscape(sheet)));
}

}  // namespace
}  // namespace tradereport::parser
