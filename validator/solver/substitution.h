// The equalities of a system as substitutions: unknowns that are free, and those that follow from
// them, so that levels can be made to satisfy equalities exactly. Internal to validator.
#pragma once

#include <vector>

#include "validator/system/integer_rows.h"

namespace tradereport::validator {

// Levels are counted in 1 / kLevelUnit.
inline constexpr long kLevelUnit = 1000000000;

// Unknowns that an equality makes the same have one representative, and a whole is defined by its
// parts; all others are free.
//   total = export + import: export and import are free, total depends on them
class Substitution {
 public:
  // The rows must outlive it.
  Substitution(const IntegerRows& rows, std::size_t unknowns);

  // False if a whole is defined by itself, or a coefficient does not fit into 62 bits.
  bool usable() const { return usable_; }

  // The unknown that stands for all that equal this one.
  int representative(int unknown) const;
  bool is_free(int unknown) const;

  // The wholes, each after its parts.
  const std::vector<int>& dependent() const { return dependent_; }
  // The row that defines a whole, and the whole's coefficient there.
  const IntegerRow& definition(int whole) const;
  Integer own_coefficient(const IntegerRow& sum, int whole) const;

  // From the free unknowns' levels those of all others; false if a whole cannot be had in integers.
  bool substitute(std::vector<Integer>& levels) const;

 private:
  enum class State { unseen, open, done };

  void merge_equal();
  void choose_definitions();
  bool order(int unknown);

  const IntegerRows& rows_;
  bool usable_ = true;
  std::vector<int> equal_to_;    // -1: none
  std::vector<int> defined_by_;  // row; -1: free
  std::vector<State> states_;    // of order()
  std::vector<int> dependent_;
};

// An equality of a relation.
bool equality(const IntegerRow& row);

// True if the levels (in units of 1 / kLevelUnit) satisfy the row.
bool within(const IntegerRows& rows, const IntegerRow& row, const std::vector<Integer>& levels);

}  // namespace tradereport::validator
