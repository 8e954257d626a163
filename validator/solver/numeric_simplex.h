// What a numeric simplex (GLPK, in doubles) says of some rows of a system: whether they seem to
// have a solution, and which of them bind where it stopped. No verdict rests on it. Internal to
// validator.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

struct glp_prob;

namespace tradereport::validator {

// Starts without a row; unknowns come with the rows that they stand in, and rest at 0 until a row
// moves them. Keeps its basis from one call to the next.
class NumericSimplex {
 public:
  using Term = std::pair<int, double>;  // unknown, coefficient

  NumericSimplex(std::size_t rows, std::size_t unknowns);
  ~NumericSimplex();
  NumericSimplex(const NumericSimplex&) = delete;
  NumericSimplex& operator=(const NumericSimplex&) = delete;

  bool has(int row) const { return line(row) > 0; }
  // In the order in which they came.
  const std::vector<int>& rows() const { return rows_; }
  const std::vector<int>& unknowns() const { return unknowns_; }

  // Adds the row, or changes the terms that it has.
  void set_terms(int row, std::span<const Term> terms);
  // An infinite end does not bind.
  void set_bounds(int row, double lo, double hi);

  // Whether there seem to be levels; nothing if GLPK gives up.
  std::optional<bool> feasible();

  // The least of sum(coefficient * level); -infinity if there is none. Nothing if there seem to be
  // no levels, or GLPK gives up.
  std::optional<double> minimum(std::span<const Term> objective);

  double level(int unknown) const;

  // Whether a row or an unknown is basic, or at which of its ends it rests.
  enum class BasisStatus { basic, lower, upper, free };
  BasisStatus row_status(int row) const;
  BasisStatus unknown_status(int unknown) const;

  // After feasible() said no: a basic row that no change of the others brings between its ends, and
  // those others, on which it depends. Nothing if GLPK has no such row.
  struct Infeasibility {
    int row = -1;
    std::vector<int> others;
  };
  std::optional<Infeasibility> infeasibility();

 private:
  int run(int method);  // GLPK's status, or GLP_UNDEF
  int line(int row) const { return lines_[static_cast<std::size_t>(row)]; }
  int column(int unknown);

  glp_prob* problem_;
  std::vector<int> lines_;    // of GLPK, from 1, by row; 0: not there
  std::vector<int> columns_;  // the same by unknown
  std::vector<int> rows_, unknowns_;
};

}  // namespace tradereport::validator
