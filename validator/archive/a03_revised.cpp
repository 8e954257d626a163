// A03: two issues of one month print the same figure of a table alike. (That two issues of
// different months print the same level is what the faults say.)
#include <iterator>
#include <map>

#include "validator/archive/across_draft.h"
#include "validator/archive/across_rule.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

constexpr std::size_t kMostAlone = 20;  // figures of two issues of one month that differ

std::map<std::uint32_t, IssueFigure> table_figures(const Issue& issue) {
  std::map<std::uint32_t, IssueFigure> figures;
  for (const IssueFigure& figure : issue.figures.all()) figures.emplace(figure.key, figure);
  return figures;
}

IssueFinding revised(const AcrossContext& context, std::size_t index, const Issue& other,
                     const IssueFigure& here, const IssueFigure& there) {
  const Issue& issue = context.issues.all()[index];
  const FigureKey& key = context.issues.key(here.key);
  IssueFinding found{index, {}};
  Finding& finding = found.finding;
  finding.message = "A03.same_month";
  put_figure(finding.args, key);
  finding.args["value"] = here.value.to_string();
  finding.args["other_value"] = there.value.to_string();
  finding.args["other"] = other.file;
  finding.blamed = key;
  finding.involved = {key};
  finding.printed = here.value.to_string();
  finding.source.page = here.page;
  finding.proof = {printed_in(issue.file, key, here.value.to_string(), here.page),
                   printed_in(other.file, key, there.value.to_string(), there.page)};
  return found;
}

// Nearly nothing agrees: these are not two versions of one report.
IssueFinding others(const AcrossContext& context, std::size_t index, const Issue& other,
                    const std::vector<IssueFinding>& revisions, std::size_t common) {
  IssueFinding found = revisions.front();
  Finding& finding = found.finding;
  const Issue& issue = context.issues.all()[index];
  finding.message = "A03.most";
  finding.args["count"] = std::to_string(revisions.size());
  finding.args["all"] = std::to_string(common);
  finding.args["other"] = other.file;
  finding.args["period"] = issue.period.to_string();
  finding.blamed.reset();
  finding.printed.clear();
  return found;
}

}  // namespace

void a03_revised(const AcrossContext& context, std::vector<IssueFinding>& findings) {
  for (std::size_t i = 0; i < context.order.size(); ++i) {
    const Issue* const other = earlier_of_period(context, i);
    const std::size_t index = context.order[i];
    const Issue& issue = context.issues.all()[index];
    if (other == nullptr || identical(issue, *other)) continue;
    const auto there = table_figures(*other);
    std::vector<IssueFinding> revisions;
    std::size_t common = 0;
    for (const auto& [key, figure] : table_figures(issue)) {
      const auto same = there.find(key);
      if (same == there.end()) continue;
      ++common;
      if (!(same->second.value == figure.value))
        revisions.push_back(revised(context, index, *other, figure, same->second));
    }
    if (revisions.size() > kMostAlone && revisions.size() * 2 > common)
      revisions = {others(context, index, *other, revisions, common)};
    findings.insert(findings.end(), std::make_move_iterator(revisions.begin()),
                    std::make_move_iterator(revisions.end()));
  }
}

}  // namespace tradereport::validator
