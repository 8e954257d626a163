// What could be printed in the place of a figure, by everything else that the report says.
// Internal to validator.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "schemas/bounds.h"
#include "validator/solver/solver.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// Levels of one sign only have growth of -100 % and more, indices of 0 and more, and shares of 0 to
// 100 %: the least decimal that could be printed there (outward: -1), or the greatest (1), over
// 10^decimals. Nothing where there is no such end.
std::optional<std::int64_t> natural_end(const Figure& figure, int outward);

// The range of the observation's true value when the observations in `excluded` (it is among them)
// say nothing: level, growth or share in per cent, or change. An end that is not set is unbounded.
// By the numeric solver alone: good for comparing suspects, not for a verdict.
struct Range {
  std::optional<double> lo;
  std::optional<double> hi;
};
Range estimate_range(const System& system, Solver& solver, int observation,
                     const std::vector<int>& excluded);

// The least and the greatest decimal, with as many decimals as the figure has, that could be
// printed there; all decimals between the two could be as well. An end that is not set is
// unbounded. Exact: at each end the decimal is shown to be possible by levels, and the next one
// beyond it to be impossible by a certificate. Nothing if no decimal is possible. `estimate` is
// what estimate_range() says of the same question, if it has been asked.
std::optional<Bounds> possible_decimals(const System& system, Solver& solver, int observation,
                                        const std::vector<int>& excluded,
                                        const std::optional<Range>& estimate = std::nullopt);

}  // namespace tradereport::validator
