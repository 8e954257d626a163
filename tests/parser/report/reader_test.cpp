// The real report, from PDF and from text, against the figures keyed by hand.
#include "parser/reader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "parser/pages/pdf_source.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::figure_lines;
using test::problem_lines;
using test::quoted;
using test::read;
using test::read_file;
using test::sample;
using test::Scratch;
using test::truth_lines;
using test::unread_numerals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kPdf = "beijing-goods-2024-05.pdf";
constexpr const char* kText = "beijing-goods-2024-05.txt";
constexpr const char* kTruth = "beijing-goods-2024-05";

void expect_truth(const Report& report, const std::string& what) {
  EXPECT_THAT(figure_lines(report), ::testing::ElementsAreArray(truth_lines(kTruth))) << what;
  EXPECT_THAT(unread_numerals(report), IsEmpty()) << what;
  EXPECT_THAT(problem_lines(report), IsEmpty()) << what;
  EXPECT_EQ(report.period.to_string(), "2024-05") << what;
  EXPECT_TRUE(report.has_month) << what;
  EXPECT_EQ(report.figures.size(), 226u) << what;
  EXPECT_EQ(report.claims.size(), 96u) << what;
}

TEST(Reader, Pdf) {
  const Report report = read(read_file(sample(kPdf)), "a.pdf");
  expect_truth(report, "PDF");
  EXPECT_EQ(report.file, "a.pdf");
  EXPECT_EQ(report.family, "uibe-beijing-goods");
  EXPECT_GT(report.pages, 3);
}

TEST(Reader, Text) {
  const Report report = read(read_file(sample(kText)), "a.txt");
  expect_truth(report, "text");
  for (const Figure& figure : report.figures) {
    EXPECT_TRUE(figure.source.boxes.empty());
    EXPECT_GT(figure.source.line, 0);
  }
}

TEST(Reader, TopLists) {
  for (const char* name : {kPdf, kText}) {
    std::vector<std::string> lists;
    for (const TopList& list : read(read_file(sample(name)), name).lists) {
      lists.push_back(fmt::format("{} {} {} {}", to_string(list.span), list.flow, list.announced,
                                  fmt::join(list.names, " ")));
    }
    EXPECT_THAT(
        lists,
        ElementsAre("month export 3 电子设备 矿产品 化学制品",
                    "ytd export 3 电子设备 矿产品 交通设备",
                    "month import 3 矿产品 金属石料制品 电子设备",
                    "ytd import 3 矿产品 金属石料制品 电子设备",
                    "month export 3 中国香港 美国 菲律宾", "ytd export 3 中国香港 新加坡 美国",
                    "month import 3 俄罗斯 美国 伊拉克", "ytd import 3 瑞士 美国 巴西"))
        << name;
  }
}

// Every numeral has exactly one use, and the uses of figures are as many as the figures.
TEST(Reader, NumeralsAreAccountedFor) {
  for (const char* name : {kPdf, kText}) {
    const Report report = read(read_file(sample(name)), name);
    const auto count = [&](NumeralUse use) {
      return std::count_if(report.numerals.begin(), report.numerals.end(),
                           [&](const Numeral& n) { return n.use == use; });
    };
    EXPECT_EQ(count(NumeralUse::cell), 226) << name;
    EXPECT_EQ(count(NumeralUse::claim), 96) << name;
    EXPECT_EQ(count(NumeralUse::unread), 0) << name;
    EXPECT_GE(count(NumeralUse::footnote_marker), 1) << name;
  }
}

void expect_boxes_on_pages(const std::string& bytes, const Report& report) {
  const PdfPages pdf = read_pdf(bytes);
  std::set<std::pair<int, std::string>> seen;
  const auto check = [&](const Figure& figure) {
    const Source& source = figure.source;
    ASSERT_GE(source.page, 1);
    ASSERT_LE(source.page, report.pages);
    ASSERT_FALSE(source.boxes.empty());
    // The characters whose centres lie in the boxes are the digits as printed, and the sign.
    std::string at_box;
    for (const Box& box : source.boxes) {
      EXPECT_GE(box.x0, 0);
      EXPECT_GE(box.y0, 0);
      EXPECT_LE(box.x1, 842);
      EXPECT_LE(box.y1, 842);
      EXPECT_LT(box.x0, box.x1);
      EXPECT_LT(box.y0, box.y1);
      for (const PdfWord& word : pdf.pages[static_cast<std::size_t>(source.page) - 1].words) {
        for (const PdfChar& c : word.chars) {
          const double x = (c.box.x0 + c.box.x1) / 2;
          const double y = (c.box.y0 + c.box.y1) / 2;
          if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) at_box += test::utf8(c.raw);
        }
      }
    }
    EXPECT_EQ(at_box, figure.printed) << figure.key.place << " " << figure.key.row;
    EXPECT_EQ(source.line_text.view().substr(source.begin, source.end - source.begin),
              figure.printed);
    const Box& box = source.boxes.front();
    seen.emplace(source.page, fmt::format("{:.1f} {:.1f}", box.x0, box.y0));
  };
  for (const Figure& figure : report.figures) check(figure);
  for (const Claim& claim : report.claims) check(claim);
  EXPECT_EQ(seen.size(), report.figures.size() + report.claims.size());  // no two at one place
}

TEST(Reader, BoxesHoldTheDigits) {
  const std::string bytes = read_file(sample(kPdf));
  expect_boxes_on_pages(bytes, read(bytes));
}

class PdfVariant : public ::testing::TestWithParam<const char*> {};

TEST_P(PdfVariant, GivesTheSameFigures) {
  const Scratch scratch;
  const auto out = scratch.path() / "variant.pdf";
  ASSERT_TRUE(test::run(std::string("qpdf ") + GetParam() + " " + quoted(sample(kPdf)) + " " +
                        quoted(out)));
  const std::string bytes = read_file(out);
  const Report report = read(bytes, GetParam());
  expect_truth(report, GetParam());
  expect_boxes_on_pages(bytes, report);
}

INSTANTIATE_TEST_SUITE_P(Qpdf, PdfVariant,
                         ::testing::Values("--linearize", "--object-streams=generate",
                                           "--object-streams=disable --stream-data=uncompress",
                                           "--qdf", "--encrypt '' owner 256 --",
                                           "--encrypt '' owner 128 --use-aes=y --", "--rotate=90",
                                           "--rotate=180", "--rotate=270", "--rotate=+180:2",
                                           "--rotate=+90:3"));

TEST(Reader, JunkBeforeTheHeaderOfAPdf) {
  expect_truth(read("junk before\n" + read_file(sample(kPdf))), "junk");
}

class Extraction : public ::testing::TestWithParam<const char*> {};

TEST_P(Extraction, GivesTheSameFigures) {
  const std::string text =
      test::output_of(std::string("pdftotext ") + GetParam() + " " + quoted(sample(kPdf)) + " -");
  ASSERT_FALSE(text.empty());
  expect_truth(read(text, GetParam()), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Pdftotext, Extraction,
                         ::testing::Values("-layout", "-raw", "", "-fixed 4", "-layout -nopgbrk",
                                           "-raw -eol dos"));

TEST(Reader, SeveralThreadsMayUseOne) {
  const std::string text = read_file(sample(kText));
  std::vector<std::vector<std::string>> results(4);
  {
    std::vector<std::thread> threads;
    for (auto& result : results) threads.emplace_back([&] { result = figure_lines(read(text)); });
    for (std::thread& thread : threads) thread.join();
  }
  for (const auto& result : results) EXPECT_EQ(result, truth_lines(kTruth));
}

}  // namespace
}  // namespace tradereport::parser
