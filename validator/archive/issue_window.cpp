#include "validator/archive/issue_window.h"

#include <utility>

namespace tradereport::validator {

IssueWindow::IssueWindow(const IssueReports& reports, const Family& family, std::size_t series,
                         const std::set<std::size_t>& issues, const std::set<std::size_t>& whole)
    : issues_(issues.begin(), issues.end()) {
  std::vector<IssueReport> made;
  for (const std::size_t issue : issues_)
    made.push_back(whole.contains(issue) ? reports.report(issue) : reports.report(issue, series));
  reports_ = std::make_shared<const std::vector<IssueReport>>(std::move(made));
  std::vector<IssuePart> parts;
  for (std::size_t i = 0; i < issues_.size(); ++i)
    parts.push_back({&(*reports_)[i].report, whole.contains(issues_[i])});
  joined_ = build_issue_system(parts, family, reports.series()[series]);
}

IssuePrint IssueWindow::print(int statement) const {
  const Statement& printed = system().statements[static_cast<std::size_t>(statement)];
  const IssueReport& issue = (*reports_)[static_cast<std::size_t>(printed.issue)];
  return issue.prints[static_cast<std::size_t>(printed.figure() - issue.report.figures.data())];
}

std::vector<IssuePrint> IssueWindow::prints(const std::vector<int>& statements) const {
  std::vector<IssuePrint> all;
  for (const int statement : statements) all.push_back(print(statement));
  return all;
}

std::vector<IssueRelation> IssueWindow::relations(const Certificate& certificate) const {
  std::vector<IssueRelation> all;
  for (const auto& [row, multiplier] : certificate.multipliers) {
    const int index = system().integers[static_cast<std::size_t>(row)].relation;
    if (index < 0) continue;
    IssueRelation relation{system().relations[static_cast<std::size_t>(index)],
                           joined_.places[static_cast<std::size_t>(index)]};
    if (relation.place.issue >= 0)
      relation.place.issue =
          static_cast<int>(issues_[static_cast<std::size_t>(relation.place.issue)]);
    all.push_back(std::move(relation));
  }
  return all;
}

}  // namespace tradereport::validator
