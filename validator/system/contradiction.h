// Which relations the printed figures contradict. Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "validator/relations/evidence.h"
#include "validator/relations/relations.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// A relation that no true values can satisfy whose rounding gives the printed figures.
struct Contradiction {
  const Relation* relation = nullptr;
  Bounds whole;                        // what the figures say of the whole …
  Bounds parts;                        // … and of the sum of the parts; the two do not fit
  std::vector<const Figure*> figures;  // whole first
};

// Contradicted if the closed intervals of whole and sum cannot meet (equal), or the least sum
// exceeds the greatest whole (whole >= parts). Touching ends are no contradiction.
std::optional<Contradiction> check(const Relation& relation, const Evidence& evidence);

// Of the system's relations, in their order.
std::vector<Contradiction> find_contradictions(const System& system, const Evidence& evidence);

// Those of them that speak of this row.
std::vector<Contradiction> find_contradictions(const System& system, const Evidence& evidence,
                                               const SeriesKey& key);

}  // namespace tradereport::validator
