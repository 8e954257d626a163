// Which printed figures must be wrong: the fewest (Fellegi and Holt, A Systematic Approach to
// Automatic Edit and Imputation, JASA 1976). Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "validator/solver/certificate.h"
#include "validator/solver/solver.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// Observations that cannot all be right, and why; a conflict of printed figures (System::
// printed_conflicts) has no certificate.
struct Conflict {
  std::vector<int> observations;  // indexes into System::observations, ascending
  std::optional<Certificate> certificate;
};

struct Blame {
  // The smallest sets of observations without which the report is possible, each ascending. Empty
  // if the report is possible as it stands.
  std::vector<std::vector<int>> sets;
  // All sets of that size are there. If not, the search has been cut short: more mistakes than
  // kMostMistakes, or more combinations of them than could be tried.
  bool complete = true;
  std::vector<Conflict> conflicts;  // all that were met; every set takes one observation of each

  bool possible() const { return sets.empty() && conflicts.empty(); }
};

// Up to so many simultaneous mistakes all smallest sets are found.
inline constexpr std::size_t kMostMistakes = 3;

// Beyond, so many of the mistakes are examined further: what else could be wrong in their place,
// and what should stand there. Of the others it is only told that they are there.
inline constexpr std::size_t kMostExamined = 12;

struct BlameLimits {
  std::size_t mistakes = kMostMistakes;  // sets of more observations are not all looked for
  bool beyond = true;  // where more are needed: one set and its variants, instead of none
};

// Reiter's hitting sets: leave observations out until the solver finds levels; where it does not,
// its certificate names observations of which one must be wrong, and the search branches on them.
Blame find_blame(const System& system, Solver& solver, const BlameLimits& limits = {});

}  // namespace tradereport::validator
