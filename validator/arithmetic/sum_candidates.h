// Sums and averages that a few lines of a table suggest.
#pragma once

#include <cstddef>
#include <vector>

#include "validator/arithmetic/line_pattern.h"

namespace tradereport::validator {

// Runs of neighbours before or after their whole, runs with a hole, every n-th position, and any
// two figures. Neighbours are so on the list of positions `active` (ascending), from which the
// parts of sums found earlier are gone: so a total over subtotals is a run too. Each candidate
// once.
std::vector<LinePattern> sum_candidates(const LineView& view,
                                        const std::vector<std::size_t>& active);

// The same sum moved along the line: of men and of women after that of both.
std::vector<LinePattern> moved_sums(const LineView& view, const LinePattern& found);

}  // namespace tradereport::validator
