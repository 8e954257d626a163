// What would be possible in place of a contradicted figure, as text.
#pragma once

#include <optional>
#include <string>

#include "schemas/finding.h"

namespace tradereport::tools {

struct PossibleText {
  std::string min;
  std::string max;
};

// The ends of finding.possible as canonical decimals with at most two decimals more than the figure
// has, rounded outward, so that nothing possible is left out. Nothing if there is no interval.
//   [219/20, 221/20], 1 decimal -> 10.95, 11.05      [1/3, 2/3], 1 decimal -> 0.333, 0.667
std::optional<PossibleText> possible_text(const Finding& finding);

}  // namespace tradereport::tools
