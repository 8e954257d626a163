// The joint system of several editions of one family. Internal to validator.
//
//   the level of a year before in one edition   is   the level of this year in the edition of then
//   year to date                                =    the last one at hand and the months since
//   year to date                                >=   the same, where some of these months are
//   unknown
//
// so that the figures of all editions speak of the same levels. Official data are revised: what is
// impossible here need not be a mistake. Where a revision is known (revisions.h), the level of a
// year before, or the year to date at hand, is within the factors of the revision.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"
#include "validator/archive/revisions.h"
#include "validator/archive/shared_levels.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// One edition's part in the system.
struct EditionPart {
  const Report* report = nullptr;
  bool relations = false;  // its own relations take part, and not its figures alone
};

// Where a relation of the system belongs.
struct RelationPlace {
  int edition = -1;  // the part whose own relation it is; -1: it is between editions
  Period period;     // of one between editions: of the year to date …
  Period since;      // … and of the last one before it; month 0 where the year begins
  std::optional<Interval> within;  // of a revised level: factors of the earlier one
};

struct ArchiveSystem {
  // Observation::edition is the index of the part, and Observation::figures point into its report.
  // System::columns is empty: unknowns of different months have the same name.
  System system;
  std::vector<RelationPlace> places;  // one for each of System::relations
};

// The levels of the series are one and the same in all parts; those of other rows remain each
// part's own. Reports of one month must not differ: give one of them.
ArchiveSystem build_archive_system(const std::vector<EditionPart>& parts, const Family& family,
                                   const Series& series, const Revisions& revisions = {});

}  // namespace tradereport::validator
