// Writes, for each CSV file of a folder, the arithmetic that is found in it, as JSON.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tools/dev/bench/csv_table.h"
#include "validator/arithmetic/arithmetic.h"

namespace tradereport::bench {

namespace {

namespace fs = std::filesystem;

nlohmann::json place_json(const CellPlace& place) {
  return {place.row, place.col};
}

// Names as in AggreCol.
const char* kind_name(ArithmeticKind kind) {
  switch (kind) {
    case ArithmeticKind::sum:
      return "Sum";
    case ArithmeticKind::difference:
      return "Difference";
    case ArithmeticKind::average:
      return "Average";
    case ArithmeticKind::division:
      return "Division";
    case ArithmeticKind::relative_change:
      return "RelativeChange";
  }
  return "";
}

nlohmann::json relation_json(const Arithmetic& relation) {
  nlohmann::json parts = nlohmann::json::array();
  for (const CellPlace& part : relation.parts) parts.push_back(place_json(part));
  return {
      {"kind", kind_name(relation.kind)}, {"whole", place_json(relation.whole)}, {"parts", parts}};
}

nlohmann::json found_json(const validator::FoundArithmetic& found) {
  nlohmann::json relations = nlohmann::json::array();
  for (const Arithmetic& relation : found.relations) relations.push_back(relation_json(relation));
  nlohmann::json contradictions = nlohmann::json::array();
  for (const validator::BrokenArithmetic& broken : found.contradictions) {
    nlohmann::json one = relation_json(broken.relation);
    one["place"] = place_json(broken.place);
    one["blamed"] = broken.blamed;
    one["printed"] = broken.printed.to_string();
    one["possible"] = {broken.possible.lo.get_str(), broken.possible.hi.get_str()};
    one["lines_alike"] = broken.lines_alike;
    contradictions.push_back(std::move(one));
  }
  return {{"tables", {{{"relations", relations}, {"contradictions", contradictions}}}}};
}

int run(const fs::path& folder, const fs::path& into) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  fs::create_directories(into);
  std::vector<double> times;
  for (const fs::path& file : files) {
    const PlainTable table = read_csv_table(file);
    const std::clock_t start = std::clock();
    const validator::FoundArithmetic found = validator::find_arithmetic(table);
    times.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    if (times.back() > 1000) fmt::print("{}: {:.0f} ms\n", file.filename().string(), times.back());
    std::ofstream(into / file.stem().concat(".json")) << found_json(found).dump() << '\n';
  }
  if (times.empty()) return 1;
  std::sort(times.begin(), times.end());
  double total = 0;
  for (const double time : times) total += time;
  fmt::print(
      "{} tables; processor time: {:.2f} ms in the median, {:.1f} ms in the mean, {:.0f} ms at "
      "most\n",
      times.size(), times[times.size() / 2], total / static_cast<double>(times.size()),
      times.back());
  return 0;
}

}  // namespace

}  // namespace tradereport::bench

int main(int argc, char** argv) {
  CLI::App app("Finds the arithmetic in the CSV files of a folder");
  std::string folder;
  std::string into;
  app.add_option("FOLDER", folder, "with CSV files")->required()->check(CLI::ExistingDirectory);
  app.add_option("PREDICTIONS", into, "folder for NAME.json of each NAME.csv")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    return tradereport::bench::run(folder, into);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
