#include "parser/plain_tables/plain_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parser/sheet.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// One line a row: "text | text"; "text{2x3}" reaches over two rows and three columns, "_" is a
// place without a cell of its own.
std::vector<std::string> rows_in(const PlainTable& table) {
  std::vector<std::vector<std::string>> texts(table.rows,
                                              std::vector<std::string>(table.cols, "_"));
  for (const PlainCell& cell : table.cells) {
    std::string text = cell.text;
    if (cell.row_span * cell.col_span > 1)
      text += "{" + std::to_string(cell.row_span) + "x" + std::to_string(cell.col_span) + "}";
    texts[cell.place.row][cell.place.col] = text;
  }
  std::vector<std::string> rows;
  for (const std::vector<std::string>& row : texts) {
    std::string& line = rows.emplace_back();
    for (const std::string& text : row) line += (line.empty() ? "" : " | ") + text;
  }
  return rows;
}

// Lines around and between rows and columns, as a spreadsheet draws them.
Rulings all_ruled(const std::vector<double>& xs, const std::vector<double>& ys) {
  Rulings rulings;
  for (const double y : ys) rulings.level.push_back({y, xs.front(), xs.back()});
  for (const double x : xs) rulings.upright.push_back({x, ys.front(), ys.back()});
  return rulings;
}

class PlainTablesTest : public ::testing::Test {
 protected:
  // Lines that reach over the page, as running text does.
  void put_prose(double y, int lines) {
    for (int i = 0; i < lines; ++i)
      sheet_.put(50, y + 12 * i,
                 "the quantity that was landed in all of the ports rose again by a lot");
  }
  void put_row(double y, const std::string& label, const std::vector<std::string>& figures) {
    sheet_.put(50, y, label);
    for (std::size_t i = 0; i < figures.size(); ++i)
      sheet_.put_right(220 + 60 * static_cast<double>(i), y, figures[i]);
  }
  std::vector<PlainTable> tables(const Rulings& rulings = {}) const {
    return tables_on(sheet_.pages().front(), rulings);
  }

  test::Sheet sheet_;
};

TEST_F(PlainTablesTest, RunningTextIsNone) {
  put_prose(100, 12);
  EXPECT_THAT(tables(), IsEmpty());
}

TEST_F(PlainTablesTest, BorderlessBetweenRunningText) {
  put_prose(60, 4);
  put_row(140, "", {"Herring", "Cod", "Hake"});
  put_row(152, "Vigo", {"120.5", "3.1", "77"});
  put_row(164, "Bergen", {"98.0", "-", "1,204"});
  put_row(176, "Peterhead", {"45.7", "12.9", "8"});
  put_prose(220, 4);
  const auto found = tables();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(rows_in(found[0]),
              ElementsAre("_ | Herring | Cod | Hake", "Vigo | 120.5 | 3.1 | 77",
                          "Bergen | 98.0 | - | 1,204", "Peterhead | 45.7 | 12.9 | 8"));
}

TEST_F(PlainTablesTest, LabelsThatWrapAndTheHeadsOfSeveralLines) {
  sheet_.put_right(220, 100, "Landed in");
  sheet_.put_right(220, 112, "2021 (kt)");
  sheet_.put_right(280, 112, "Share");
  put_row(130, "Vigo", {"120.5", "31%"});
  put_row(146, "Bergen and", {});
  put_row(158, "its fjords", {"98.0", "25%"});
  put_row(174, "Peterhead", {"45.7", "12%"});
  put_row(190, "Boulogne", {"40.0", "10%"});
  const auto found = tables();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(rows_in(found[0]),
              ElementsAre("_ | Landed in 2021 (kt) | Share", "Vigo | 120.5 | 31%",
                          "Bergen and its fjords | 98.0 | 25%", "Peterhead | 45.7 | 12%",
                          "Boulogne | 40.0 | 10%"));
}

TEST_F(PlainTablesTest, AHeadOverTwoColumnsSpansThem) {
  sheet_.put_centred(235, 100, "Landed fish");
  put_row(114, "", {"2020", "2021", "Boats"});
  put_row(128, "Vigo", {"120.5", "121.0", "31"});
  put_row(140, "Bergen", {"98.0", "99.5", "25"});
  put_row(152, "Peterhead", {"45.7", "44.1", "12"});
  const auto found = tables();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(rows_in(found[0])[0], "_ | Landed fish{1x2} | _ | _");
}

TEST_F(PlainTablesTest, RulingsPartRowsAndMergeCells) {
  // Two rows of a port share its name, whose two lines stand over the border between them.
  Rulings rulings = all_ruled({45, 120, 180, 240}, {100, 116, 146});
  rulings.level.push_back({131, 120, 240});
  sheet_.put(50, 103, "Port");
  sheet_.put(125, 103, "Fish");
  sheet_.put(185, 103, "Tonnes");
  sheet_.put(50, 119, "Bergen");
  sheet_.put(50, 133, "harbour");
  sheet_.put(125, 119, "Cod");
  sheet_.put_right(235, 119, "12");
  sheet_.put(125, 134, "Hake");
  sheet_.put_right(235, 134, "9");
  const auto found = tables(rulings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(rows_in(found[0]), ElementsAre("Port | Fish | Tonnes",
                                             "Bergen harbour{2x1} | Cod | 12", "_ | Hake | 9"));
}

TEST_F(PlainTablesTest, TwoFramesBesideOneAnother) {
  Rulings rulings = all_ruled({45, 120, 180}, {100, 116, 132});
  const Rulings second = all_ruled({245, 320, 380}, {100, 116, 132});
  rulings.level.insert(rulings.level.end(), second.level.begin(), second.level.end());
  rulings.upright.insert(rulings.upright.end(), second.upright.begin(), second.upright.end());
  for (const double x : {50.0, 250.0}) {
    sheet_.put(x, 103, "Vigo");
    sheet_.put(x, 119, "Bergen");
    sheet_.put_right(x + 125, 103, "12");
    sheet_.put_right(x + 125, 119, "9");
  }
  const auto found = tables(rulings);
  ASSERT_THAT(found, SizeIs(2));
  for (const PlainTable& table : found)
    EXPECT_THAT(rows_in(table), ElementsAre("Vigo | 12", "Bergen | 9"));
}

TEST_F(PlainTablesTest, TheScaleOfAChartIsNone) {
  Rulings rulings;
  rulings.upright = {{90, 100, 200}, {300, 100, 200}};
  for (int i = 0; i <= 5; ++i) {
    const double y = 100 + 20 * i;
    rulings.level.push_back({y, 90, 300});
    sheet_.put_right(88, y - 5, std::to_string(100 - 20 * i));
  }
  for (int i = 0; i < 5; ++i) sheet_.put(95 + 40 * i, 205, std::to_string(2001 + i));
  EXPECT_THAT(tables(rulings), IsEmpty());
}

TEST_F(PlainTablesTest, AListOfPointsIsNone) {
  for (int i = 0; i < 6; ++i) {
    sheet_.put(50, 100 + 14 * i, std::to_string(i + 1) + ".");
    sheet_.put(80, 100 + 14 * i, "what is to be done about the landing of fish");
  }
  EXPECT_THAT(tables(), IsEmpty());
}

TEST(ReadPlainTables, AReportsTablesAreFoundWithoutItsFamily) {
  const PlainTables found =
      read_plain_tables(test::read_file(test::sample("beijing-goods-2024-05.pdf")), "may.pdf");
  ASSERT_FALSE(found.error);
  EXPECT_GE(found.tables.size(), 5U);
  std::size_t cells = 0;
  for (const PlainTable& table : found.tables) cells += table.cells.size();
  EXPECT_GT(cells, 300U);
}

TEST(ReadPlainTables, WhatIsNoDocumentIsSaid) {
  EXPECT_EQ(read_plain_tables("", "a.pdf").error->code, ReadError::Code::empty);
  EXPECT_EQ(read_plain_tables("%PDF-1.4 cut off", "a.pdf").error->code, ReadError::Code::damaged);
  EXPECT_EQ(read_plain_tables("a,\xFF\n", "a.csv").error->code, ReadError::Code::not_utf8);
}

}  // namespace
}  // namespace tradereport::parser
