#include "tools/writers/diff/report_diff.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace tradereport::tools {

namespace {

std::vector<const Figure*> all_figures(const Report& report) {
  std::vector<const Figure*> figures;
  for (const Figure& figure : report.figures) figures.push_back(&figure);
  for (const Claim& claim : report.claims) figures.push_back(&claim);
  return figures;
}

// What makes it the same figure in both versions; not its rank, which may change.
auto same_figure_key(const FigureKey& key) {
  return std::make_tuple(key.place, key.span, key.flow, key.group, key.row, key.measure);
}

bool is_same(const Figure& a, const Figure& b) {
  return a.value == b.value && a.value.decimals() == b.value.decimals() && a.unit == b.unit &&
         a.key.rank == b.key.rank;
}

bool is_among(const std::vector<FigureChange>& changes, const FigureKey& key) {
  return std::any_of(changes.begin(), changes.end(), [&](const FigureChange& change) {
    return change.after && change.after->key && *change.after->key == key;
  });
}

void compare_figures(const Report& before, const Report& after, ReportDiff& diff) {
  std::map<decltype(same_figure_key({})), std::vector<const Figure*>> older;
  const std::vector<const Figure*> figures = all_figures(before);
  std::for_each(figures.rbegin(), figures.rend(), [&](const Figure* figure) {
    older[same_figure_key(figure->key)].push_back(figure);
  });
  std::set<const Figure*> met;
  for (const Figure* const figure : all_figures(after)) {
    std::vector<const Figure*>& same_key = older[same_figure_key(figure->key)];
    if (same_key.empty()) {
      diff.changes.push_back({std::nullopt, item_of(*figure)});
      continue;
    }
    const Figure* const other = same_key.back();
    same_key.pop_back();
    met.insert(other);
    if (is_same(*other, *figure)) {
      ++diff.same;
    } else {
      diff.changes.push_back({item_of(*other), item_of(*figure)});
    }
  }
  for (const Figure* const figure : figures)
    if (!met.contains(figure)) diff.changes.push_back({item_of(*figure), std::nullopt});
}

}  // namespace

ReportDiff diff_reports(const Version& before, const Version& after) {
  ReportDiff diff;
  compare_figures(before.report, after.report, diff);
  std::set<std::string> known;
  for (const Finding& finding : before.findings) known.insert(finding.fingerprint);
  for (const Finding& finding : after.findings)
    if (known.erase(finding.fingerprint) == 0) diff.found.push_back(finding);
  diff.gone = known.size();
  for (const Finding& finding : diff.found) {
    if (finding.severity == Severity::note) continue;
    for (const Candidate& candidate : finding.candidates)
      if (candidate.item.key && !candidate.item.word &&
          !is_among(diff.changes, *candidate.item.key))
        diff.left_behind.push_back(candidate);
  }
  return diff;
}

}  // namespace tradereport::tools
