// The forms of `check` for code hosts and CI servers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "tests/places.h"
#include "tests/tools/run_program.h"
#include "tests/tools/sample_report.h"
#include "tests/tools/writers/json_schema.h"
#include "tools/writers/check/companion.h"
#include "tools/writers/check/github_writer.h"
#include "tools/writers/check/junit_writer.h"
#include "tools/writers/check/sarif_writer.h"

namespace tradereport::tools::test {
namespace {

using ::testing::HasSubstr;

namespace fs = std::filesystem;

nlohmann::json sarif_schema() {
  return nlohmann::json::parse(
      read_file(fs::path(kSourceFolder) / "tests/tools/writers/sarif.schema.json"));
}

// What is written of the small report with its finding, its file called so.
std::string written(const std::function<std::unique_ptr<CheckOutput>(CheckOutput::Write)>& make,
                    const std::string& file, const InputError* error = nullptr) {
  std::string text;
  const auto output = make([&](std::string_view piece) { text += piece; });
  Report report = sample_report();
  report.file = file;
  const Family family = sample_family();
  const validator::Validation checked{{sample_finding()}, validator::Verdict::impossible};
  const PagesSeen looks;
  output->report({report, family, checked, looks, nullptr});
  if (error != nullptr) output->error(*error);
  output->finish({});
  return text;
}

class CiOutputs : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(scratch_.path() / "in");
    fs::copy_file(sample("beijing-goods-2024-05.pdf"), scratch_.path() / "in/五月.pdf");
    fs::copy_file(sample("beijing-goods-2024-05.txt"), scratch_.path() / "in/may.txt");
  }

  Outcome check(const std::string& options) const {
    return run_program("check in " + options, scratch_.path());
  }

  // The line of a file, from 1.
  std::string line_of(const std::string& file, int number) const {
    std::istringstream lines(scratch_.read(file));
    std::string line;
    for (int i = 0; i < number; ++i) std::getline(lines, line);
    return line;
  }

  ScratchFolder scratch_;
};

TEST_F(CiOutputs, SarifIsValidAndPointsAtLines) {
  const Outcome outcome =
      check("--companion . --format sarif -o json=check.json missing.pdf -o all.sarif");
  EXPECT_EQ(outcome.status, 2);
  const auto sarif = nlohmann::json::parse(scratch_.read("all.sarif"));
  EXPECT_EQ(schema_errors(sarif_schema(), sarif), std::vector<std::string>{});
  const nlohmann::json& run = sarif["runs"][0];
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"].size(), 1U);
  const auto json = nlohmann::json::parse(scratch_.read("check.json"));
  ASSERT_EQ(run["results"].size(), 3U);  // in each file one, and that they are one report
  for (std::size_t i = 0; i < 2; ++i) {
    const nlohmann::json& result = run["results"][i];
    const nlohmann::json& finding = json["reports"][i]["findings"][0];
    EXPECT_EQ(result["ruleId"], finding["rule"]);
    EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"],
              finding["rule"]);
    EXPECT_EQ(result["partialFingerprints"]["tradereport/v1"], finding["fingerprint"]);
    const nlohmann::json& place = result["locations"][0]["physicalLocation"];
    const bool text = json["reports"][i]["file"] == "in/may.txt";
    EXPECT_EQ(place["artifactLocation"]["uri"],
              text ? "in/may.txt" : "in/%E4%BA%94%E6%9C%88.pdf.lines");
    const std::string line =
        line_of(text ? "in/may.txt" : "in/五月.pdf.lines", place["region"]["startLine"]);
    EXPECT_THAT(line, HasSubstr(finding["printed"].get<std::string>()));
    EXPECT_EQ(place["region"]["endColumn"].get<int>() - place["region"]["startColumn"].get<int>(),
              5);  // "-24.3"
    // The table's figure is near by too.
    EXPECT_GT(result["relatedLocations"].size(), 1U);
  }
}

TEST_F(CiOutputs, WithoutCompanionAPdfHasItsFirstLine) {
  EXPECT_EQ(check("--format sarif -o all.sarif").status, 1);
  const auto sarif = nlohmann::json::parse(scratch_.read("all.sarif"));
  EXPECT_EQ(schema_errors(sarif_schema(), sarif), std::vector<std::string>{});
  const nlohmann::json& place = sarif["runs"][0]["results"][1]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "in/%E4%BA%94%E6%9C%88.pdf");
  EXPECT_EQ(place["region"]["startLine"], 1);
}

// A folder of reports is no place for what is mistaken for one.
TEST_F(CiOutputs, CompanionsAreNoReportsAndOverwriteNone) {
  EXPECT_EQ(check("--companion .").status, 1);
  EXPECT_TRUE(is_companion(scratch_.read("in/五月.pdf.lines")));
  EXPECT_EQ(nlohmann::json::parse(check("--format json").out)["reports"].size(), 2U);
  EXPECT_EQ(check("--companion .").status, 1);
  scratch_.write("in/五月.pdf.lines", "mine");
  const Outcome outcome = check("--companion .");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(scratch_.read("in/五月.pdf.lines"), "mine");
}

TEST(CompanionFile, HoldsTheLinesAndKnowsWhereTheyStand) {
  Report report = sample_report();
  report.file = "may.pdf";
  report.claims.front().source.page = 0;  // as in a Word file
  const Companion companion(report, {sample_finding()}, "out/may.pdf.lines");
  std::istringstream lines(companion.text());
  std::vector<std::string> all;
  for (std::string line; std::getline(lines, line);) all.push_back(line);
  EXPECT_EQ(all.front(), "# tradereport: may.pdf");
  for (const Figure& figure : {report.figures.front(), Figure(report.claims.front())}) {
    const TextPlace place = companion.place(figure.source);
    EXPECT_EQ(all.at(static_cast<std::size_t>(place.line) - 1), figure.source.line_text);
  }
  const TextPlace place = companion.place(report.claims.front().source);
  EXPECT_EQ(place.begin, 8);  // "同比增速分别为" stands before it
  EXPECT_EQ(place.end, 13);
  Source elsewhere;
  elsewhere.page = 2;
  elsewhere.line_text = "no such line";
  EXPECT_EQ(all.at(static_cast<std::size_t>(companion.place(elsewhere).line) - 1), "# 2");
}

TEST(CompanionName, StaysInItsFolder) {
  EXPECT_EQ(companion_name("drafts/may.pdf"), "drafts/may.pdf.lines");
  EXPECT_EQ(companion_name("../a/../../may.pdf"), "a/may.pdf.lines");
  EXPECT_EQ(companion_name("/etc/may.pdf"), "etc/may.pdf.lines");
  EXPECT_EQ(companion_name("-"), "stdin.lines");
}

TEST_F(CiOutputs, JunitCountsWhatItHolds) {
  const Outcome outcome = check("--format junit missing.pdf");
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(outcome.out.c_str())) << outcome.out.substr(0, 300);
  const pugi::xml_node suites = document.child("testsuites");
  int failures = 0;
  int errors = 0;
  for (const pugi::xml_node suite : suites.children("testsuite")) {
    int tests = 0;
    int failed = 0;
    int broken = 0;
    for (const pugi::xml_node test : suite.children("testcase")) {
      EXPECT_NE(std::string(test.attribute("classname").value()), "");
      EXPECT_NE(std::string(test.attribute("name").value()), "");
      ++tests;
      if (test.child("failure")) ++failed;
      if (test.child("error")) ++broken;
    }
    EXPECT_EQ(suite.attribute("tests").as_int(), tests);
    EXPECT_EQ(suite.attribute("failures").as_int(), failed);
    EXPECT_EQ(suite.attribute("errors").as_int(), broken);
    failures += failed;
    errors += broken;
  }
  EXPECT_EQ(failures, 2);
  EXPECT_EQ(errors, 1);
}

TEST_F(CiOutputs, GitlabHasAnIssueForEachFinding) {
  EXPECT_EQ(check("missing.pdf --companion . -o gitlab=issues.json").status, 2);
  const auto issues = nlohmann::json::parse(scratch_.read("issues.json"));
  ASSERT_EQ(issues.size(), 4U);  // two findings, that the files are one report, the missing file
  std::set<std::string> fingerprints;
  for (const nlohmann::json& issue : issues) {
    EXPECT_NE(issue["description"], "");
    EXPECT_GE(issue["location"]["lines"]["begin"], 1);
    EXPECT_TRUE(fingerprints.insert(issue["fingerprint"]).second);
    if (issue["check_name"] != "M01") continue;
    EXPECT_EQ(issue["severity"], "major");
    EXPECT_THAT(line_of(issue["location"]["path"], issue["location"]["lines"]["begin"]),
                HasSubstr("-24.3"));
  }
  EXPECT_EQ(run_program("check missing.pdf --format gitlab", scratch_.path()).out.front(), '[');
}

TEST(Junit, FailsFromTheSeverityAsked) {
  for (const auto& [fail_on, failures] : {std::pair{"error", 1}, std::pair{"never", 0}}) {
    const std::string text = written(
        [&](CheckOutput::Write write) {
          return junit_output(std::move(write), Language::en, fail_on);
        },
        "a\"<\x01&.txt");
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(text.c_str())) << text;
    const pugi::xml_node suite = document.child("testsuites").child("testsuite");
    EXPECT_EQ(std::string(suite.attribute("name").value()), "a\"< &.txt");
    EXPECT_EQ(suite.attribute("failures").as_int(), failures);
  }
}

TEST(Github, EscapesWhatEndsCommands) {
  std::string summary;
  const InputError error{"b,c:d%\n.pdf", "missing", {}};
  const std::string text = written(
      [&](CheckOutput::Write write) {
        return github_output(
            std::move(write), [&](std::string_view piece) { summary += piece; }, Language::en);
      },
      "./a,b|<i>.txt", &error);
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  EXPECT_TRUE(line.starts_with("::error file=a%2Cb|<i>.txt,line=62,col=")) << line;
  EXPECT_THAT(line, HasSubstr(",title=M01::"));
  std::getline(lines, line);
  EXPECT_TRUE(line.starts_with("::error file=b%2Cc%3Ad%25 .pdf,title=tradereport::")) << line;
  EXPECT_FALSE(std::getline(lines, line)) << line;
  EXPECT_THAT(summary, HasSubstr("a,b\\|&lt;i\\>.txt"));
}

TEST_F(CiOutputs, GithubAppendsToTheSummaryOfTheJob) {
  scratch_.write("summary.md", "before\n");
  const Outcome outcome =
      run_program("check in --format github", scratch_.path(),
                  "GITHUB_STEP_SUMMARY='" + (scratch_.path() / "summary.md").string() + "'");
  EXPECT_EQ(outcome.status, 1);
  const std::string summary = scratch_.read("summary.md");
  EXPECT_TRUE(summary.starts_with("before\n### tradereport\n"));
  EXPECT_THAT(summary, HasSubstr("| error | M01 | in/may.txt (page"));
}

TEST_F(CiOutputs, SeveralFormsAtOnce) {
  const Outcome outcome = check("-o json=a.json -o html=a.html -o junit=a.xml -o text=a.txt");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out, scratch_.read("a.txt"));
  EXPECT_EQ(scratch_.read("a.json"), check("--format json").out);
  EXPECT_EQ(scratch_.read("a.html"), check("--format html").out);
  EXPECT_EQ(check("-o no/such/folder.txt").status, 2);
}

}  // namespace
}  // namespace tradereport::tools::test
