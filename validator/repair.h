// What may stand in the place of one figure if all others are right. Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "schemas/interval.h"
#include "validator/evidence.h"
#include "validator/relations.h"

namespace tradereport {

// The decimals that could be printed in place of a figure without contradicting any relation.
struct Repair {
  bool possible = false;          // some decimal could stand there
  std::optional<Interval> range;  // least and greatest such decimal; nothing if unbounded

  // The only decimal that fits, as text; empty if there are several.
  std::string only(int decimals) const;
};

// Takes every relation that the figure plays a part in and solves it for that figure, the others
// being anywhere in their rounding intervals; the result is what all these relations allow, cut to
// decimals of the figure's length. A figure that no relation speaks of may be anything.
//
// Each relation is taken by itself: a decimal in the range may still be impossible for all of them
// together, but none outside of it is possible.
Repair repair(const Figure& figure, const std::vector<Relation>& relations,
              const Evidence& evidence);

}  // namespace tradereport
