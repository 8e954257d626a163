// Small files that each do one kind of harm: tests/fixtures/hostile/make tells which. Each costs
// the line that stands in expected.lines beside them (one that ends with … goes on), and no more
// time and memory than the limits allow.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(kSourceFolder) / "tests/fixtures/hostile";

// By file: "bomb.pdf: reading it takes too much memory; …"
std::map<std::string, std::string> expected_lines() {
  std::map<std::string, std::string> lines;
  std::istringstream stream(read_file(kCorpus / "expected.lines"));
  for (std::string line; std::getline(stream, line);)
    lines[line.substr(0, line.find(": "))] = line + "\n";
  return lines;
}

TEST(HostileCorpus, EachFileCostsItsLine) {
  const std::map<std::string, std::string> lines = expected_lines();
  std::size_t files = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(kCorpus)) {
    if (entry.path().extension() != ".pdf") continue;
    ++files;
    const std::string name = entry.path().filename().string();
    ASSERT_TRUE(lines.contains(name)) << "no expected line for " << name;
    // Each page of these is read, in whatever time that takes here; others would have no end.
    const std::string cpu_limit = name == "ten-thousand-pages.pdf" ? "50" : "3";
    const auto start = std::chrono::steady_clock::now();
    const Outcome outcome = run_program(
        "check --time-limit 60 --cpu-limit " + cpu_limit + " --memory-limit 192 " + name, kCorpus);
    EXPECT_EQ(outcome.status, 2) << name;
    EXPECT_EQ(outcome.out, "") << name;
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(70)) << name;
#if defined(__SANITIZE_ADDRESS__)
    if (name == "bomb.pdf" || name == "nested-arrays.pdf") continue;  // without that limit
#endif
    const std::string& line = lines.at(name);
    const std::size_t open_end = line.find("…\n");
    EXPECT_EQ(outcome.err.substr(0, open_end), line.substr(0, open_end));
    EXPECT_EQ(outcome.error_lines(), 1U) << outcome.err;
  }
  EXPECT_EQ(files, lines.size());
}

TEST(HostileCorpus, TogetherTheyCostALineEach) {
  const Outcome outcome =
      run_program("check --time-limit 60 --cpu-limit 5 --memory-limit 192 .", kCorpus);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.error_lines(), expected_lines().size()) << outcome.err;
}

}  // namespace
}  // namespace tradereport::tools::test
