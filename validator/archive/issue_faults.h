// What is contradicted only by several issues together, and which figures may be wrong. Internal to
// validator.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "validator/archive/issue_window.h"
#include "validator/figures/bounds.h"

namespace tradereport::validator {

struct IssueFault {
  // Each alone explains the contradiction, likeliest first. If no small set of figures explains all
  // that is contradicted around it, these are all figures of the contradiction, and `open` is set:
  // so it looks where data have been revised.
  std::vector<IssuePrint> suspects;
  bool open = false;
  bool tie = false;  // no suspect is clearly likelier than the next

  // Of the first suspect, unless open or a tie.
  std::optional<Bounds> possible;  // decimals that the other issues and its own allow
  std::string suggested;           // canonical decimal, or empty

  // The shortest contradiction that shows it: the figures in the order of the issues.
  std::vector<IssuePrint> figures;
  std::vector<IssueRelation> relations;
  std::shared_ptr<const std::vector<IssueReport>> reports;  // where their names stand

  // The level of the earliest issue in it, and what it would have to be by the rest of it: what a
  // revision of it would come to.
  std::optional<IssuePrint> revised;
  Bounds revision;
};

// More faults with the same latest issue are put together: so it looks where everything has been
// revised.
inline constexpr std::size_t kMostFaultsOfIssue = 8;

// Series by series. A figure counts once: what follows from one that is wrong is not another fault.
std::vector<IssueFault> find_issue_faults(IssueReports& reports, const Issues& issues,
                                          const Family& family);

}  // namespace tradereport::validator
