// No text from outside moves the cursor, colours the terminal or shows itself backwards.
#include "tools/terminal/safe_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/tools/run_program.h"
#include "tools/terminal/display_width.h"

namespace tradereport::tools {
namespace {

using test::Outcome;
using test::run_program;

// An escape sequence, one of a single byte, a bell, a title, a reordering, a hidden tag, a line.
constexpr const char* kNasty =
    "a\x1b[2J\x1b[31mred\xC2\x9B"
    "5m\a\x1b]0;own\a\u202Etxt.\u2066\U000E0041\nb";

bool is_harmless(const std::string& text) {
  for (const char* const bad : {"\x1b", "\xC2\x9B", "\a", "\u202E", "\u2066", "\U000E0041", "\r"})
    if (text.find(bad) != std::string::npos) return false;
  return true;
}

TEST(SafeText, KeepsLinesColoursAndOrdinaryText) {
  EXPECT_EQ(safe_text("a\tb\n\x1b[1;31m红\x1b[0m “x” é"), "a\tb\n\x1b[1;31m红\x1b[0m “x” é");
  EXPECT_EQ(safe_text("a\x1b[2Jb\rc\x7F"), "a [2Jb c ");
  EXPECT_EQ(safe_text("a\u202Eb\xFF\x9B"), "a\uFFFDb\uFFFD\uFFFD");
}

TEST(SafeText, OneLineTakesColoursAsWell) {
  EXPECT_TRUE(is_harmless(one_line(kNasty)));
  EXPECT_EQ(one_line("\x1b[31mred\n\u200Fx"), " [31mred \uFFFDx");
}

TEST(SafeText, JsonKeepsItsData) {
  const nlohmann::json json = {{"file", std::string(kNasty) + "\x7F"}};
  const std::string text = safe_json(json.dump(2));
  EXPECT_TRUE(is_harmless(text)) << text;
  EXPECT_EQ(text.find('\x7F'), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(text), json);
}

class Nasty : public ::testing::Test {
 protected:
  void expect_harmless(const std::string& args) const {
    const Outcome outcome = run_program(args, scratch_.path());
    EXPECT_TRUE(is_harmless(outcome.out)) << args << "\n" << outcome.out;
    EXPECT_TRUE(is_harmless(outcome.err)) << args << "\n" << outcome.err;
    EXPECT_FALSE(outcome.out.empty() && outcome.err.empty()) << args;
  }

  std::string quoted(const std::string& end = "") const { return "'" + (kNasty + end) + "'"; }

  test::ScratchFolder scratch_;
};

TEST_F(Nasty, FileNamesInEveryCommand) {
  const std::string report = test::read_file(test::sample("beijing-goods-2024-05.txt"));
  scratch_.write(std::string("in/") + kNasty + ".txt", report);
  scratch_.write(std::string("in/") + kNasty + "2.txt", report);
  scratch_.write(std::string("in/") + kNasty + ".doc", "");
  scratch_.write("good.txt", report);
  for (const std::string& command :
       {std::string("check in"), std::string("check --format json in"), "check " + quoted(),
        "check good.txt --format " + quoted(), "check --family " + quoted() + " good.txt",
        "check --jobs " + quoted() + " good.txt", "check --" + quoted() + " good.txt",
        quoted() + " good.txt", "explain " + quoted(), "families check " + quoted(),
        "families try " + quoted() + " good.txt", "convert in -o " + quoted(),
        "convert in -o good.txt/" + quoted(), "convert in --license " + quoted(),
        "convert --format json in -o j" + quoted(), "families " + quoted()}) {
    expect_harmless(command);
    expect_harmless(command + " --lang zh");
  }
}

TEST_F(Nasty, FamiliesInEveryError) {
  const std::string nasty = "a\\u001b[31mred\\u202e\\u0007b";
  scratch_.write("key.toml", "[family]\nid = \"x\"\n\"" + nasty + "\" = 1\n");
  scratch_.write("id.toml", "[family]\nid = \"" + nasty + "\"\ntitle.en = \"" + nasty + "\"\n[[" +
                                "\"" + nasty + "\"]]\nname = \"" + nasty + "\"\n");
  scratch_.write("broken.toml", std::string("id = ") + kNasty);
  scratch_.write("good.txt", "text");
  for (const char* const file : {"key.toml", "id.toml", "broken.toml"}) {
    expect_harmless(std::string("families check ") + file);
    expect_harmless(std::string("check --family ") + file + " good.txt");
    expect_harmless(std::string("families try ") + file + " good.txt");
  }
}

TEST_F(Nasty, DocumentsInTextAndJson) {
  std::string report = test::read_file(test::sample("beijing-goods-2024-05.txt"));
  for (std::size_t at = report.find("24.3%"); at != std::string::npos;
       at = report.find("24.3%", at + 40))
    report.insert(at + 5, "\x1b[31m\u202E\xC2\x9B\a");
  scratch_.write("may.txt", report);
  for (const char* const args : {"check may.txt", "check --proof may.txt",
                                 "check --format json may.txt", "convert -o out may.txt"})
    expect_harmless(args);
}

}  // namespace
}  // namespace tradereport::tools
