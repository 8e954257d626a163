// Levels for a report that is possible, at a small part of what a simplex costs. Internal to
// validator.
#pragma once

#include <optional>
#include <vector>

#include "validator/solver/wholes.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// Levels in units of 1 / kQuickUnit, one an unknown of the system; none if they are beyond all
// measure. Satisfied if they are within every row: checked in integers, so that this is a proof. If
// not, nothing is proved, but few rows are missed, and by little.
struct QuickLevels {
  std::vector<Integer> levels;
  bool satisfied = false;
};

// Rows of the statements in `without` are left out; it has one entry a statement, or is empty. The
// wholes must be usable.
//
// Proposed in doubles: wholes are put in terms of their parts (reduction.h), so that equalities
// hold by themselves, and the squares of what the inequalities lack are brought down by conjugate
// gradients (Polak and Ribière, Note sur la convergence de méthodes de directions conjuguées, 1969;
// each unknown scaled by the rows it stands in) from where the figures are printed. Most reports
// leave room enough for this to end after about ten rounds; Solver decides the others.
QuickLevels find_levels_quickly(const System& system, const Wholes& wholes,
                                const std::vector<bool>& without = {});

// The satisfied ones of the whole system, if any were found.
std::optional<std::vector<Integer>> find_levels_quickly(const System& system);

// True if the levels (in units of 1 / kQuickUnit) satisfy the row.
bool within(const IntegerRows& rows, const IntegerRow& row, const std::vector<Integer>& levels);

// True if the levels satisfy every row that is not left out.
bool satisfied(const IntegerRows& rows, const std::vector<Integer>& levels,
               const std::vector<bool>& without = {});

}  // namespace tradereport::validator
