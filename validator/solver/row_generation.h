// Row generation: a numeric simplex that knows only the rows of a system that matter. Internal to
// validator.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "validator/solver/numeric_simplex.h"
#include "validator/solver/slacks.h"
#include "validator/system/integer_rows.h"

namespace tradereport::validator {

// From starting levels that nearly fit, the simplex moves as few as it must: it gets the rows that
// these levels violate, and those that its moves would violate, until there are none. Everything
// here is in doubles, and counted from the starting levels: a level is start plus move.
class RowGeneration {
 public:
  // Both must outlive it; `excluded` has one entry an observation. `start` has one level an
  // unknown, in units of 1 / kLevelUnit.
  RowGeneration(const IntegerRows& rows, const std::vector<bool>& excluded,
                std::vector<Integer> start);

  const NumericSimplex& simplex() const { return simplex_; }
  const std::vector<Integer>& start() const { return slacks_.levels(); }
  double start_level(int unknown) const;
  double move(int unknown) const { return moves_[static_cast<std::size_t>(unknown)]; }

  // After the row has been left out or taken back.
  void set_bounds(int row);
  // After the row has changed.
  void update(int row);

  // Moves stay away from the ends of rows by so much, so that integers near them fit as well.
  void set_margin(double margin);
  double margin(int row) const;
  // From now on the rows have no margin, as they may only touch; false if they had none.
  bool drop_margins(const NumericSimplex::Infeasibility& infeasibility);

  // Whether there seem to be moves that fit the rows that are there; nothing if GLPK gives up.
  std::optional<bool> feasible();
  std::optional<NumericSimplex::Infeasibility> infeasibility() { return simplex_.infeasibility(); }
  // The least of sum(coefficient * move); as NumericSimplex::minimum().
  std::optional<double> minimum(const std::vector<NumericSimplex::Term>& objective);

  // Adds the rows that the moves violate; false if there are none but those that are there.
  bool add_violated();
  // False if it is there already.
  bool add(int row);
  // Adds all rows of an unknown, and of all unknowns that the simplex knows; false if all are
  // there.
  void add_rows_of(int unknown);
  bool add_all_rows();

  // The rows that levels can violate at all: those that the start violates, and those of unknowns
  // that are not as at the start, which are those of the simplex and of add_candidates_of().
  // Ascending.
  std::vector<int> candidate_rows();
  void add_candidates_of(int unknown);
  bool is_excluded(int row) const;

 private:
  void read_moves();
  void add_candidate(int row);
  void add_candidate_if_violated(int row);

  const IntegerRows& rows_;
  const std::vector<bool>& excluded_;
  Slacks slacks_;              // of the start
  std::vector<double> moves_;  // from there
  std::vector<int> candidates_;
  std::vector<bool> is_candidate_;  // the same by row
  std::size_t unknowns_seen_ = 0;   // unknowns of the simplex whose rows are among them
  double margin_ = 0;
  std::set<int> without_margin_;  // rows that touch others
  NumericSimplex simplex_;
};

}  // namespace tradereport::validator
