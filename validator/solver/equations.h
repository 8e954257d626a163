// Sparse linear equations in exact arithmetic. Internal to validator.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "schemas/interval.h"

namespace tradereport::validator {

// sum of coefficient * unknown = constant; by index of the unknown.
struct Equation {
  std::map<int, Rational> terms;
  Rational constant;
};

// A solution for unknowns 0 … count - 1; unknowns that the equations leave open are 0. Nothing if
// there is none. Equations with one unknown are substituted first, then those with the fewest, so
// that the sparse, nearly triangular systems of a simplex basis cost next to nothing.
std::optional<std::vector<Rational>> solve(std::vector<Equation> equations, int count);

}  // namespace tradereport::validator
