// Row generation: a numeric simplex that knows only the rows of a system that matter. Internal to
// validator.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "validator/solver/proposal.h"
#include "validator/solver/surroundings.h"
#include "validator/system/integer_rows.h"

namespace tradereport::validator {

// From starting levels that nearly fit, the simplex moves as few as it must: it gets the rows that
// these levels miss, and those that its moves would break, until none is. Everything here is in
// doubles, and counted from the starting levels.
class RowGeneration {
 public:
  // Both must outlive it; `excluded` has one entry an observation. `start` has one level an
  // unknown, in units of 1 / kLevelUnit.
  RowGeneration(const IntegerRows& rows, const std::vector<bool>& excluded,
                std::vector<Integer> start);

  const Proposal& simplex() const { return simplex_; }
  const std::vector<Integer>& start() const { return around_.levels(); }
  double start_level(int unknown) const;
  double move(int unknown) const { return moves_[static_cast<std::size_t>(unknown)]; }

  // After the row has been left out or taken back.
  void bind(int row);
  // After the row has changed.
  void look(int row);

  // Rows are kept off their ends by so much, so that integers near a move fit as well.
  void keep_off(double margin);
  double margin(int row) const;
  // Rows that only touch have no margin; false if that is known.
  bool tighten(const Proposal::Stuck& stuck);

  // Whether there seem to be moves that fit the rows that are there; nothing if GLPK gives up.
  std::optional<bool> possible();
  std::optional<Proposal::Stuck> stuck() { return simplex_.stuck(); }
  // The least of sum(coefficient * move); as Proposal::least().
  std::optional<double> least(const std::vector<Proposal::Term>& objective);

  // Adds the rows that the moves miss; false if there are none but those that are there.
  bool add_missed();
  // False if it is there already.
  bool add(int row);
  // Adds all rows of an unknown, and of all unknowns that the simplex knows; false if all are
  // there.
  void add_rows_of(int unknown);
  bool add_touched();

  // The rows that levels may miss if only the unknowns that the simplex knows, and those of
  // look_at_rows_of(), are not as at the start. Ascending.
  std::vector<int> rows_at_stake();
  void look_at_rows_of(int unknown);
  bool out(int row) const;

 private:
  void read_moves();
  void stake(int row);
  void stake_missed(int row);

  const IntegerRows& rows_;
  const std::vector<bool>& excluded_;
  Surroundings around_;        // of the start
  std::vector<double> moves_;  // from there
  std::vector<int> at_stake_;
  std::vector<bool> staked_rows_;  // the same by row
  std::size_t staked_ = 0;         // unknowns of the simplex whose rows are among them
  double margin_ = 0;
  std::set<int> tight_;  // rows that touch others
  Proposal simplex_;
};

}  // namespace tradereport::validator
