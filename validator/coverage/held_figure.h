// One figure held by all others of its report. Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "schemas/bounds.h"
#include "validator/solver/solver.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// Between which decimals a figure is held, and by what.
struct HeldFigure {
  // The decimals (as many as the figure has) that could be printed there: all between the ends, and
  // no other. An end that is not set is open.
  Bounds decimals;
  // Ends that are held by other figures. One that is not is open, or nature's: no level of exports
  // is below 0, no share above 100 %.
  bool low = false;
  bool high = false;
  // Rows of the certificates behind the two ends, ascending; the figure's own are not among them.
  std::vector<int> rows;
};

// The observation is of a figure; `excluded` are others that say nothing, so that the rest has a
// solution. What is excluded in the solver is undefined afterwards; the system's rows are restored.
HeldFigure hold_figure(const System& system, Solver& solver, int observation,
                       const std::vector<int>& excluded);

}  // namespace tradereport::validator
