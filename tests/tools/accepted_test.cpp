// tradereport.toml beside the reports: what people have accepted, and how strict a check is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/tools/run_program.h"
#include "tools/cli/settings.h"

namespace tradereport::tools::test {
namespace {

using ::testing::HasSubstr;

class Accepted : public ::testing::Test {
 protected:
  void SetUp() override {
    text_ = read_file(sample("beijing-goods-2024-05.txt"));
    scratch_.write("drafts/may.txt", text_);
  }

  Outcome run(const std::string& args, const std::string& environment = "") const {
    return run_program(args, scratch_.path(), environment);
  }

  // The draft with another figure in place of the wrong one.
  void print_instead(const std::string& percent) const {
    std::string text = text_;
    text.replace(text.find("-24.3%"), 6, percent);
    scratch_.write("drafts/may.txt", text);
  }

  ScratchFolder scratch_;
  std::string text_;
};

TEST_F(Accepted, AFindingIsNoneAnyMoreUntilAnotherFigureIsPrinted) {
  EXPECT_EQ(run("check drafts").status, 1);
  const Outcome accept = run("check --accept drafts");
  EXPECT_EQ(accept.status, 0) << accept.err;
  EXPECT_THAT(accept.out, HasSubstr("error M01"));  // it is shown once more
  EXPECT_THAT(scratch_.read("drafts/tradereport.toml"), HasSubstr("printed = \"-24.3\""));
  const Outcome accepted = run("check drafts");
  EXPECT_EQ(accepted.status, 0) << accepted.out;
  EXPECT_THAT(accepted.out, HasSubstr("no findings, 1 accepted"));
  EXPECT_EQ(nlohmann::json::parse(run("check drafts --format json").out)["reports"][0]["findings"],
            nlohmann::json::array());
  // The same report in another form.
  std::filesystem::copy_file(sample("beijing-goods-2024-05.pdf"),
                             scratch_.path() / "drafts/again.pdf");
  EXPECT_EQ(run("check drafts/again.pdf").status, 0);
  print_instead("-24.4%");
  EXPECT_EQ(run("check drafts/may.txt").status, 1);
}

TEST_F(Accepted, AnEntryThatMatchesNothingIsAWarning) {
  run("check --accept drafts");
  print_instead("11.0%");
  const Outcome outcome = run("check drafts");
  EXPECT_EQ(outcome.status, 0) << outcome.out;
  EXPECT_THAT(outcome.err, HasSubstr("drafts/tradereport.toml:2: "));
  EXPECT_THAT(outcome.out, HasSubstr("1 warning"));
  EXPECT_EQ(run("check --fail-on warning drafts").status, 1);
  // Of a report that was not looked at nothing is said.
  std::filesystem::copy_file(sample("tourist-arrivals-2025-05.pdf"),
                             scratch_.path() / "drafts/other.pdf");
  EXPECT_EQ(run("check --allow-unchecked --fail-on never drafts/other.pdf").err, "");
}

TEST_F(Accepted, AcceptingTwiceAddsNothing) {
  run("check --accept drafts");
  const std::string first = scratch_.read("drafts/tradereport.toml");
  scratch_.write("drafts/tradereport.toml", "# ours\nstrict = true\n" + first);
  EXPECT_EQ(run("check --accept drafts").status, 0);
  EXPECT_EQ(scratch_.read("drafts/tradereport.toml"), "# ours\nstrict = true\n" + first);
}

TEST_F(Accepted, SettingsThatAreNotUnderstoodStopTheRun) {
  for (const char* const settings :
       {"fail-om = \"warning\"", "fail-on = \"sometimes\"", "strict = 1",
        "[[accepted]]\nrule = \"M01\"", "[[accepted]]\nfingerprint = \"1\"\nwhy = \"so\"",
        "accepted = 1", "fail-on ="}) {
    scratch_.write("drafts/tradereport.toml", settings);
    const Outcome outcome = run("check drafts");
    EXPECT_EQ(outcome.status, 2) << settings;
    EXPECT_TRUE(outcome.err.starts_with("drafts/tradereport.toml:")) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
}

TEST_F(Accepted, SettingsHoldUnlessTheCommandLineSaysOtherwise) {
  scratch_.write("drafts/tradereport.toml", "fail-on = \"never\"\n");
  EXPECT_EQ(run("check drafts").status, 0);
  EXPECT_EQ(run("check drafts --fail-on error").status, 1);
}

TEST(SettingsFile, AnEntryIsReadAsItWasWritten) {
  const AcceptedFinding entry{
      "0123456789abcdef", "f 2024-05", "M01", "a \"b\" \\ c", "1\n2", "", 0};
  const SettingsLoad load = load_settings(accepted_entry(entry), "t.toml");
  ASSERT_TRUE(load.settings) << load.errors.front();
  ASSERT_EQ(load.settings->accepted.size(), 1U);
  EXPECT_EQ(load.settings->accepted[0].figure, entry.figure);
  EXPECT_EQ(load.settings->accepted[0].printed, entry.printed);
  EXPECT_EQ(load.settings->accepted[0].line, 2);
}

TEST_F(Accepted, StrictCountsWarningsAndUnreadNumerals) {
  print_instead("11.0%");
  EXPECT_EQ(run("check --strict drafts").status, 0);
  std::string text = text_;
  text.replace(text.find("-24.3%"), 6, "11.0%");
  scratch_.write("drafts/may.txt", text + "\n另有 12.5 待核。\n");
  EXPECT_EQ(run("check drafts").status, 0);
  EXPECT_EQ(run("check --strict drafts").status, 1);
  scratch_.write("drafts/tradereport.toml", "strict = true\n");
  const Outcome outcome = run("check drafts --format junit");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out, HasSubstr("failures=\"1\""));  // the same as the status says
}

TEST_F(Accepted, QuietNamesOnlyReportsWithFindings) {
  std::filesystem::copy_file(sample("pango-watermark-2023-03.pdf"),
                             scratch_.path() / "drafts/clean.pdf");
  const Outcome outcome = run("check --quiet drafts/clean.pdf");
  EXPECT_EQ(outcome.out, "no findings\n");
  const Outcome both = run("check --quiet --statistics drafts");
  EXPECT_EQ(both.out.find("clean.pdf: Beijing"), std::string::npos) << both.out;
  EXPECT_THAT(both.out, HasSubstr("     1  M01\n"));
}

TEST_F(Accepted, ColourCanBeForced) {
  EXPECT_EQ(run("check drafts", "NO_COLOR= CLICOLOR_FORCE=0").out.find('\x1B'), std::string::npos);
  EXPECT_NE(run("check drafts", "NO_COLOR= CLICOLOR_FORCE=1").out.find('\x1B'), std::string::npos);
  EXPECT_EQ(run("check drafts", "CLICOLOR_FORCE=1").out.find('\x1B'), std::string::npos);
}

TEST_F(Accepted, AReaderThatGoesIsNoError) {
  const Outcome outcome = run("drafts/may.txt drafts/may.txt --format json --proof | true");
  EXPECT_EQ(outcome.err, "");
}

}  // namespace
}  // namespace tradereport::tools::test
