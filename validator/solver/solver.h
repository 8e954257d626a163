// Decides the joint system, fast and exactly. Internal to validator.
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "validator/solver/exact_simplex.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// A numeric simplex (GLPK, in doubles) proposes levels, from where the figures are printed and with
// the rows that matter (row_generation.h). Where it ends is rounded to integers and held against
// every row; where it is stuck, the multipliers of the contradiction are computed in rationals and
// verified. Where either fails, decide_exactly() has the word, on the same rows first. No verdict
// rests on a double.
//
// Keeps its rows and its basis from one call to the next, so that a question about nearly the same
// system costs little. One solver belongs to one thread.
class Solver {
 public:
  // The system must outlive it.
  explicit Solver(const System& system);
  ~Solver();
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;

  // The rows of these observations are left out from now on.
  void exclude(const std::vector<int>& observations);

  // Puts other rows in the place of an observation's own: the same number, with the same unknowns.
  void replace(int observation, const IntegerRows& rows);

  // The proof that no levels satisfy every row that is not left out, if there are none. Nothing
  // also where the slow way would be too long (all of a solver's questions share a bound on it):
  // what is not proved is no error.
  std::optional<Certificate> refute();

  // Levels that satisfy every row that is not left out, or the proof that there are none.
  Decision decide();

  // Least and greatest value of sum(coefficient * level), in doubles; a proposal, not a verdict.
  // Nothing if unbounded (or not found). The system must have a solution.
  std::optional<double> least(const std::vector<std::pair<int, double>>& objective);
  std::optional<double> greatest(const std::vector<std::pair<int, double>>& objective);

  // The unknown's level where the last least() or greatest() stopped.
  double level(int unknown) const;

  const IntegerRows& rows() const;

  // How many systems have been decided, and how many of them took the slow way.
  int decided() const;
  int decided_exactly() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// Whether the system as it stands has levels that satisfy it, and printed figures that can all be
// right. `solver` is one of that system.
bool is_possible(const System& system, Solver& solver);

}  // namespace tradereport::validator
