// Levels for a report that is possible, at a small part of what a simplex costs. Internal to
// validator.
#pragma once

#include <optional>
#include <vector>

#include "validator/system.h"

namespace tradereport {

inline constexpr long kQuickUnit = 1000000000;

// Levels in units of 1 / kQuickUnit, one an unknown of the system, that satisfy every row: checked
// in integers, so that what is found is a proof. Nothing if none were found, which proves nothing.
//
// Proposed in doubles: wholes are put in terms of their parts (reduction.h), so that equalities
// hold by themselves, and the squares of what the inequalities lack are brought down by conjugate
// gradients (Polak and Ribière, Note sur la convergence de méthodes de directions conjuguées, 1969;
// each unknown scaled by the rows it stands in) from where the figures are printed. Most reports
// leave room enough for this to end after about ten rounds; Solver decides the others.
std::optional<std::vector<Integer>> find_levels_quickly(const System& system);

// True if the levels (in units of 1 / kQuickUnit) satisfy every row.
bool satisfied(const IntegerRows& rows, const std::vector<Integer>& levels);

}  // namespace tradereport
