// A folder in which good reports lie among files that are made to do harm.
#include "tests/tools/hostile.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/sanitized.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLimits = " --time-limit 3 --cpu-limit 2 --memory-limit 192 ";

class HostileFiles : public ::testing::Test {
 protected:
  // Good files as PDF and text in turn, and the password-protected one among the bad ones.
  void fill(int good, int bad) {
    const std::string pdf = read_file(sample("beijing-goods-2024-05.pdf"));
    const std::string text = read_file(sample("beijing-goods-2024-05.txt"));
    for (int i = 0; i < good; ++i)
      scratch_.write("in/good-" + std::to_string(i) + (i % 4 == 0 ? ".pdf" : ".txt"),
                     i % 4 == 0 ? pdf : text);
    for (const Hostile& file : hostile_files(bad - 1, pdf))
      scratch_.write("in/" + file.name, file.bytes);
    const std::string command = "qpdf --encrypt secret secret 256 -- '" +
                                sample("beijing-goods-2024-05.pdf").string() + "' '" +
                                (scratch_.path() / "in/bad-encrypted.pdf").string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
  }

  ScratchFolder scratch_;
};

TEST_F(HostileFiles, CostALineEachAndNothingElse) {
  constexpr int kGood = 200 / kOneIn;
  constexpr int kBad = 50 / kOneIn;
  fill(kGood, kBad);
  const auto start = std::chrono::steady_clock::now();
  const Outcome outcome =
      run_program(std::string("check --format json") + kLimits + "in", scratch_.path());
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(outcome.status, 2);
  const nlohmann::json json = nlohmann::json::parse(outcome.out);

  std::map<std::string, nlohmann::json> alone;
  for (const char* const name : {"good-0.pdf", "good-1.txt"}) {
    const Outcome one = run_program(std::string("check --format json in/") + name, scratch_.path());
    alone[fs::path(name).extension()] = nlohmann::json::parse(one.out)["reports"][0];
  }
  ASSERT_EQ(json["reports"].size(), std::size_t{kGood});
  for (nlohmann::json report : json["reports"]) {
    const std::string file = report["file"];
    nlohmann::json& expected = alone[fs::path(file).extension()];
    expected["file"] = file;
    for (nlohmann::json& finding : expected["findings"]) {
      for (const char* const list : {"candidates", "evidence"})
        for (nlohmann::json& item : finding[list]) item["file"] = file;
    }
    EXPECT_EQ(report, expected) << file;
  }

  EXPECT_EQ(json["errors"].size(), std::size_t{kBad});
  EXPECT_EQ(outcome.error_lines(), std::size_t{kBad}) << outcome.err;
  std::set<std::string> codes;
  for (const nlohmann::json& error : json["errors"]) {
    EXPECT_TRUE(error["file"].get<std::string>().starts_with("in/bad-")) << error;
    codes.insert(error["code"]);
  }
  for (const char* const code : {"empty", "damaged", "encrypted", "time_limit"})
    EXPECT_TRUE(codes.contains(code)) << code << "\n" << outcome.err;
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_TRUE(codes.contains("memory_limit")) << outcome.err;
#endif
  // At most 3 seconds for each of the bad ones, on one processor.
  EXPECT_LT(took.count(), 180) << outcome.err;
}

TEST_F(HostileFiles, AreSaidInBothLanguages) {
  scratch_.write("endless.pdf", hostile_files(5, "")[4].bytes);
  const Outcome english =
      run_program("check --time-limit 1 --cpu-limit 1 endless.pdf", scratch_.path());
  EXPECT_EQ(english.status, 2);
  EXPECT_EQ(english.err,
            "endless.pdf: reading it takes too long; raise --time-limit and --cpu-limit if it is "
            "worth it\n");
  const Outcome chinese =
      run_program("check --lang zh --time-limit 1 --cpu-limit 1 endless.pdf", scratch_.path());
  EXPECT_EQ(chinese.status, 2);
  EXPECT_EQ(chinese.error_lines(), 1U);
  EXPECT_NE(chinese.err.find("--time-limit"), std::string::npos);
}

TEST_F(HostileFiles, AreLeftOutOfTheData) {
  fill(4, 12);
  const Outcome outcome =
      run_program(std::string("convert -o out") + kLimits + "in", scratch_.path());
  EXPECT_EQ(outcome.status, 2);
  const Outcome good = run_program("convert -o good in/good-0.pdf", scratch_.path());
  EXPECT_EQ(good.status, 0) << good.err;
  for (const char* const name : {"figures.csv", "table1.csv", "table5.csv", "unread.csv"})
    EXPECT_EQ(scratch_.read(std::string("out/") + name),
              scratch_.read(std::string("good/") + name));
}

}  // namespace
}  // namespace tradereport::tools::test
