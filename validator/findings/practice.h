// What a publisher's way to compute explains. Internal to validator.
#pragma once

#include <vector>

#include "schemas/finding.h"

namespace tradereport::validator {

// Could another way to compute explain an error among them? Not that a text and its table differ
// (rules M), nor what says nothing of figures (D).
bool practice_could_explain(const std::vector<Finding>& strict);

// The findings of a report by unrounded data (`strict`), and as they are if it was computed from
// its printed figures (`tolerant`). Errors are what stands under both: where as many stand under
// the second, they are those of the first, which see more sharply; where fewer do, those of the
// second. What stands under the first alone becomes a warning that says so.
std::vector<Finding> by_either_practice(std::vector<Finding> strict, std::vector<Finding> tolerant);

}  // namespace tradereport::validator
