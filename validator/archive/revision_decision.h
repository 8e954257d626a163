// Which of the levels that contradict earlier ones have been revised. Internal to validator.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "validator/archive/revisions.h"

namespace tradereport::validator {

// A row that contradicts, and the factors that explain it.
struct RevisedRow {
  Series row;
  double least = 1;   // the one closest to 1
  double middle = 1;  // of them all
};

// What the rows say of a link.
struct LinkRows {
  std::size_t edition = 0;
  std::size_t comparable = 0;
  std::vector<RevisedRow> rows;
};
using AllLinkRows = std::map<RevisionLink, LinkRows>;

// A row may be revised by one range in an edition where all are by another. Links without a
// revision are left out.
std::map<RevisionLink, Revision> decide_revisions(const AllLinkRows& links);

}  // namespace tradereport::validator
