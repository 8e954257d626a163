#include "validator/issues.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "validator/rules/across_rule.h"

namespace tradereport {

std::uint32_t Issues::number_of(const FigureKey& key) {
  std::string name;
  for (const std::string* const part : {&key.place, &key.flow, &key.group, &key.row})
    (name += *part) += '\n';
  name += std::to_string(key.rank) + '\n';
  name += to_string(key.span);
  name += to_string(key.measure);
  const auto [entry, fresh] =
      numbers_.try_emplace(std::move(name), static_cast<std::uint32_t>(keys_.size()));
  if (fresh) keys_.push_back(key);
  return entry->second;
}

void Issues::add(const Report& report) {
  Issue issue{report.file, report.period, report.has_month, {}, report.figures.size()};
  issue.figures.reserve(report.figures.size() + report.claims.size());
  const auto keep = [&](const Figure& figure) {
    issue.figures.push_back({number_of(figure.key), figure.source.page, figure.value});
  };
  for (const Figure& figure : report.figures) keep(figure);
  for (const Claim& claim : report.claims) keep(claim);
  issues_.push_back(std::move(issue));
}

const std::vector<AcrossRule>& across_rules() {
  static const std::vector<AcrossRule> rules{
      {"A03", Severity::warning, a03_revised},
      {"A04", Severity::warning, a04_issues},
  };
  return rules;
}

bool identical(const Issue& a, const Issue& b) {
  return std::equal(a.figures.begin(), a.figures.end(), b.figures.begin(), b.figures.end(),
                    [](const IssueFigure& x, const IssueFigure& y) {
                      return x.key == y.key && x.value == y.value;
                    });
}

const Issue* earlier_of_period(const AcrossContext& context, std::size_t place_in_order) {
  const std::vector<Issue>& all = context.issues.all();
  const Issue& issue = all[context.order[place_in_order]];
  const Issue* first = nullptr;
  for (std::size_t i = place_in_order; i-- > 0;) {
    const Issue& other = all[context.order[i]];
    if (other.period != issue.period) break;
    if (identical(issue, other)) return &other;
    first = &other;
  }
  return first;
}

std::vector<IssueFinding> check_issues(const Issues& issues, const Family& family) {
  const std::vector<Issue>& all = issues.all();
  AcrossContext context{issues, family, std::vector<std::size_t>(all.size())};
  std::iota(context.order.begin(), context.order.end(), std::size_t{0});
  std::stable_sort(context.order.begin(), context.order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(all[a].period, all[a].file) < std::tie(all[b].period, all[b].file);
  });
  std::vector<std::size_t> places(all.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[context.order[i]] = i;

  std::vector<IssueFinding> findings;
  for (const AcrossRule& rule : across_rules()) {
    const std::size_t first = findings.size();
    rule.run(context, findings);
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

}  // namespace tradereport
