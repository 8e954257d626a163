// Intervals as text. Internal to writers.
#pragma once

#include <optional>
#include <string>

#include "schemas/finding.h"
#include "schemas/messages.h"

namespace tradereport::tools {

// Ends as canonical decimals, rounded outward; nothing where the interval has none.
struct EndsText {
  std::optional<std::string> min;
  std::optional<std::string> max;
};

// With two decimals more than the figures have, but no zeros beyond theirs.
//   [1/3, 2/3], 1 -> "0.333", "0.667"    [11, 11], 1 -> "11.0", "11.0"
EndsText ends_text(const Bounds& bounds, int decimals);

// What is possible for a candidate that has bounds: "11.0", "10.9 to 11.2", "at least 10.9".
std::string possible_text(const Candidate& candidate, Language language);

// The decimals that a candidate's value has; 1 for a word.
int decimals_of(const PrintedItem& item);

}  // namespace tradereport::tools
