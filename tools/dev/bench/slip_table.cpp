#include "tools/dev/bench/slip_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tools/dev/bench/examination.h"
#include "tools/dev/bench/parallel.h"
#include "tools/dev/worlds/editorial_slips.h"
#include "tools/dev/worlds/issue.h"
#include "validator/findings/describe.h"
#include "validator/solver/solver.h"
#include "validator/validate.h"

namespace tradereport::bench {

namespace {

struct SlipJob {
  worlds::MadeSlip slip = worlds::MadeSlip::rows;
  std::uint64_t number = 0;
  std::uint64_t seed = 0;
};

struct SlipOutcome {
  bool made = false;
  bool impossible = false;
  bool found = false;
  int errors = 0;
  bool named = false;        // as one slip, or as the order of a list
  bool wrong_alone = false;  // a right figure is the only one that is blamed
  double milliseconds = 0;
  std::string story;
};

bool is_impossible(const Report& report, const Family& family) {
  const validator::System system =
      validator::build_system(report, family, validator::build_relations(report, family));
  validator::Solver solver(system);
  return !validator::is_possible(system, solver);
}

bool names_a_slip(const Finding& finding) {
  return finding.message.starts_with("slip.") || finding.rule == "M02";
}

// Blames one figure, and leaves no other that it could be.
bool blames_alone(const Finding& finding) {
  return finding.severity == Severity::error && finding.certainty == Certainty::proved &&
         finding.blamed() != nullptr && !finding.candidates.front().item.word;
}

// Not every issue has a place for every slip.
constexpr std::uint64_t kIssuesTried = 6;

SlipOutcome examine_slip(const Family& family, const SlipJob& job) {
  SlipOutcome outcome;
  worlds::Random random(job.seed);
  Report report;
  std::optional<std::vector<FigureKey>> wrong;
  for (std::uint64_t i = 0; i < kIssuesTried && !wrong; ++i) {
    const std::vector<Report> around = worlds::issues_around(family, job.number + i);
    report = around.front();
    wrong = worlds::make_slip(report, family, job.slip, around, random);
  }
  if (!wrong) return outcome;
  outcome.made = true;
  outcome.impossible = is_impossible(report, family);
  const double start = processor_ms();
  const validator::Validation validation = validator::validate_report(report, family);
  outcome.milliseconds = processor_ms() - start;
  for (const Finding& finding : validation.findings) {
    outcome.errors += finding.severity == Severity::error;
    outcome.found = outcome.found || finding.severity != Severity::note;
    outcome.named = outcome.named || names_a_slip(finding);
    if (blames_alone(finding) &&
        std::find(wrong->begin(), wrong->end(), *finding.blamed()->item.key) == wrong->end()) {
      outcome.wrong_alone = true;
      outcome.story += "wrong: ";
    }
    outcome.story += validator::describe(finding, Language::en) + "; ";
  }
  return outcome;
}

struct SlipTally {
  int made = 0, impossible = 0, found = 0, one = 0, named = 0, wrong = 0, most = 0;
  std::vector<double> milliseconds;

  void add(const SlipOutcome& outcome) {
    if (!outcome.made) return;
    ++made;
    if (!outcome.impossible) return;
    ++impossible;
    found += outcome.found;
    one += outcome.errors <= 1;
    named += outcome.named;
    wrong += outcome.wrong_alone;
    most = std::max(most, outcome.errors);
    milliseconds.push_back(outcome.milliseconds);
  }
};

std::string share(int part, int whole) {
  return whole == 0 ? "–" : fmt::format("{:.1f} %", 100.0 * part / whole);
}

void print_slip_line(std::string_view name, SlipTally tally) {
  std::sort(tally.milliseconds.begin(), tally.milliseconds.end());
  const auto quantile = [&](double q) {
    if (tally.milliseconds.empty()) return 0.0;
    return tally.milliseconds[std::min(
        tally.milliseconds.size() - 1,
        static_cast<std::size_t>(q * static_cast<double>(tally.milliseconds.size())))];
  };
  fmt::print("| {} | {} | {} | {} | {} | {} | {} | {} | {:.0f} | {:.0f} |\n", name, tally.made,
             tally.impossible, share(tally.found, tally.impossible),
             share(tally.one, tally.impossible), share(tally.named, tally.impossible), tally.wrong,
             tally.most, quantile(0.5), quantile(1));
}

}  // namespace

bool print_slip_table(const Family& family, const SlipOptions& options) {
  worlds::Random random(options.seed);
  std::vector<SlipJob> jobs;
  for (const worlds::MadeSlip slip : worlds::editorial_slips()) {
    for (int i = 0; i < options.reports; ++i)
      jobs.push_back({slip, random.next() % 1000000, random.next()});
  }
  const auto outcomes =
      in_parallel(jobs, [&](const SlipJob& job) { return examine_slip(family, job); });
  std::map<worlds::MadeSlip, SlipTally> by_slip;
  SlipTally all;
  std::vector<std::string> stories;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const SlipOutcome& outcome = outcomes[i];
    by_slip[jobs[i].slip].add(outcome);
    all.add(outcome);
    if (outcome.made && outcome.impossible && (outcome.errors > 1 || outcome.wrong_alone))
      stories.push_back(fmt::format("{}, issue {}, seed {}: {}", name_of(jobs[i].slip),
                                    jobs[i].number, jobs[i].seed, outcome.story));
  }
  fmt::print(
      "\n| slip | made | impossible | found | one error | named | right figure blamed alone | most "
      "errors | median ms | most ms |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
  for (const auto& [slip, tally] : by_slip) print_slip_line(name_of(slip), tally);
  print_slip_line("all", all);
  stories.resize(std::min(stories.size(), static_cast<std::size_t>(options.stories)));
  for (const std::string& story : stories) fmt::print("- {}\n", story);
  return all.found == all.impossible;
}

}  // namespace tradereport::bench
