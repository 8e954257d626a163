// Files that are damaged: read, and said to be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::problem_lines;
using test::quoted;
using test::read_file;
using test::reader;
using test::replaced;
using test::sample;
using ::testing::Contains;
using ::testing::Not;

// A sample with its streams in plain sight.
std::string plain(const char* name) {
  const test::Scratch scratch;
  const auto out = scratch.path() / "plain.pdf";
  EXPECT_TRUE(test::run("qpdf --qdf --object-streams=disable --decrypt " + quoted(sample(name)) +
                        " " + quoted(out)));
  return read_file(out);
}

// The n-th `from` replaced by as many bytes.
std::string spoilt(std::string text, std::string_view from, std::string_view to, int n) {
  std::size_t at = 0;
  for (int i = 0; i <= n && at != std::string::npos; ++i) at = text.find(from, i == 0 ? 0 : at + 1);
  EXPECT_NE(at, std::string::npos) << from;
  EXPECT_EQ(from.size(), to.size());
  return text.replace(at, from.size(), to);
}

// Wherever it was: no file that lost a part passes for whole.
TEST(Damaged, ALostChunk) {
  const std::string whole = read_file(sample("docx-wording-2024-09.pdf"));
  EXPECT_THAT(problem_lines(test::read(whole)), Not(Contains("damaged")));
  for (std::size_t at = 1000; at + 1000 < whole.size(); at += whole.size() / 12) {
    const ReadResult result =
        reader().read(whole.substr(0, at) + whole.substr(at + 300), "spoilt.pdf");
    if (!result.report) continue;
    EXPECT_TRUE(result.report->has_holes() ||
                test::figure_lines(*result.report) == test::figure_lines(test::read(whole)))
        << at;
  }
}

TEST(Damaged, AnUnknownOperatorIsSaid) {
  const std::string whole = plain("reportlab-2023-05.pdf");
  EXPECT_THAT(problem_lines(test::read(spoilt(whole, " Tf", " Zq", 4))), Contains("damaged"));
}

// Trailing bytes, as mail and servers add them, and fonts that are not quite right harm no text.
TEST(Damaged, HarmlessOdditiesAreNot) {
  const std::string whole = read_file(sample("beijing-goods-2024-05.pdf"));
  EXPECT_THAT(problem_lines(test::read(whole + std::string(3000, 'x'))), Not(Contains("damaged")));
  const std::string fonts = plain("docx-wording-2024-09.pdf");
  EXPECT_THAT(problem_lines(test::read(replaced(fonts, "/FontBBox", "/FontBBxx"))),
              Not(Contains("damaged")));
}

}  // namespace
}  // namespace tradereport::parser
