// Scores the arithmetic that is found in AggreCol's tables, where TRADEREPORT_BENCH_DATA names the
// folder that holds `aggrecol/tables`: other people's data, not part of the sources.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "tools/dev/bench/csv_table.h"
#include "validator/arithmetic/arithmetic.h"

namespace tradereport::validator {
namespace {

namespace fs = std::filesystem;

struct Score {
  std::size_t right = 0, wrong = 0, missed = 0;

  double precision() const {
    return static_cast<double>(right) / static_cast<double>(right + wrong);
  }
  double recall() const { return static_cast<double>(right) / static_cast<double>(right + missed); }
  double f1() const { return 2 * precision() * recall() / (precision() + recall()); }
};

using Key = std::tuple<std::string, CellPlace, std::set<CellPlace>>;

CellPlace place_of(const nlohmann::json& json) {
  return {json.at(0).get<std::size_t>(), json.at(1).get<std::size_t>()};
}

std::set<Key> annotated(const nlohmann::json& relations) {
  std::set<Key> keys;
  for (const auto& relation : relations) {
    std::set<CellPlace> parts;
    for (const auto& part : relation.at("parts")) parts.insert(place_of(part));
    keys.insert({relation.at("kind").get<std::string>(), place_of(relation.at("whole")), parts});
  }
  return keys;
}

std::set<Key> predicted(const fs::path& file) {
  static const std::map<ArithmeticKind, std::string> names{
      {ArithmeticKind::sum, "Sum"},
      {ArithmeticKind::average, "Average"},
      {ArithmeticKind::division, "Division"},
      {ArithmeticKind::relative_change, "RelativeChange"}};
  std::set<Key> keys;
  for (const Arithmetic& relation : find_arithmetic(bench::read_csv_table(file)).relations)
    keys.insert({names.at(relation.kind), relation.whole,
                 std::set<CellPlace>(relation.parts.begin(), relation.parts.end())});
  return keys;
}

TEST(ArithmeticBenchmark, AggreCol) {
  const char* const data = std::getenv("TRADEREPORT_BENCH_DATA");
  if (data == nullptr)
    GTEST_SKIP() << "TRADEREPORT_BENCH_DATA names no folder with the public benchmarks";
  const fs::path folder = fs::path(data) / "aggrecol" / "tables";
  std::ifstream truth(folder / "truth.jsonl");
  if (!truth) GTEST_SKIP() << "no truth.jsonl in " << folder;
  Score all;
  std::string text;
  while (std::getline(truth, text)) {
    const nlohmann::json table = nlohmann::json::parse(text);
    const std::set<Key> want = annotated(table.at("relations"));
    const std::set<Key> got = predicted(folder / table.at("file").get<std::string>());
    std::size_t right = 0;
    for (const Key& key : got) right += want.count(key);
    all.right += right;
    all.wrong += got.size() - right;
    all.missed += want.size() - right;
  }
  EXPECT_GE(all.f1(), 0.84) << "precision " << all.precision() << ", recall " << all.recall();
}

}  // namespace
}  // namespace tradereport::validator
