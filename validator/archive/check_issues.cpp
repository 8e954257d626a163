// The checks that need more than one issue (issues.h).
#include <algorithm>
#include <numeric>
#include <tuple>

#include "validator/archive/across_draft.h"
#include "validator/archive/across_rule.h"
#include "validator/archive/issues.h"

namespace tradereport::validator {

std::vector<IssueFinding> check_issues(const Issues& issues, const Family& family) {
  const std::vector<Issue>& all = issues.all();
  AcrossContext context{issues, family, std::vector<std::size_t>(all.size()), {}};
  std::iota(context.order.begin(), context.order.end(), std::size_t{0});
  std::stable_sort(context.order.begin(), context.order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(all[a].period, all[a].file) < std::tie(all[b].period, all[b].file);
  });
  IssueReports reports(issues, family, context.order);
  context.faults = find_issue_faults(reports, issues, family);
  std::vector<std::size_t> places(all.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[context.order[i]] = i;

  std::vector<IssueFinding> findings;
  for (const AcrossRule& rule : across_rules()) {
    const std::size_t first = findings.size();
    if (rule.own_code != nullptr) rule.own_code(context, findings);
    add_across(context, rule.id, findings);
    for (std::size_t i = first; i < findings.size(); ++i) {
      Finding& finding = findings[i].finding;
      finding.rule = rule.id;
      finding.severity = std::min(finding.severity, rule.severity);
    }
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const IssueFinding& a, const IssueFinding& b) {
                     return places[a.issue] < places[b.issue];
                   });
  return findings;
}

}  // namespace tradereport::validator
