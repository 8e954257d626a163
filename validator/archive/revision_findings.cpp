#include "validator/archive/revision_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

std::string_view rule_that_speaks_of(RevisionKind kind) {
  switch (kind) {
    case RevisionKind::base:
      return "A02";
    case RevisionKind::reprint:
      return "A03";
    case RevisionKind::to_date:
      return "A01";
  }
  return "";
}

// "-0.3", "2.1": of the factor 0.997 or 1.021, away from zero.
std::string percent(double factor) {
  const std::string text = fmt::format("{:+.1f}", 100 * (factor - 1));
  return text == "+0.0" || text == "-0.0" ? "0" : text;
}

struct Shown {
  std::size_t revised = 0;
  std::size_t comparable = 0;
  double least = 1;
  double most = 1;
  bool wild = false;

  void add(const Revision& revision) {
    revised += revision.revised;
    comparable += revision.comparable;
    least = std::min(least, revision.least);
    most = std::max(most, revision.most);
    wild = wild || (revision.all_rows && !revision.within);
  }
};

void put_range(std::map<std::string, std::string>& args, const Shown& shown) {
  args["count"] = std::to_string(shown.revised);
  args["all"] = std::to_string(shown.comparable);
  args["least"] = percent(shown.least);
  args["most"] = percent(shown.most);
}

}  // namespace

void add_revision_findings(const ArchiveInput& context, std::string_view rule,
                           std::vector<EditionFinding>& findings) {
  std::map<Period, std::pair<std::size_t, Shown>> editions;
  for (const auto& [link, revision] : context.revisions.all()) {
    if (rule_that_speaks_of(link.kind) != rule) continue;
    const Period period = context.editions.all()[revision.edition].period;
    if (revision.revised == 0) continue;
    auto& [edition, shown] = editions[period];
    edition = revision.edition;
    shown.add(revision);
  }
  EditionFinding statement;
  Finding& finding = statement.finding;
  Shown all;
  std::size_t count = 0;
  for (const auto& [period, entry] : editions) {
    const auto& [edition, shown] = entry;
    if (shown.wild) {
      EditionFinding found{edition, {}};
      found.finding.message = std::string(rule) + ".many";
      found.finding.args["count"] = std::to_string(shown.revised);
      put_period(found.finding.args, "period", period.to_string());
      findings.push_back(std::move(found));
      continue;
    }
    if (count++ == 0) {
      statement.edition = edition;
      put_period(finding.args, "first", period.to_string());
    }
    put_period(finding.args, "last", period.to_string());
    all.revised += shown.revised;
    all.comparable += shown.comparable;
    all.least = std::min(all.least, shown.least);
    all.most = std::max(all.most, shown.most);
    if (finding.proof.size() >= kMostNamed) continue;
    ProofStep step;
    step.key = "proof.revised_in";
    put_period(step.args, "period", period.to_string());
    put_range(step.args, shown);
    finding.proof.push_back(std::move(step));
  }
  if (count == 0) return;
  finding.message = std::string(rule) + ".revised";
  finding.args["issues"] = std::to_string(count);
  put_range(finding.args, all);
  findings.push_back(std::move(statement));
}

}  // namespace tradereport::validator
