#include "validator/archive/archive_window.h"

#include <utility>

namespace tradereport::validator {

ArchiveWindow::ArchiveWindow(const EditionReports& reports, const Family& family,
                             std::size_t series, const std::set<std::size_t>& editions,
                             const std::set<std::size_t>& whole, const Revisions& revisions)
    : editions_(editions.begin(), editions.end()) {
  std::vector<EditionReport> made;
  for (const std::size_t edition : editions_)
    made.push_back(whole.contains(edition) ? reports.report(edition)
                                           : reports.report(edition, series));
  reports_ = std::make_shared<const std::vector<EditionReport>>(std::move(made));
  std::vector<EditionPart> parts;
  for (std::size_t i = 0; i < editions_.size(); ++i)
    parts.push_back({&(*reports_)[i].report, whole.contains(editions_[i])});
  joined_ = build_archive_system(parts, family, reports.series()[series], revisions);
}

PrintedFigure ArchiveWindow::printed(int observation) const {
  const Observation& printed = system().observations[static_cast<std::size_t>(observation)];
  const EditionReport& edition = (*reports_)[static_cast<std::size_t>(printed.edition)];
  return edition
      .all_printed[static_cast<std::size_t>(printed.figure() - edition.report.figures.data())];
}

std::vector<PrintedFigure> ArchiveWindow::all_printed(const std::vector<int>& observations) const {
  std::vector<PrintedFigure> all;
  for (const int observation : observations) all.push_back(printed(observation));
  return all;
}

std::vector<ArchiveRelation> ArchiveWindow::relations(const Certificate& certificate) const {
  std::vector<ArchiveRelation> all;
  for (const auto& [row, multiplier] : certificate.multipliers) {
    const int index = system().integers[static_cast<std::size_t>(row)].relation;
    if (index < 0) continue;
    ArchiveRelation relation{system().relations[static_cast<std::size_t>(index)],
                             joined_.places[static_cast<std::size_t>(index)]};
    if (relation.place.edition >= 0)
      relation.place.edition =
          static_cast<int>(editions_[static_cast<std::size_t>(relation.place.edition)]);
    all.push_back(std::move(relation));
  }
  return all;
}

}  // namespace tradereport::validator
