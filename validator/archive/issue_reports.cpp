#include "validator/archive/issue_reports.h"

#include <algorithm>

namespace tradereport::validator {

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

std::vector<std::vector<IssueFigure>> IssueReports::by_series(std::size_t issue) const {
  std::vector<std::vector<IssueFigure>> figures(series_.size());
  for (const IssueFigure& figure : issues_.all()[issue].figures.all()) {
    if (figure.unit == units_.at(figure.key)) figures[series_of_key_[figure.key]].push_back(figure);
  }
  return figures;
}

void IssueReports::unpack(const std::set<std::size_t>& issues) {
  std::erase_if(unpacked_, [&](const auto& entry) { return !issues.contains(entry.first); });
  for (const std::size_t issue : issues) {
    if (!unpacked_.contains(issue)) unpacked_.emplace(issue, by_series(issue));
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
  const auto add = [&](const IssueFigure& printed) {
    if (left_out_.contains({index, printed.key})) return;
    Figure& figure = report.figures.emplace_back();
    figure.key = issues_.key(printed.key);
    figure.value = printed.value;
    figure.unit = issues_.unit(printed.unit);
    figure.source.page = printed.page;
    figure.rounding = family_.rounding_of(figure.unit);
    made.prints.push_back({index, printed});
  };
  if (!series) {
    for (const IssueFigure& printed : issue.figures.all()) {
      if (printed.unit == units_.at(printed.key)) add(printed);
    }
    return made;
  }
  if (const auto unpacked = unpacked_.find(index); unpacked != unpacked_.end()) {
    for (const IssueFigure& printed : unpacked->second[*series]) add(printed);
    return made;
  }
  const auto figures = by_series(index);
  for (const IssueFigure& printed : figures[*series]) add(printed);
  return made;
}

}  // namespace tradereport::validator
