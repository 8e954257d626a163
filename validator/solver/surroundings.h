// The rows of a system as they look from given levels, in doubles. Internal to validator.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "validator/system/integer_rows.h"

namespace tradereport::validator {

// How far the ends of a row are from its sum at the levels: what a move has to lie between. Signs
// are exact: levels lie within a row if and only if 0 does.
struct Room {
  double lo = 0;
  double hi = 0;
};

class Surroundings {
 public:
  using Term = std::pair<int, double>;  // unknown, coefficient

  // The rows must outlive it; the levels are in units of 1 / kLevelUnit.
  Surroundings(const IntegerRows& rows, std::vector<Integer> levels);

  const std::vector<Integer>& levels() const { return levels_; }
  const Room& room(int row) const { return rooms_[static_cast<std::size_t>(row)]; }
  std::span<const Term> terms(int row) const;
  // Rows that the unknown stands in.
  std::span<const int> rows_of(int unknown) const;

  // After the row has changed.
  void look(int row);

 private:
  const IntegerRows& rows_;
  std::vector<Integer> levels_;
  std::vector<Room> rooms_;
  std::vector<Term> terms_;        // as they stand in the rows
  std::vector<int> rows_of_;       // of all unknowns, one after the other …
  std::vector<int> first_row_of_;  // … and where each one's begin
};

}  // namespace tradereport::validator
