// A contradicted relation as people read it. Internal to validator.
#pragma once

#include <string>
#include <vector>

#include "schemas/finding.h"
#include "validator/system/contradiction.h"

namespace tradereport::validator {

// Whole and sum of the parts as text, with as many decimals as it takes to see that they do not
// meet (at least one more than the figures have).
struct TwoBounds {
  std::string whole;
  std::string parts;
};
TwoBounds bounds_text(const Contradiction& contradiction);

}  // namespace tradereport::validator
