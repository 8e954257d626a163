#include "validator/issue_reports.h"

#include <algorithm>

namespace tradereport {

IssueReports::IssueReports(const Issues& issues, const Family& family,
                           const std::vector<std::size_t>& order)
    : issues_(issues), family_(family) {
  std::map<Series, std::size_t> seen;
  for (std::uint32_t i = 0; i < issues.keys(); ++i) {
    const FigureKey& key = issues.key(i);
    const auto [found, fresh] = seen.emplace(Series{key.flow, key.row}, series_.size());
    if (fresh) series_.push_back(found->first);
    series_of_key_.push_back(found->second);
  }
  for (const std::size_t index : order) {
    const Issue& issue = issues.all()[index];
    if (!by_month_.emplace(month_number(issue.period), index).second) continue;
    for (const IssueFigure& figure : issue.figures.all()) units_.emplace(figure.key, figure.unit);
  }
}

IssueReport IssueReports::report(std::size_t index, std::optional<std::size_t> series) const {
  const Issue& issue = issues_.all()[index];
  IssueReport made;
  Report& report = made.report;
  report.file = issue.file;
  report.family = family_.id;
  report.period = issue.period;
  report.has_month = issue.has_month;
  for (const IssueFigure& printed : issue.figures.all()) {
    if ((series && series_of_key_[printed.key] != *series) ||
        printed.unit != units_.at(printed.key) || left_out_.contains({index, printed.key}))
      continue;
    Figure figure;
    figure.key = issues_.key(printed.key);
    figure.value = printed.value;
    figure.unit = issues_.unit(printed.unit);
    figure.printed = printed.value.to_string();
    figure.source.page = printed.page;
    figure.rounding = family_.rounding_of(figure.unit);
    report.figures.push_back(std::move(figure));
    made.prints.push_back({index, printed});
  }
  return made;
}

}  // namespace tradereport
