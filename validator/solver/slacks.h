// The slack of every row of a system at given levels, in doubles. Internal to validator.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "validator/system/integer_rows.h"

namespace tradereport::validator {

// The ends of a row less its sum at the levels: what the row of a move away from them has to lie
// between. Signs are exact: the levels satisfy a row if and only if lo <= 0 <= hi.
//   x + y <= 5 at x = 1, y = 3: hi is 1
struct Slack {
  double lo = 0;
  double hi = 0;
};

class Slacks {
 public:
  using Term = std::pair<int, double>;  // unknown, coefficient

  // The rows must outlive it; the levels are in units of 1 / kLevelUnit.
  Slacks(const IntegerRows& rows, std::vector<Integer> levels);

  const std::vector<Integer>& levels() const { return levels_; }
  const Slack& slack(int row) const { return slack_of_[static_cast<std::size_t>(row)]; }
  std::span<const Term> terms(int row) const;
  // Rows that the unknown stands in.
  std::span<const int> rows_of(int unknown) const;

  // After the row has changed.
  void update(int row);

 private:
  const IntegerRows& rows_;
  std::vector<Integer> levels_;
  std::vector<Slack> slack_of_;
  std::vector<Term> terms_;        // as they stand in the rows
  std::vector<int> rows_of_;       // of all unknowns, one after the other …
  std::vector<int> first_row_of_;  // … and where each one's begin
};

}  // namespace tradereport::validator
