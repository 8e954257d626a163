#include "tools/dev/bench/practice_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "tools/dev/bench/parallel.h"
#include "tools/dev/worlds/issue.h"
#include "validator/validate.h"

namespace tradereport::bench {

bool print_practice_table(const Family& family, const PracticeOptions& options) {
  std::vector<std::uint64_t> numbers;
  for (int i = 0; i < options.reports; ++i)
    numbers.push_back(options.seed * 1000000 + static_cast<std::uint64_t>(i));
  fmt::print(
      "\n| computed | reports | with an error | with a warning | findings, most |\n"
      "|---|--:|--:|--:|--:|\n");
  bool sound = true;
  for (const worlds::Computing computing : worlds::kComputings) {
    const auto reports = in_parallel(numbers, [&](std::uint64_t number) {
      return validator::validate(worlds::issue_by_number(family, number, computing), family);
    });
    const auto with = [&](Severity severity) {
      return std::count_if(
          reports.begin(), reports.end(), [&](const std::vector<Finding>& findings) {
            return std::any_of(findings.begin(), findings.end(),
                               [&](const Finding& found) { return found.severity == severity; });
          });
    };
    std::size_t most = 0;
    for (const std::vector<Finding>& findings : reports) most = std::max(most, findings.size());
    sound = sound && with(Severity::error) == 0;
    fmt::print("| {} | {} | {} | {} | {} |\n", worlds::name_of(computing), reports.size(),
               with(Severity::error), with(Severity::warning), most);
  }
  return sound;
}

}  // namespace tradereport::bench
