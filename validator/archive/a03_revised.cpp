// A03: two editions of one month printed the same figure of a table alike. (That two editions of
// different months print the same level is what the faults say.)
#include <iterator>
#include <map>

#include "validator/archive/archive_rule.h"
#include "validator/archive/fault_findings.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

constexpr std::size_t kMostAlone = 20;  // figures of two editions of one month that differ

std::map<std::uint32_t, EditionFigure> table_figures(const Edition& edition) {
  std::map<std::uint32_t, EditionFigure> figures;
  for (const EditionFigure& figure : edition.figures.all()) figures.emplace(figure.key, figure);
  return figures;
}

EditionFinding revised(const ArchiveInput& context, std::size_t index, const Edition& other,
                       const EditionFigure& here, const EditionFigure& there) {
  const Edition& edition = context.editions.all()[index];
  const FigureKey& key = context.editions.key(here.key);
  EditionFinding found{index, {}};
  Finding& finding = found.finding;
  finding.message = "A03.same_month";
  put_figure(finding.args, key);
  finding.args["value"] = here.value.to_string();
  finding.args["other_value"] = there.value.to_string();
  finding.args["other"] = other.file;
  finding.source = edition_item(context.editions, edition.file, here).source;
  finding.certainty = Certainty::undetermined;
  for (const auto& [file, figure] : {std::pair(&edition.file, &here), {&other.file, &there}}) {
    Candidate candidate;
    candidate.item = edition_item(context.editions, *file, *figure);
    finding.candidates.push_back(std::move(candidate));
    add_edition_evidence(finding, context.editions, *file, *figure);
  }
  return found;
}

// Nearly nothing agrees: these are not two versions of one report.
EditionFinding others(const ArchiveInput& context, std::size_t index, const Edition& other,
                      const std::vector<EditionFinding>& revisions, std::size_t common) {
  EditionFinding found = revisions.front();
  Finding& finding = found.finding;
  const Edition& edition = context.editions.all()[index];
  finding.message = "A03.most";
  finding.args["count"] = std::to_string(revisions.size());
  finding.args["all"] = std::to_string(common);
  finding.args["other"] = other.file;
  put_period(finding.args, "period", edition.period.to_string());
  finding.candidates.clear();
  return found;
}

}  // namespace

void a03_revised(const ArchiveInput& context, std::vector<EditionFinding>& findings) {
  for (std::size_t i = 0; i < context.order.size(); ++i) {
    const Edition* const other = earlier_of_period(context, i);
    const std::size_t index = context.order[i];
    const Edition& edition = context.editions.all()[index];
    if (other == nullptr || identical(edition, *other)) continue;
    const auto there = table_figures(*other);
    std::vector<EditionFinding> revisions;
    std::size_t common = 0;
    for (const auto& [key, figure] : table_figures(edition)) {
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
