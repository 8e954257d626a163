// Inputs that cannot be read: exit status 2, one clear line each, and the others still processed.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

class BadInput : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::copy_file(sample("beijing-goods-2024-05.txt"), scratch_.path() / "good.txt");
  }

  // Checks the bad input alone and together with a good one.
  void expect_one_line(const std::string& name, const std::string& code) {
    const Outcome alone = run_program("check '" + name + "'", scratch_.path());
    EXPECT_EQ(alone.status, 2) << name;
    EXPECT_EQ(alone.error_lines(), 1U) << alone.err;
    EXPECT_TRUE(alone.err.starts_with(name + ": ")) << alone.err;
    EXPECT_EQ(alone.err.find("read."), std::string::npos) << alone.err;
    EXPECT_EQ(alone.out, "");

    const Outcome both =
        run_program("check --format json '" + name + "' good.txt", scratch_.path());
    EXPECT_EQ(both.status, 2) << name;
    EXPECT_EQ(both.error_lines(), 1U) << both.err;
    const auto json = nlohmann::json::parse(both.out);
    ASSERT_EQ(json["reports"].size(), 1U) << name;
    EXPECT_EQ(json["reports"][0]["file"], "good.txt");
    ASSERT_EQ(json["errors"].size(), 1U) << name;
    EXPECT_EQ(json["errors"][0]["file"], name);
    EXPECT_EQ(json["errors"][0]["code"], code);

    const Outcome chinese = run_program("check --lang zh '" + name + "'", scratch_.path());
    EXPECT_EQ(chinese.status, 2);
    EXPECT_EQ(chinese.error_lines(), 1U) << chinese.err;
    EXPECT_NE(chinese.err, alone.err);
  }

  ScratchFolder scratch_;
};

TEST_F(BadInput, MissingFile) {
  expect_one_line("nowhere.pdf", "missing");
}

TEST_F(BadInput, EmptyFile) {
  scratch_.write("empty.pdf", "");
  expect_one_line("empty.pdf", "empty");
}

TEST_F(BadInput, Garbage) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 7919) % 251);
  scratch_.write("garbage.pdf", bytes);
  expect_one_line("garbage.pdf", "not_a_report");
}

TEST_F(BadInput, TruncatedPdf) {
  const std::string pdf = read_file(sample("beijing-goods-2024-05.pdf"));
  scratch_.write("cut.pdf", pdf.substr(0, 2000));
  expect_one_line("cut.pdf", "damaged");
}

TEST_F(BadInput, PdfHeaderAlone) {
  scratch_.write("header.pdf", "%PDF-1.7\n");
  expect_one_line("header.pdf", "damaged");
}

TEST_F(BadInput, PasswordProtectedPdf) {
  const std::string command = "qpdf --encrypt secret secret 256 -- '" +
                              sample("beijing-goods-2024-05.pdf").string() + "' '" +
                              (scratch_.path() / "locked.pdf").string() + "'";
  ASSERT_EQ(std::system(command.c_str()), 0);
  expect_one_line("locked.pdf", "encrypted");
}

// A page of drawings, as a scan is: the objects stand without a cross-reference table, which
// Poppler builds itself.
constexpr const char* kDrawnPage = R"(%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<<>>>> endobj
4 0 obj <</Length 21>> stream
100 100 99 99 re f   
endstream endobj
trailer <</Root 1 0 R>>
)";

TEST_F(BadInput, DrawnPage) {
  scratch_.write("scan.pdf", kDrawnPage);
  expect_one_line("scan.pdf", "no_text");
}

TEST_F(BadInput, DrawnPageIsNotCheckedEvenWhereThatIsAllowed) {
  scratch_.write("scan.pdf", kDrawnPage);
  const Outcome check =
      run_program("check --fail-on never --allow-unchecked scan.pdf good.txt", scratch_.path());
  EXPECT_EQ(check.status, 0);
  EXPECT_TRUE(check.err.starts_with("scan.pdf: ")) << check.err;
  EXPECT_NE(check.out.find("1 file was not checked"), std::string::npos) << check.out;
  const Outcome convert =
      run_program("convert --allow-unchecked -o data scan.pdf good.txt", scratch_.path());
  EXPECT_EQ(convert.status, 0);
  EXPECT_TRUE(convert.err.starts_with("scan.pdf: ")) << convert.err;
  scratch_.write("empty.pdf", "");
  EXPECT_EQ(run_program("check --allow-unchecked empty.pdf", scratch_.path()).status, 2);
}

TEST_F(BadInput, FolderWithoutReports) {
  scratch_.write("folder/readme.md", "nothing");
  expect_one_line("folder", "no_reports");
}

TEST_F(BadInput, TextInAnotherEncoding) {
  scratch_.write("gbk.txt", "\xB1\xB1\xBE\xA9\xCA\xD0\xBB\xF5\xCE\xEF\xC3\xB3\xD2\xD7\n");
  expect_one_line("gbk.txt", "not_utf8");
}

TEST_F(BadInput, UnknownFamily) {
  scratch_.write("other.txt", "Minutes of the meeting, 3 May 2024\n");
  expect_one_line("other.txt", "unknown_family");
}

TEST_F(BadInput, NoPermission) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  scratch_.write("secret.txt", "x");
  fs::permissions(scratch_.path() / "secret.txt", fs::perms::none);
  expect_one_line("secret.txt", "no_permission");
}

TEST_F(BadInput, ConvertWritesTheGoodOnes) {
  scratch_.write("bad.pdf", "");
  const Outcome outcome = run_program("convert bad.pdf good.txt -o data", scratch_.path());
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(outcome.err.starts_with("bad.pdf: ")) << outcome.err;
  EXPECT_TRUE(fs::exists(scratch_.path() / "data/figures.csv"));
}

TEST_F(BadInput, ConvertWritesNothingIfNothingCouldBeRead) {
  scratch_.write("bad.pdf", "");
  const Outcome outcome = run_program("convert bad.pdf -o data", scratch_.path());
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.error_lines(), 1U) << outcome.err;
  EXPECT_FALSE(fs::exists(scratch_.path() / "data"));
}

TEST_F(BadInput, FamilyFileWithMistakes) {
  scratch_.write("family.toml", "format = 1\nid = 5\nnonsense = 1\n");
  const Outcome outcome = run_program("families check family.toml", scratch_.path());
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("family.toml:2: id: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("family.toml:3: nonsense: "), std::string::npos) << outcome.err;
  EXPECT_EQ(run_program("check --family family.toml good.txt", scratch_.path()).status, 2);
}

TEST_F(BadInput, MistakesInAFamilyFileHaveTheirLine) {
  std::string text =
      read_file(fs::path(kSourceFolder) / "schemas/families/lk-tourism-arrivals.toml");
  const std::size_t at = text.find("caption = 'Table 2") + std::string("caption = '").size();
  text.insert(at, "(");
  const auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  scratch_.write("family.toml", text);
  const Outcome outcome = run_program("families check family.toml", scratch_.path());
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("family.toml:" + std::to_string(line) + ": table 'table2'.caption: "),
            std::string::npos)
      << outcome.err;
}

}  // namespace
}  // namespace tradereport::tools::test
