// Figures of neighbouring columns without a gap between them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/layout/atoms.h"
#include "tests/parser/support.h"
#include "tests/parser/tables/sheet_tables.h"

namespace tradereport::parser {
namespace {

using test::Cells;
using test::put_caption;
using test::put_row;
using test::Sheet;
using test::table_lines;
using test::unread_numerals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Right edges of the figures: the year to date's columns are as narrow as their widest figures.
const std::vector<double> kNarrowEdges{200, 260, 320, 350, 368, 393};

TEST(Touching, TheColumnsTellWhereAFigureEnds) {
  Sheet sheet;
  put_caption(sheet);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"}, 0,
          kNarrowEdges);
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"}, 0, kNarrowEdges);
  put_row(sheet, 190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "-11.4"}, 0,
          kNarrowEdges);
  put_row(sheet, 215, "净出口额", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"}, 0, kNarrowEdges);
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"), ElementsAre("进出口总额 462.1 8.9 0.9 2190.3 8.9 0.9",
                                                         "出口额 74.7 2.5 15.7 344.8 2.5 -1.8",
                                                         "进口额 387.3 17.6 -1.6 1845.4 17.4 -11.4",
                                                         "净出口额 -312.6 _ 16.3 -1500.6 _ -32.0"));
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

// No row stands apart, but every figure that does has one decimal.
TEST(Touching, TheDecimalsTellWhereAFigureEnds) {
  Sheet sheet;
  put_caption(sheet);
  sheet.put_centred(120, 140, "进出口总额");
  sheet.put(200, 140, "1551.5");
  sheet.put(250, 140, "5.8");
  sheet.put(300, 140, "69.37068.3");
  sheet.put(370, 140, "3.8");
  sheet.put(400, 140, "15.7");
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"),
              ElementsAre("进出口总额 1551.5 5.8 69.3 7068.3 3.8 15.7"));
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(Touching, WithoutFiguresThatStandApartNothingIsGuessed) {
  Sheet sheet;
  put_caption(sheet);
  for (const double y : {140.0, 165.0, 190.0}) sheet.put_centred(120, y, "出口额");
  for (const double y : {140.0, 165.0, 190.0}) sheet.put(200, y, "74.72.515.7344.82.51.8");
  EXPECT_THAT(table_lines(sheet.report(), "table1"), IsEmpty());
  EXPECT_THAT(unread_numerals(sheet.report()), Contains("74.72"));
}

// Full-width figures fill the cells: a row is no line of text because it has no gaps.
TEST(Touching, WideFiguresFillTheirCells) {
  Sheet sheet;
  put_caption(sheet);
  const auto wide_row = [&](double y, const char* label, const Cells& figures) {
    sheet.put_centred(120, y, label);
    for (std::size_t i = 0; i < figures.size(); ++i)
      sheet.put_centred(176 + 47 * static_cast<double>(i), y, figures[i]);
  };
  wide_row(140, "进出口总额",
           {"２８９．０", "１１．７", "－１４．７", "２８９．０", "１１．７", "－１４．７"});
  wide_row(165, "出口额",
           {"１３２．８", "１２．１", "－１３．０", "１３２．８", "１２．１", "－１３．０"});
  wide_row(190, "进口额",
           {"１５６．２", "１１．５", "－２２．７", "１５６．２", "１１．５", "－２２．７"});
  const Report report = sheet.report();
  EXPECT_THAT(table_lines(report, "table1"),
              ElementsAre("进出口总额 289.0 11.7 -14.7 289.0 11.7 -14.7",
                          "出口额 132.8 12.1 -13.0 132.8 12.1 -13.0",
                          "进口额 156.2 11.5 -22.7 156.2 11.5 -22.7"));
  EXPECT_THAT(unread_numerals(report), IsEmpty());
}

TEST(Touching, EveryWayToCut) {
  Sheet sheet;
  sheet.put(100, 60, "0.92190.3%-1.5");
  const Document document = sheet.document();
  const std::vector<Atom> atoms = atoms_of(document, 0);
  ASSERT_EQ(atoms.size(), 1U);
  ASSERT_EQ(atoms[0].kind, Atom::Kind::touching);
  std::vector<std::string> ways;
  for (const std::vector<Atom>& cut : cuts_of(document, atoms[0])) {
    std::string way;
    for (const Atom& atom : cut) way += (way.empty() ? "" : " ") + atom.text.utf8;
    ways.push_back(way);
  }
  EXPECT_THAT(ways, ElementsAre("0.9 2190.3 -1.5", "0.92 190.3 -1.5", "0.921 90.3 -1.5",
                                "0.9219 0.3 -1.5"));
}

}  // namespace
}  // namespace tradereport::parser
