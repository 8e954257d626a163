// Some editions of an archive, and the system that they make together. Internal to validator.
#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <vector>

#include "schemas/family.h"
#include "validator/archive/archive_system.h"
#include "validator/archive/edition_reports.h"
#include "validator/solver/certificate.h"

namespace tradereport::validator {

// A sum between or within editions that a contradiction rests on.
struct ArchiveRelation {
  Relation relation;
  RelationPlace place;  // `edition` is an index into Editions::all()
};

class ArchiveWindow {
 public:
  // The editions (indices into Editions::all()) take part with the figures of a series (index into
  // EditionReports::series()), those of `whole` with all their figures and relations.
  ArchiveWindow(const EditionReports& reports, const Family& family, std::size_t series,
                const std::set<std::size_t>& editions, const std::set<std::size_t>& whole,
                const Revisions& revisions);

  const System& system() const { return joined_.system; }

  // What the system points into, by Observation::edition.
  std::shared_ptr<const std::vector<EditionReport>> reports() const { return reports_; }

  // The figure of an observation.
  PrintedFigure printed(int observation) const;
  std::vector<PrintedFigure> all_printed(const std::vector<int>& observations) const;

  // The relations that a certificate rests on.
  std::vector<ArchiveRelation> relations(const Certificate& certificate) const;

 private:
  std::vector<std::size_t> editions_;
  std::shared_ptr<const std::vector<EditionReport>> reports_;
  ArchiveSystem joined_;
};

}  // namespace tradereport::validator
