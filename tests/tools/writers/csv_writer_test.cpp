#include "tools/writers/csv_writer.h"

#include <gtest/gtest.h>

#include "tools/writers/encoding.h"

namespace tradereport::tools {
namespace {

TEST(CsvQuote, OnlyWhereNeeded) {
  EXPECT_EQ(quote("plain"), "plain");
  EXPECT_EQ(quote(""), "");
  EXPECT_EQ(quote(" blank "), " blank ");
  EXPECT_EQ(quote("a,b"), "\"a,b\"");
  EXPECT_EQ(quote("say \"x\""), "\"say \"\"x\"\"\"");
  EXPECT_EQ(quote("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(quote("two\rlines"), "\"two\rlines\"");
}

TEST(CsvGuard, FormulasGetAnApostrophe) {
  for (const char* const text : {"=1+1", "+a", "-a", "@x", "\tx", "\rx", "\nx", "＝1", "＋a", "－a",
                                 "＠x", "-1+1", "-", "=", "--1", "-1.", "+1|cmd"})
    EXPECT_EQ(guard_formula(text), std::string("'") + text);
}

TEST(CsvGuard, NumbersAndOtherTextStay) {
  for (const char* const text : {"-1.6", "+3", "－1.6", "－１.６", "-1,845.4", "-24.3%", "−5.1", "",
                                 "a=b", "1-5", "'x", "462.1", "农产品"})
    EXPECT_EQ(guard_formula(text), text);
}

TEST(CsvText, CrLfAndHeader) {
  const DataTable table{
      "t",
      {},
      {{"a", ColumnKind::text, "", "", {}, {}}, {"b", ColumnKind::number, "", "", {}, {}}},
      {{"=x,y", "-1.0"}, {"", ""}}};
  EXPECT_EQ(csv_text(table), "a,b\r\n\"'=x,y\",-1.0\r\n,\r\n");
}

TEST(Encode, ByteOrderMarkOnlyWhereAsked) {
  EXPECT_EQ(encode("农", Encoding::utf8), "农");
  EXPECT_EQ(encode("农", Encoding::utf8_bom), "\xEF\xBB\xBF农");
}

TEST(Encode, Gb18030) {
  EXPECT_EQ(encode("农a", Encoding::gb18030),
            "\xC5\xA9"
            "a");
  // Outside the two-byte part: U+20000, four bytes.
  EXPECT_EQ(encode("\xF0\xA0\x80\x80", Encoding::gb18030), "\x95\x32\x82\x36");
}

TEST(Encode, BytesThatAreNoUtf8BecomeReplacementCharacters) {
  EXPECT_EQ(encode("a\xFF", Encoding::utf8), "a\xEF\xBF\xBD");
}

TEST(EncodingFrom, Names) {
  EXPECT_EQ(encoding_from("utf-8"), Encoding::utf8);
  EXPECT_EQ(encoding_from("utf-8-bom"), Encoding::utf8_bom);
  EXPECT_EQ(encoding_from("gb18030"), Encoding::gb18030);
}

}  // namespace
}  // namespace tradereport::tools
