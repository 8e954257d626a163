// The output of `check` on the samples, held to tests/golden/. TRADEREPORT_UPDATE_GOLDEN=1 writes
// the files anew: review them before they are committed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

struct Golden {
  std::string name;  // of the file in tests/golden, without extension
  std::string args;
};

void PrintTo(const Golden& golden, std::ostream* out) {
  *out << golden.name;
}

class GoldenOutput : public ::testing::TestWithParam<Golden> {};

TEST_P(GoldenOutput, IsAsReviewed) {
  const Golden& golden = GetParam();
  const Outcome outcome = run_program(golden.args, fs::path(kSourceFolder) / "samples");
  const std::string actual = "$ tradereport " + golden.args + "\n" + outcome.out + outcome.err +
                             "exit status " + std::to_string(outcome.status) + "\n";
  const fs::path file = fs::path(kSourceFolder) / "tests/golden" / (golden.name + ".txt");
  if (std::getenv("TRADEREPORT_UPDATE_GOLDEN") != nullptr) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << actual;
  }
  EXPECT_EQ(actual, read_file(file));
}

std::vector<Golden> goldens() {
  std::vector<Golden> list;
  for (const char* const kind : {"txt", "pdf"}) {
    for (const char* const language : {"en", "zh"}) {
      const std::string file = std::string("beijing-goods-2024-05.") + kind;
      list.push_back({std::string("check-2024-05-") + kind + "-" + language,
                      std::string("check --lang ") + language + " " + file});
    }
    list.push_back({std::string("check-2024-05-") + kind + "-json",
                    std::string("check --lang en --format json beijing-goods-2024-05.") + kind});
  }
  return list;
}

INSTANTIATE_TEST_SUITE_P(Samples, GoldenOutput, ::testing::ValuesIn(goldens()),
                         [](const ::testing::TestParamInfo<Golden>& golden) {
                           std::string name = golden.param.name;
                           for (char& c : name)
                             if (c == '-') c = '_';
                           return name;
                         });

}  // namespace
}  // namespace tradereport::tools::test
