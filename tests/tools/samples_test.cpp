// Every sample report that was set from a known truth reads as that truth, and nothing in it is
// called wrong. New samples (tools/make-samples) are tested without a word here.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

const std::string columns = "family,period,place,span,flow,group,rank,row,measure,value,unit";

// The lines of a figures.csv up to the column `unit`, sorted: tables and text are bags of figures.
std::vector<std::string> figures(const std::string& csv) {
  const auto width = static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ','));
  std::istringstream stream(csv);
  std::string line;
  std::getline(stream, line);
  EXPECT_EQ(line.substr(0, columns.size()), columns);
  std::vector<std::string> lines;
  while (std::getline(stream, line)) {
    std::size_t end = 0;
    for (std::size_t column = 0; column < width; ++column) end = line.find(',', end) + 1;
    lines.push_back(line.substr(0, line.find(',', end)));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> without(const std::vector<std::string>& all,
                                 const std::vector<std::string>& some) {
  std::vector<std::string> rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(rest));
  return rest;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "\n  " + line;
  return text;
}

std::vector<std::string> set_from_a_truth() {
  std::vector<std::string> files;
  for (const nlohmann::json& entry : nlohmann::json::parse(read_file(sample("manifest.json")))) {
    if (entry.value("consistent", false)) files.push_back(entry.at("file"));
  }
  return files;
}

std::string test_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = fs::path(info.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

class Sample : public ::testing::TestWithParam<std::string> {};

TEST_P(Sample, IsReadExactly) {
  const ScratchFolder folder;
  const fs::path file = sample(GetParam());
  const Outcome outcome = run_program("convert '" + file.string() + "' -o .", folder.path());
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const std::vector<std::string> read = figures(folder.read("figures.csv"));
  const std::vector<std::string> truth =
      figures(read_file(fs::path(kSourceFolder) / "tests/truth" / file.stem() / "figures.csv"));
  EXPECT_EQ(read, truth) << "missed:" << joined(without(truth, read))
                         << "\nread, but not there:" << joined(without(read, truth));
}

TEST_P(Sample, HasNoErrorAndNothingUnread) {
  const ScratchFolder folder;
  const Outcome outcome =
      run_program("check --format json '" + sample(GetParam()).string() + "'", folder.path());
  ASSERT_EQ(outcome.status, 0) << outcome.out << outcome.err;
  const nlohmann::json report = nlohmann::json::parse(outcome.out).at("reports").at(0);
  EXPECT_EQ(report.at("numerals").at("unread"), 0);
  for (const nlohmann::json& finding : report.at("findings"))
    EXPECT_NE(finding.at("severity"), "error") << finding.dump();
}

INSTANTIATE_TEST_SUITE_P(Samples, Sample, ::testing::ValuesIn(set_from_a_truth()), test_name);

}  // namespace
}  // namespace tradereport::tools::test
