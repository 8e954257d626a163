// A04: an archive has every issue once.
#include "validator/rules/across_rule.h"

namespace tradereport {

void a04_issues(const AcrossContext& context, std::vector<IssueFinding>& findings) {
  for (std::size_t i = 0; i < context.order.size(); ++i) {
    const Issue* const other = earlier_of_period(context, i);
    if (other == nullptr) continue;
    const std::size_t index = context.order[i];
    const Issue& issue = context.issues.all()[index];
    const bool same = identical(issue, *other);
    IssueFinding found{index, {}};
    found.finding.severity = same ? Severity::note : Severity::warning;
    found.finding.message = same ? "A04.same" : "A04.revised";
    found.finding.args["other"] = other->file;
    found.finding.args["period"] = issue.period.to_string();
    findings.push_back(std::move(found));
  }
}

}  // namespace tradereport
