// The program as a whole: streams, folders, exit statuses.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

const std::string kText = "'" + sample("beijing-goods-2024-05.txt").string() + "'";

class Program : public ::testing::Test {
 protected:
  Outcome run(const std::string& args) const { return run_program(args, scratch_.path()); }
  nlohmann::json check(const std::string& args) const {
    return nlohmann::json::parse(run("check --format json " + args).out);
  }

  ScratchFolder scratch_;
};

TEST_F(Program, UsageErrorsAreOnStandardError) {
  for (const char* const args : {"", "nonsense", "check", "check --format pdf x"}) {
    const Outcome outcome = run(args);
    EXPECT_EQ(outcome.status, 2) << args;
    EXPECT_EQ(outcome.out, "") << args;
    EXPECT_NE(outcome.err, "") << args;
  }
}

TEST_F(Program, HelpAndVersion) {
  for (const char* const args : {"--help", "check --help", "families check -h", "--version"}) {
    const Outcome outcome = run(args);
    EXPECT_EQ(outcome.status, 0) << args;
    EXPECT_NE(outcome.out, "") << args;
    EXPECT_EQ(outcome.err, "") << args;
  }
}

TEST_F(Program, LanguageOfTheEnvironment) {
  EXPECT_NE(run("check --help").out.find("Usage: "), std::string::npos);
  EXPECT_NE(run("check --help --lang zh").out.find("用法"), std::string::npos);
}

TEST_F(Program, ExplainTakesAnyCaseAndListsTheRules) {
  const Outcome page = run("explain m01");
  EXPECT_EQ(page.status, 0);
  EXPECT_NE(page.out.find("M01"), std::string::npos);
  const Outcome unknown = run("explain X99");
  EXPECT_EQ(unknown.status, 2);
  EXPECT_NE(unknown.err.find("M01"), std::string::npos);
}

TEST_F(Program, FamiliesAreListedAndTheirFilesAreGood) {
  EXPECT_NE(run("families").out.find("uibe-beijing-goods"), std::string::npos);
  const std::string root = kSourceFolder;
  const Outcome tried = run("families try " + root + "/schemas/families/lk-tourism-arrivals.toml " +
                            root + "/samples/tourist-arrivals-2025-05.pdf");
  EXPECT_EQ(tried.status, 0) << tried.err;
  for (const char* const part : {"recognised", "caption table1", "row table3", "left_alone",
                                 "phrase 'growth-first': matched nothing"})
    EXPECT_NE(tried.out.find(part), std::string::npos) << part;
  const Outcome outcome = run("families check '" + std::string(kSourceFolder) +
                              "/schemas/families/uibe-beijing-goods.toml'");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.ends_with(": ok\n")) << outcome.out;
}

TEST_F(Program, FindingsDecideTheExitStatus) {
  EXPECT_EQ(run("check " + kText).status, 1);
  EXPECT_EQ(run("check --fail-on never " + kText).status, 0);
}

TEST_F(Program, StandardInput) {
  const auto json = check("- <" + kText);
  ASSERT_EQ(json["reports"].size(), 1U);
  EXPECT_EQ(json["reports"][0]["file"], "-");
}

TEST_F(Program, FoldersAreWalkedInOrderAndFilesCountOnce) {
  scratch_.write("d/readme.md", "no report");
  fs::create_directories(scratch_.path() / "d/b");
  for (const char* const name : {"d/b/1.TXT", "d/a.txt", "d/c.txt", "d/.hidden.txt"})
    fs::copy_file(sample("beijing-goods-2024-05.txt"), scratch_.path() / name);
  fs::create_symlink("../d", scratch_.path() / "d/loop");
  const auto json = check("d d/c.txt ./d/a.txt");
  ASSERT_EQ(json["reports"].size(), 3U);
  EXPECT_EQ(json["reports"][0]["file"], "d/a.txt");
  EXPECT_EQ(json["reports"][1]["file"], "d/b/1.TXT");
  EXPECT_EQ(json["reports"][2]["file"], "d/c.txt");
}

TEST_F(Program, ManyFilesKeepTheirOrder) {
  for (int i = 0; i < 40; ++i) {
    const std::string name = "r" + std::to_string(100 + i) + ".txt";
    fs::copy_file(sample("beijing-goods-2024-05.txt"), scratch_.path() / name);
  }
  const auto json = check(".");
  ASSERT_EQ(json["reports"].size(), 40U);
  for (std::size_t i = 0; i < 40; ++i)
    EXPECT_EQ(json["reports"][i]["file"], "./r" + std::to_string(100 + i) + ".txt");
}

TEST_F(Program, OutputThatCannotBeWrittenIsAnError) {
  for (const char* const redirection : {" >/dev/full", " >&-"}) {
    const Outcome outcome = run("check " + kText + redirection);
    EXPECT_EQ(outcome.status, 2) << redirection;
    EXPECT_EQ(outcome.error_lines(), 1U) << outcome.err;
  }
}

TEST_F(Program, ConvertLeavesWholeFilesOnly) {
  const Outcome outcome = run("convert " + kText + " -o data");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  for (const fs::directory_entry& entry : fs::directory_iterator(scratch_.path() / "data")) {
    const std::string name = entry.path().filename().string();
    EXPECT_TRUE(name == ".tradereport-files" || !name.starts_with(".")) << name;
  }
  const std::string figures = scratch_.read("data/figures.csv");
  EXPECT_TRUE(figures.starts_with("family,period,place,")) << figures.substr(0, 40);
  EXPECT_TRUE(figures.ends_with("\r\n"));
}

TEST_F(Program, ConvertEncodings) {
  run("convert " + kText + " -o plain");
  run("convert " + kText + " -o bom --encoding utf-8-bom");
  run("convert " + kText + " -o gb --encoding gb18030");
  const std::string plain = scratch_.read("plain/figures.csv");
  EXPECT_EQ(scratch_.read("bom/figures.csv"), "\xEF\xBB\xBF" + plain);
  ASSERT_EQ(run("families >/dev/null; iconv -f GB18030 -t UTF-8 gb/figures.csv >back").status, 0);
  EXPECT_EQ(scratch_.read("back"), plain);
}

TEST_F(Program, ConvertToAFileIsAnError) {
  scratch_.write("data", "");
  const Outcome outcome = run("convert " + kText + " -o data");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.error_lines(), 1U) << outcome.err;
}

TEST_F(Program, ConvertToJson) {
  const Outcome outcome = run("convert " + kText + " -o data --format json");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const auto figures = nlohmann::json::parse(scratch_.read("data/figures.json"));
  EXPECT_GT(figures.size(), 200U);
  EXPECT_TRUE(nlohmann::json::parse(scratch_.read("data/tables.json")).contains("table1"));
  EXPECT_EQ(run("convert " + kText + " --format json --encoding gb18030").status, 2);
}

}  // namespace
}  // namespace tradereport::tools::test
