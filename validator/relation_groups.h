// Groups contradicted relations by the figure that may have caused them. Internal to validator.
#pragma once

#include <cstddef>
#include <vector>

#include "validator/repair.h"
#include "validator/rules/rule.h"

namespace tradereport {

// A figure that may be wrong, and what could stand in its place.
struct Suspect {
  const Figure* figure = nullptr;
  Repair repair;
};

// Contradictions that one figure explains.
struct RelationGroup {
  std::vector<std::size_t> members;  // indexes into Context::contradictions, in that order
  std::vector<Suspect> suspects;     // each of them alone explains all members
};

// Takes the figure that explains the most contradictions, those first that a single change of it
// would repair without breaking anything else, and goes on with what is left.
std::vector<RelationGroup> group_contradictions(const Context& context);

}  // namespace tradereport
