// What a numeric simplex (GLPK, in doubles) says of a system: whether it seems to have a solution,
// and which ends bind where it stopped. No verdict rests on it. Internal to validator.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "validator/system.h"

struct glp_prob;

namespace tradereport {

// Rows with several terms are rows of the simplex table; rows with one term only bound their
// unknown, and have to be put together by the caller. Keeps its basis from one call to the next.
class Proposal {
 public:
  Proposal(const std::vector<Row>& rows, int unknowns);
  ~Proposal();
  Proposal(const Proposal&) = delete;
  Proposal& operator=(const Proposal&) = delete;

  // Rows with several terms, ascending.
  const std::vector<int>& rows() const { return row_of_line_; }

  // Ends in force; nullptr: none.
  void bind_row(int row, const Rational* lo, const Rational* hi);
  void bind_unknown(int unknown, const Rational* lo, const Rational* hi);
  void set_terms(int row, const std::vector<std::pair<int, Rational>>& terms);

  // The crash basis that it starts from, and the plain one of all rows.
  void advanced_basis();
  void standard_basis();

  // Whether there seem to be levels; nothing if GLPK gives up.
  std::optional<bool> possible();

  // The least of sum(coefficient * level), where one was found.
  std::optional<double> least(const std::vector<std::pair<int, double>>& objective);
  double level(int unknown) const;

  // Where a row or an unknown rests in the basis.
  enum class Rest { basic, lower, upper, free };
  Rest rest_of_row(int row) const;
  Rest rest_of_unknown(int unknown) const;

  // After possible() said no: the row or the unknown (the other is -1) that no change of the others
  // brings between its ends, and the others that it depends on.
  struct Stuck {
    int row = -1;
    int unknown = -1;
    std::vector<int> rows;
    std::vector<int> unknowns;
  };
  std::optional<Stuck> stuck();

 private:
  std::optional<bool> run(int method);
  int line(int row) const { return line_of_row_[static_cast<std::size_t>(row)]; }

  int unknowns_;
  std::vector<int> line_of_row_;  // of GLPK, from 1; 0 for rows with one term
  std::vector<int> row_of_line_;
  glp_prob* problem_;
};

}  // namespace tradereport
