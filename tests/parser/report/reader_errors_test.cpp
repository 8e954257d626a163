// What cannot be read is one typed error; nothing crashes, nothing passes in silence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "parser/reader.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::may_2024_text;
using test::quoted;
using test::read_file;
using test::reader;
using test::replaced;
using test::sample;
using test::Scratch;
using ::testing::AnyOf;

std::string code(std::string_view bytes) {
  const ReadResult result = reader().read(bytes, "file");
  EXPECT_NE(result.report.has_value(), result.error.has_value());
  if (!result.error) return "report";
  EXPECT_EQ(result.error->file, "file");
  return std::string(to_string(result.error->code));
}

const std::string& pdf() {
  static const std::string bytes = read_file(sample("beijing-goods-2024-05.pdf"));
  return bytes;
}

TEST(ReaderErrors, Empty) {
  EXPECT_EQ(code(""), "empty");
  EXPECT_EQ(code("\n\n \t\n"), "empty");
  EXPECT_EQ(code("\xEF\xBB\xBF"), "empty");
  EXPECT_EQ(code("\f\f"), "empty");
}

TEST(ReaderErrors, Binary) {
  EXPECT_EQ(code(std::string("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16)), "not_a_report");
  EXPECT_EQ(code(std::string("PK\x03\x04\x14\0\x06\0", 8)), "not_a_report");
  EXPECT_EQ(
      code(may_2024_text().substr(0, 300) + std::string(1, '\0') + may_2024_text().substr(300)),
      "not_a_report");
  // UTF-16, as spreadsheets save it.
  EXPECT_EQ(code(std::string("\xFF\xFE\x31\0\x32\0\x0A\0", 8)), "not_a_report");
}

TEST(ReaderErrors, NotUtf8) {
  EXPECT_EQ(code("\xB1\xB1\xBE\xA9\xCA\xD0\xBB\xF5\xCE\xEF\xC3\xB3\xD2\xD7"), "not_utf8");
  EXPECT_EQ(code(may_2024_text() + "\xFF"), "not_utf8");
  EXPECT_EQ(code(may_2024_text().substr(0, 20000) + "\xE5\x8C"), "not_utf8");
  EXPECT_EQ(code("\xED\xA0\x80"), "not_utf8");      // a surrogate
  EXPECT_EQ(code("\xC0\xAF"), "not_utf8");          // overlong
  EXPECT_EQ(code("\xF4\x90\x80\x80"), "not_utf8");  // beyond Unicode
}

TEST(ReaderErrors, NulBytesAnywhere) {
  std::string late = may_2024_text();
  late.insert(late.find_last_of('\n'), 1, '\0');
  EXPECT_THAT(code(late), AnyOf("not_a_report", "report"));
}

TEST(ReaderErrors, UnknownFamilySaysWhatWasTried) {
  const ReadResult result = reader().read("Minutes of the meeting, 3 May 2024\n", "minutes.txt");
  ASSERT_TRUE(result.error);
  EXPECT_EQ(result.error->code, ReadError::Code::unknown_family);
  ASSERT_EQ(result.error->tried.size(), reader().families().size());
  const ReadError::Tried& tried = result.error->tried[0];
  EXPECT_EQ(tried.family, "uibe-beijing-goods");
  // As the reports print it: neither the pattern nor the English title.
  EXPECT_THAT(tried.titles, ::testing::ElementsAre("北京市货物贸易月度监测报告"));
  EXPECT_THAT(tried.captions, ::testing::Contains("表2 分产品出口"));
  EXPECT_EQ(tried.found, 0);
  EXPECT_EQ(tried.needed, 2);
}

TEST(ReaderErrors, OneCaptionIsNotEnough) {
  const ReadResult result =
      reader().read("表 1：2024年5月北京市货物贸易进出口概况（亿美元）\n", "one.txt");
  ASSERT_TRUE(result.error);
  ASSERT_FALSE(result.error->tried.empty());
  EXPECT_EQ(result.error->tried[0].found, 1);
}

TEST(ReaderErrors, NoPeriod) {
  EXPECT_EQ(code("北京市货物贸易月度监测报告\n出口74.7亿美元。\n"), "no_period");
  std::string timeless = replaced(replaced(may_2024_text(), "2024年", ""), "2023年", "");
  EXPECT_EQ(code(timeless), "no_period");
}

TEST(ReaderErrors, NothingReadIsNoReport) {
  EXPECT_EQ(code("北京市货物贸易月度监测报告\n（2024年5月）\n本期数据另行公布。\n"),
            "nothing_read");
}

// The codes of the characters stand for others, whatever the producer: digits may be digits still.
TEST(ReaderErrors, FontsWithoutAMapToUnicode) {
  const Scratch scratch;
  const auto plain = scratch.path() / "plain.pdf";
  for (const char* const name :
       {"beijing-goods-2024-05.pdf", "docx-wording-2024-09.pdf", "pango-encrypted-2021-04.pdf",
        "odt-joint-2024-02.pdf", "xelatex-2022-06.pdf", "tourist-arrivals-2025-05.pdf"}) {
    ASSERT_TRUE(test::run("qpdf --qdf --object-streams=disable --decrypt " + quoted(sample(name)) +
                          " " + quoted(plain)));
    // The same length keeps the offsets right.
    EXPECT_EQ(code(replaced(read_file(plain), "/ToUnicode", "/ToNothing")), "undecodable") << name;
  }
}

TEST(ReaderErrors, Passwords) {
  const Scratch scratch;
  const auto out = scratch.path() / "locked.pdf";
  for (const char* bits : {"128 --use-aes=y", "256"}) {
    ASSERT_TRUE(test::run("qpdf --encrypt secret owner " + std::string(bits) + " -- " +
                          quoted(sample("beijing-goods-2024-05.pdf")) + " " + quoted(out)));
    EXPECT_EQ(code(read_file(out)), "encrypted") << bits;
  }
}

TEST(ReaderErrors, HeadersAlone) {
  EXPECT_EQ(code("%PDF-1.7\n"), "damaged");
  EXPECT_EQ(code("%PDF-1.7\n%%EOF\n"), "damaged");
  EXPECT_EQ(code("garbage %PDF-1.4 garbage"), "damaged");
}

TEST(ReaderErrors, PdfWithoutPagesOrText) {
  const Scratch scratch;
  const auto out = scratch.path() / "empty.pdf";
  ASSERT_TRUE(test::run("qpdf --empty " + quoted(out)));
  EXPECT_THAT(code(read_file(out)), AnyOf("damaged", "no_text"));
}

// A cut file is an error, or its report says what is missing: never a whole report.
TEST(ReaderErrors, TruncatedPdf) {
  for (std::size_t length = 1; length < pdf().size(); length += pdf().size() / 60) {
    const ReadResult result = reader().read(std::string_view(pdf()).substr(0, length), "cut.pdf");
    ASSERT_NE(result.report.has_value(), result.error.has_value()) << length;
    if (result.report && result.report->figures.size() + result.report->claims.size() < 322) {
      EXPECT_TRUE(!result.report->problems.empty() || result.report->unread() > 0) << length;
    }
  }
}

TEST(ReaderErrors, DamagedBytesInAPdf) {
  for (std::size_t at = 100; at < pdf().size(); at += pdf().size() / 40) {
    std::string damaged = pdf();
    for (std::size_t i = at; i < std::min(at + 40, damaged.size()); ++i) damaged[i] = 'x';
    const ReadResult result = reader().read(damaged, "damaged.pdf");
    ASSERT_NE(result.report.has_value(), result.error.has_value()) << at;
    if (result.report && result.report->figures.size() + result.report->claims.size() < 322) {
      EXPECT_TRUE(!result.report->problems.empty() || result.report->unread() > 0) << at;
    }
  }
}

TEST(ReaderErrors, TruncatedText) {
  for (std::size_t length = 1; length < may_2024_text().size(); length += 97) {
    const ReadResult result =
        reader().read(std::string_view(may_2024_text()).substr(0, length), "cut.txt");
    ASSERT_NE(result.report.has_value(), result.error.has_value()) << length;
    if (result.report && result.report->figures.size() < 226) {
      EXPECT_TRUE(!result.report->problems.empty() || result.report->unread() > 0) << length;
    }
  }
}

RC_GTEST_PROP(ReaderErrorsProperty, AnyBytesAreAReportOrAnError, ()) {
  const auto bytes = *rc::gen::arbitrary<std::string>();
  const ReadResult result = reader().read(bytes, "random");
  RC_ASSERT(result.report.has_value() != result.error.has_value());
}

// Lines of the report in any order, some lost, some doubled: no crash, all numerals accounted for.
RC_GTEST_PROP(ReaderErrorsProperty, AnyOrderOfLines, ()) {
  static const std::vector<std::string> lines = [] {
    std::vector<std::string> all;
    std::istringstream stream(may_2024_text());
    for (std::string line; std::getline(stream, line);) {
      if (!line.empty()) all.push_back(line);
    }
    return all;
  }();
  const auto picks = *rc::gen::container<std::vector<std::size_t>>(
      80, rc::gen::inRange<std::size_t>(0, lines.size()));
  std::string shuffled;
  for (const std::size_t pick : picks) shuffled += lines[pick] + "\n";
  const ReadResult result = reader().read(shuffled, "shuffled");
  RC_ASSERT(result.report.has_value() != result.error.has_value());
  if (!result.report) return;
  std::size_t cells = 0;
  std::size_t claims = 0;
  for (const Numeral& numeral : result.report->numerals) {
    if (numeral.use == NumeralUse::cell) ++cells;
    if (numeral.use == NumeralUse::claim) ++claims;
  }
  RC_ASSERT(cells == result.report->figures.size());
  RC_ASSERT(claims <= result.report->claims.size());  // "unchanged" has no numeral
}

}  // namespace
}  // namespace tradereport::parser
