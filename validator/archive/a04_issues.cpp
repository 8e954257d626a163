// A04: an archive has every issue once.
#include "validator/archive/across_rule.h"
#include "validator/archive/issue_system.h"

namespace tradereport::validator {

namespace {

// Months from `first` to before `end` that an archive with an issue of `end` lacks. A joint issue
// of January and February has no month of its own.
std::vector<Period> missing(int first, const Issue& end) {
  std::vector<Period> months;
  for (int month = first; month < month_number(end.period); ++month) {
    const Period period = period_of(month);
    const bool joint = !end.has_month && period.year == end.period.year;
    if (!joint) months.push_back(period);
  }
  return months;
}

// An archive that lacks more issues than it has is no series of issues.
void find_gaps(const AcrossContext& context, std::vector<IssueFinding>& findings) {
  const std::vector<Issue>& all = context.issues.all();
  std::vector<IssueFinding> gaps;
  std::size_t issues = 0;
  std::size_t lacking = 0;
  int next = 0;
  for (const std::size_t index : context.order) {
    const int month = month_number(all[index].period);
    if (issues > 0 && month < next) continue;
    if (issues++ > 0 && month > next) {
      const std::vector<Period> months = missing(next, all[index]);
      if (!months.empty()) {
        lacking += months.size();
        IssueFinding found{index, {}};
        Finding& finding = found.finding;
        finding.message = months.size() == 1 ? "A04.missing" : "A04.missing_months";
        finding.args["count"] = std::to_string(months.size());
        finding.args["first"] = months.front().to_string();
        finding.args["last"] = months.back().to_string();
        gaps.push_back(std::move(found));
      }
    }
    next = month + 1;
  }
  for (IssueFinding& gap : gaps) {
    gap.finding.severity = lacking > issues ? Severity::note : Severity::warning;
    findings.push_back(std::move(gap));
  }
}

}  // namespace

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
  find_gaps(context, findings);
}

}  // namespace tradereport::validator
