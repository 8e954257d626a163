// The mistakes of a report told apart, and for each the figures that may be wrong, likeliest first.
// Internal to validator.
#pragma once

#include <vector>

#include "validator/blame.h"
#include "validator/misprint.h"

namespace tradereport {

// By how much a suspect must be likelier than the next to be called the likeliest.
inline constexpr double kClearly = 1.25;

struct Suspect {
  int statement = -1;  // in System::statements
  Range range;         // what the rest allows; nothing known for a list
  Likelihood likelihood;
};

// One mistake: each of the suspects alone explains it, the other mistakes being as they are.
struct Fault {
  std::vector<Suspect> suspects;  // likeliest first
  std::vector<int> others;        // the first suspects of the other faults

  // No suspect is clearly likelier than the next.
  bool tie() const;
};

// One fault for each member of the likeliest of the smallest sets. Empty for a possible report.
std::vector<Fault> find_faults(const Report& report, const System& system, Solver& solver,
                               const Blame& blame);

}  // namespace tradereport
