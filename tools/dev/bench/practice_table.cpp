#include "tools/dev/bench/practice_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "tools/dev/bench/parallel.h"
#include "tools/dev/worlds/archive.h"
#include "validator/archive/editions.h"
#include "validator/validate.h"

namespace tradereport::bench {

namespace {

constexpr int kIssues = 36;

struct ArchiveOutcome {
  std::size_t issues_told = 0;  // with findings of their own
  std::size_t errors = 0;
  std::size_t across = 0;
  bool practice = false;  // A05
};

ArchiveOutcome examine_archive(const Family& family, std::uint64_t seed,
                               worlds::Computing computing) {
  worlds::IssueOptions options;
  options.computing = computing;
  ArchiveOutcome outcome;
  validator::Editions editions;
  for (const Report& report :
       worlds::make_archive(worlds::make_economy(family, seed), family, {2021, 1}, kIssues,
                            worlds::RevisionPattern::none, options)) {
    const auto told = editions.add(report, validator::validate(report, family));
    outcome.issues_told += told.empty() ? 0 : 1;
    outcome.errors +=
        static_cast<std::size_t>(std::count_if(told.begin(), told.end(), [](const Finding& found) {
          return found.severity == Severity::error;
        }));
  }
  for (const auto& found : validator::check_editions(editions, family)) {
    ++outcome.across;
    outcome.practice = outcome.practice || found.finding.rule == "A05";
  }
  return outcome;
}

// Archives of reports without a mistake.
bool print_archives(const Family& family, const PracticeOptions& options) {
  std::vector<std::uint64_t> seeds;
  for (int i = 0; i < options.archives; ++i)
    seeds.push_back(options.seed * 1000 + static_cast<std::uint64_t>(i));
  fmt::print(
      "\n| computed | archives of {} issues | with an error | practice learned | issues told, most "
      "| "
      "findings across issues, most |\n|---|--:|--:|--:|--:|--:|\n",
      kIssues);
  bool sound = true;
  for (const worlds::Computing computing : worlds::kComputings) {
    const auto outcomes = in_parallel(
        seeds, [&](std::uint64_t seed) { return examine_archive(family, seed, computing); });
    ArchiveOutcome most;
    std::size_t learned = 0;
    std::size_t wrong = 0;
    for (const ArchiveOutcome& outcome : outcomes) {
      most.issues_told = std::max(most.issues_told, outcome.issues_told);
      most.across = std::max(most.across, outcome.across);
      learned += outcome.practice;
      wrong += outcome.errors > 0;
    }
    sound = sound && wrong == 0;
    fmt::print("| {} | {} | {} | {} | {} | {} |\n", worlds::name_of(computing), outcomes.size(),
               wrong, learned, most.issues_told, most.across);
  }
  return sound;
}

}  // namespace

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
  return print_archives(family, options) && sound;
}

}  // namespace tradereport::bench
