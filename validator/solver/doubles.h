// What the numeric half of the solver shares. Internal to validator.
#pragma once

#include <cstddef>
#include <limits>

namespace tradereport::validator {

// The end of a row that is open.
inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The place in a vector of an unknown, row or observation; they are never negative.
inline std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace tradereport::validator
