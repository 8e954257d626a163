// What is contradicted only by several editions together, and which figures may be wrong. Internal
// to validator.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "schemas/bounds.h"
#include "validator/archive/archive_window.h"

namespace tradereport::validator {

struct EditionFault {
  // Each alone explains the contradiction, likeliest first. If no small set of figures explains all
  // that is contradicted around it, these are all figures of the contradiction, and `open` is set:
  // so it looks where data have been revised.
  std::vector<PrintedFigure> suspects;
  bool open = false;
  bool tie = false;  // no suspect is clearly likelier than the next

  // Of the first suspect, unless open or a tie.
  std::optional<Bounds> possible;  // decimals that the other editions and its own allow
  std::string suggested;           // canonical decimal, or empty

  // The shortest contradiction that shows it: the figures in the order of the editions.
  std::vector<PrintedFigure> figures;
  std::vector<ArchiveRelation> relations;
  std::shared_ptr<const std::vector<EditionReport>> reports;  // where their names stand

  // The level of the earliest edition in it, and what it would have to be by the rest of it: what a
  // revision of it would come to.
  std::optional<PrintedFigure> revised;
  Bounds revision;
};

// More faults with the same latest edition are put together: so it looks where everything has been
// revised.
inline constexpr std::size_t kMostFaultsOfEdition = 8;

// Series by series. A figure counts once: what follows from one that is wrong is not another fault.
std::vector<EditionFault> find_edition_faults(EditionReports& reports, const Editions& editions,
                                              const Family& family, const Revisions& revisions);

}  // namespace tradereport::validator
