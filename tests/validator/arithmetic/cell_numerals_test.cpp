#include "validator/arithmetic/cell_numerals.h"

#include <gtest/gtest.h>

#include <string>

namespace tradereport::validator {
namespace {

std::string read_back(std::string_view text, bool decimal_comma = false) {
  const CellNumeral cell = read_cell(text, decimal_comma);
  switch (cell.content) {
    case CellContent::blank:
      return "blank";
    case CellContent::text:
      return "text";
    case CellContent::dash:
      return "dash";
    case CellContent::figure:
      return cell.value.to_string() + (cell.percent ? "%" : "");
  }
  return "";
}

TEST(CellNumerals, Separators) {
  EXPECT_EQ(read_back("1,234,567"), "1234567");
  EXPECT_EQ(read_back("18 080"), "18080");
  EXPECT_EQ(read_back("18\u00a0080"), "18080");
  EXPECT_EQ(read_back("1'234.5"), "1234.5");
  EXPECT_EQ(read_back("1.234.567,89", true), "1234567.89");
  EXPECT_EQ(read_back("12,5", true), "12.5");
  EXPECT_EQ(read_back("1,23,4"), "text");
  EXPECT_EQ(read_back("1,212,00"), "text");
}

TEST(CellNumerals, SignsAndMarks) {
  EXPECT_EQ(read_back("(1,234.5)"), "-1234.5");
  EXPECT_EQ(read_back("\u22127.0"), "-7.0");
  EXPECT_EQ(read_back("12.5 %"), "12.5%");
  EXPECT_EQ(read_back("$ 9.99"), "9.99");
  EXPECT_EQ(read_back("12*"), "12");
  EXPECT_EQ(read_back("345 (1)"), "345");
  EXPECT_EQ(read_back("(3)"), "-3");
}

TEST(CellNumerals, NoFigures) {
  EXPECT_EQ(read_back(""), "blank");
  EXPECT_EQ(read_back("  "), "blank");
  EXPECT_EQ(read_back("-"), "dash");
  EXPECT_EQ(read_back("\u2013"), "dash");
  EXPECT_EQ(read_back(".."), "dash");
  EXPECT_EQ(read_back("1999-2000"), "text");
  EXPECT_EQ(read_back("3rd"), "text");
  EXPECT_EQ(read_back("n/a"), "text");
  EXPECT_EQ(read_back("12345678901234567890"), "text");
}

TEST(CellNumerals, TheTableShowsItsDecimalMark) {
  EXPECT_TRUE(has_decimal_comma({"12,5", "1.234,0", "17,25"}));
  EXPECT_FALSE(has_decimal_comma({"12.5", "1,234.0", "1,234"}));
  EXPECT_FALSE(has_decimal_comma({"1,234", "5,678"}));
  EXPECT_FALSE(has_decimal_comma({"1,234,567", "5,6"}));
}

}  // namespace
}  // namespace tradereport::validator
