// Which unknowns the equalities of a joint system give, so that levels can be made to satisfy these
// exactly. Internal to validator.
#pragma once

#include <vector>

#include "validator/system/integer_rows.h"

namespace tradereport::validator {

// Levels are counted in 1 / kLevelUnit.
inline constexpr long kLevelUnit = 1000000000;

// Unknowns that an equality makes the same are one, and a whole is given by its parts; all others
// are free.
class Wholes {
 public:
  // The rows must outlive it.
  Wholes(const IntegerRows& rows, std::size_t unknowns);

  // False if the wholes cannot be put in an order, or a coefficient is beyond all measure.
  bool usable() const { return usable_; }

  // The unknown that stands for it.
  int root(int unknown) const;
  bool is_free(int unknown) const;

  // Parts first.
  const std::vector<int>& all() const { return all_; }
  // The row that gives a whole, and the whole's coefficient there.
  const IntegerRow& sum(int whole) const;
  Integer own_coefficient(const IntegerRow& sum, int whole) const;

  // From the free unknowns' levels those of all others; false if a whole cannot be had in integers.
  bool complete(std::vector<Integer>& levels) const;

 private:
  enum class State { unseen, open, done };

  void join_equal();
  void choose();
  bool order(int unknown);

  const IntegerRows& rows_;
  bool usable_ = true;
  std::vector<int> same_as_;   // -1: none
  std::vector<int> given_by_;  // row; -1: free
  std::vector<State> states_;  // of order()
  std::vector<int> all_;
};

// An equality of a relation.
bool equality(const IntegerRow& row);

// True if the levels (in units of 1 / kLevelUnit) satisfy the row.
bool within(const IntegerRows& rows, const IntegerRow& row, const std::vector<Integer>& levels);

}  // namespace tradereport::validator
