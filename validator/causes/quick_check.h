// What of a report fails one relation or one sentence at a time, and what would fail with a slip
// undone: fast enough for thousands of slips, no proof. Internal to validator.
#pragma once

#include <vector>

#include "schemas/family.h"
#include "validator/causes/editorial_slip.h"
#include "validator/figures/figure_index.h"
#include "validator/relations/evidence.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

// Whether no levels that round to the printed figures satisfy the relation.
bool fails(const Relation& relation, const Evidence& evidence);

// Whether the tables print the same thing, in the same unit, only with other figures.
bool differs_from_tables(const FigureIndex& figures, std::size_t claim);
// Whether they print it at all.
bool is_in_tables(const FigureIndex& figures, std::size_t claim);

class QuickCheck {
 public:
  // All of it must outlive it.
  QuickCheck(const Report& report, const Family& family, const std::vector<Relation>& relations);
  QuickCheck(const QuickCheck&) = delete;
  QuickCheck& operator=(const QuickCheck&) = delete;

  // Relations, claims and lists that fail as printed.
  int failing() const { return failing_; }

  // By how many there are more with the slip undone.
  int change(const EditorialSlip& slip);

 private:
  int series_of(PrintedIndex index) const;
  int failing_of(const std::vector<int>& series) const;
  int change_by_moves(const EditorialSlip& slip);
  int count(const Report& report) const;

  const Report& report_;
  const Family& family_;
  const std::vector<Relation>& relations_;
  Report trial_;
  FigureIndex figures_;  // of the trial
  Evidence evidence_;
  std::vector<std::vector<int>> relations_of_;       // by series
  std::vector<std::vector<std::size_t>> claims_of_;  // by series
  int failing_ = 0;
};

}  // namespace tradereport::validator
