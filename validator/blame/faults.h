// The mistakes of a report told apart, and for each the figures that may be wrong, likeliest first.
// Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "validator/blame/blame.h"
#include "validator/blame/misprint.h"

namespace tradereport::validator {

// By how much a suspect must be likelier than the next to be called the likeliest.
inline constexpr double kClearly = 1.25;

struct Suspect {
  int observation = -1;  // in System::observations
  Range range;           // what the rest allows; nothing known for a list
  Likelihood likelihood;
};

// One mistake: each of the suspects alone explains it, the other mistakes being as they are.
struct Fault {
  std::vector<Suspect> suspects;  // likeliest first
  std::vector<int> others;        // the first suspects of the other faults

  // The first suspect's range, if it was asked for with these other mistakes: there are none.
  std::optional<Range> range() const;

  // No suspect is clearly likelier than the next.
  bool tie() const;
};

// One fault for each member of the likeliest of the smallest sets. Empty for a possible report.
// `editions` are what the system was built of, by Observation::edition: of one report that alone.
std::vector<Fault> find_faults(const std::vector<const Report*>& editions, const System& system,
                               Solver& solver, const Blame& blame);

// What is left out when it is asked what could stand in a figure's place: the set that is taken to
// be wrong, and all observations of the same thing (what a figure would have to be is asked of the
// other figures).
std::vector<int> observations_to_exclude(const System& system, int observation,
                                         const std::vector<int>& set);

}  // namespace tradereport::validator
