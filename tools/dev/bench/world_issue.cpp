// Prints the figures of generated issues as CSV, for those who set reports from them.
#include <CLI/CLI.hpp>
#include <iostream>
#include <stdexcept>

#include "tools/dev/worlds/issue.h"
#include "tools/writers/csv_writer.h"
#include "tools/writers/dataset.h"

namespace tradereport {
namespace {

Family bundled_family(const std::string& id) {
  for (const auto& [file, text] : bundled_families()) {
    FamilyLoad load = load_family(text, file);
    if (load.family && load.family->id == id) return std::move(*load.family);
  }
  throw std::invalid_argument("no bundled family " + id);
}

Period next(Period period) {
  return period.month == 12 ? Period{period.year + 1, 1} : Period{period.year, period.month + 1};
}

int print_issues(int argc, char** argv) {
  CLI::App app(
      "Prints the figures of an exactly consistent issue as CSV (the columns of figures.csv), in "
      "the order in which the tables print them. The same seed gives the same world on every "
      "machine; several issues of one world make an archive.");
  std::uint64_t seed = 1;
  std::string family_id;
  std::string first;
  int months = 1;
  bool joint = false;
  bool text = false;
  {
    const auto& [file, toml] = bundled_families().front();
    family_id = load_family(toml, file).family->id;
  }
  app.add_option("--seed", seed, "Number of the world")->capture_default_str();
  app.add_option("--family", family_id, "Family of the issues")->capture_default_str();
  app.add_option("--period", first, "Month of the (first) issue, as 2023-11")->required();
  app.add_option("--months", months, "So many issues in a row")
      ->capture_default_str()
      ->check(CLI::Range(1, 168));
  app.add_flag("--joint", joint,
               "January and February are one issue, of February, with the year to date alone");
  app.add_flag("--text", text, "Print what the text repeats as well, after the tables");
  CLI11_PARSE(app, argc, argv);
  try {
    auto period = Period::parse(first);
    if (!period) throw std::invalid_argument("no month: " + first);
    const Family family = bundled_family(family_id);
    const worlds::Economy world = worlds::make_economy(family, seed);
    tools::DataTable table{"figures", {}, tools::figure_columns(), {}};
    for (int i = 0; i < months; ++i, *period = next(*period)) {
      if (joint && period->month == 1) *period = next(*period);
      worlds::IssueOptions options;
      options.joint = joint && period->month == 2;
      Report report = worlds::make_issue(world, family, *period, options);
      if (!text) report.claims.clear();
      for (auto& row : tools::report_rows(report, family, {}, {}).figures)
        table.rows.push_back(std::move(row));
    }
    std::cout << tools::csv_text(table) << std::flush;
  } catch (const std::invalid_argument& error) {
    std::cerr << "world_issue: " << error.what() << '\n';
    return 2;
  }
  return std::cout ? 0 : 2;
}

}  // namespace
}  // namespace tradereport

int main(int argc, char** argv) {
  return tradereport::print_issues(argc, argv);
}
