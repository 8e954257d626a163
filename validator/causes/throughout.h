// Whether a part of a report fails wherever it can be held against the rest. Internal to validator.
#pragma once

#include <vector>

#include "schemas/family.h"
#include "validator/causes/editorial_slip.h"
#include "validator/figures/figure_index.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

// Of what can be held against the part's figures (sums that they are in, claims of the text, tables
// for claims) most fails, and at least three things do: single misprints do not look so.
bool fails_throughout(const FigureIndex& figures, const Family& family,
                      const std::vector<Relation>& relations, const EditorialSlip& part);

}  // namespace tradereport::validator
