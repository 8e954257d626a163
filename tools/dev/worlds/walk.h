// How levels move from month to month, in integers.
#pragma once

#include <vector>

#include "tools/dev/worlds/economy.h"
#include "tools/dev/worlds/random.h"

namespace tradereport::worlds {

// So many sizes that fall, by about a third from one to the next, in random order. They add up to
// roughly the whole.
std::vector<Level> falling_sizes(std::size_t count, Level whole, Random& random);

// The months of a series of about that size: it drifts about it, and now and then breaks down,
// multiplies or stops for a while. Never negative; multiples of the grain.
std::vector<Level> walk(Level size, Level grain, Random& random);

// Series that share in the whole: in each month non-negative multiples of the grain that add up to
// at most the whole (which must be one itself). A few are large, most are small, and their shares
// drift.
std::vector<std::vector<Level>> shares_of(const std::vector<Level>& whole, std::size_t count,
                                          Level grain, Random& random);

}  // namespace tradereport::worlds
