#include "parser/plain_tables/delimited_text.h"

#include <gtest/gtest.h>

#include <string>

namespace tradereport::parser {
namespace {

// "row,col text; …"
std::string cells_in(const PlainTable& table) {
  std::string out = std::to_string(table.rows) + "x" + std::to_string(table.cols);
  for (const PlainCell& cell : table.cells)
    out += "; " + std::to_string(cell.place.row) + "," + std::to_string(cell.place.col) + " " +
           cell.text;
  return out;
}

TEST(DelimitedText, Rfc4180) {
  EXPECT_EQ(cells_in(delimited_table("a,b\r\n1,2\r\n")), "2x2; 0,0 a; 0,1 b; 1,0 1; 1,1 2");
  EXPECT_EQ(cells_in(delimited_table("\"1,234\",\"say \"\"no\"\"\"\n,x")),
            "2x2; 0,0 1,234; 0,1 say \"no\"; 1,1 x");
  EXPECT_EQ(cells_in(delimited_table("\"two\nlines\",b\n")), "1x2; 0,0 two lines; 0,1 b");
}

TEST(DelimitedText, BlankLinesAreRows) {
  EXPECT_EQ(cells_in(delimited_table("a,b\n\n1,2\n")), "3x2; 0,0 a; 0,1 b; 2,0 1; 2,1 2");
}

TEST(DelimitedText, SemicolonsAndTabsWhereEachLineHasAsMany) {
  EXPECT_EQ(cells_in(delimited_table("a;b\n1,5;2,5\n")), "2x2; 0,0 a; 0,1 b; 1,0 1,5; 1,1 2,5");
  EXPECT_EQ(cells_in(delimited_table("a\tb\n1\t2\n")), "2x2; 0,0 a; 0,1 b; 1,0 1; 1,1 2");
  EXPECT_EQ(cells_in(delimited_table("a;c,b\n1,2\n")), "2x2; 0,0 a;c; 0,1 b; 1,0 1; 1,1 2");
}

TEST(DelimitedText, AByteOrderMarkIsNoText) {
  EXPECT_EQ(cells_in(delimited_table("\xEF\xBB\xBF"
                                     "a,b\n")),
            "1x2; 0,0 a; 0,1 b");
  EXPECT_EQ(cells_in(delimited_table("")), "0x0");
}

TEST(DelimitedText, AQuoteThatIsNeverClosedTakesTheRest) {
  EXPECT_EQ(cells_in(delimited_table("a,\"b\nc,d\n")), "1x2; 0,0 a; 0,1 b c,d");
}

}  // namespace
}  // namespace tradereport::parser
