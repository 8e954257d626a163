// The slow way to decide a system: a simplex in exact arithmetic. Internal to validator.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "validator/solver/certificate.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// Levels that satisfy all rows, or the proof that there are none.
using Decision = std::variant<std::vector<Rational>, Certificate>;

// The general simplex of Dutertre and de Moura (A Fast Linear-Arithmetic Solver for DPLL(T), CAV
// 2006) in rationals, with Bland's rule: it always ends, and needs no tolerance. Rows of the
// observations in `excluded` are left out.
Decision decide_exactly(const std::vector<Row>& rows, int unknowns,
                        const std::vector<bool>& excluded = {});

// The same, and nothing where it would take more than so much work (terms of the tableau that are
// changed, by the length of their numbers); what has been done is taken off it.
std::optional<Decision> decide_exactly_within(std::int64_t& work, const std::vector<Row>& rows,
                                              int unknowns);

}  // namespace tradereport::validator
