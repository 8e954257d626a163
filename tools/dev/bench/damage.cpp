// How damaged reports are read: does anything crash, is anything lost without a word?
//
//   damage [--count 2000] [--seed 1] FILE.pdf…
//
// Prints a line for every copy that was lost or that broke a worker, then how many came to what.
// Ends with 1 if there was such a one.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "tools/dev/mutations/trial_by_damage.h"

int main(int argc, char** argv) {
  using namespace tradereport;
  std::size_t count = 2000;
  std::uint32_t seed = 1;
  std::vector<std::string> files;
  CLI::App app{"Reads damaged copies of reports."};
  app.add_option("--count", count, "how many copies");
  app.add_option("--seed", seed, "of the first one; the others follow");
  app.add_option("files", files, "the undamaged PDFs")->required();
  CLI11_PARSE(app, argc, argv);

  std::vector<Family> families;
  for (const auto& [file, text] : bundled_families())
    families.push_back(*load_family(text, file).family);
  const parser::Reader reader(std::move(families));
  std::map<std::string, std::size_t> results;
  try_damage(reader, files, count, seed, [&](const DamagedReport& report) {
    ++results[report.result];
    if (report.result == "lost" || report.result == "crashed")
      fmt::print("{}: seed {} of {}: {}\n", report.result, report.seed, report.file, report.what);
  });
  for (const auto& [result, n] : results) fmt::print("{:>6}  {}\n", n, result);
  return results.contains("lost") || results.contains("crashed") ? 1 : 0;
}
