// Relations that follow from those of the family file taken together. Internal to validator.
#pragma once

#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

// union: where two sums of a list are each at most the same whole, one of them listing blocs and
//   the other partners, the blocs and those partners that are in none of them are together at most
//   the whole, each partner counted once. For every population that the two hold in.
// outsider: a row that a complete ranked list does not name is no larger than its last entry. A
//   list is complete if it has as many entries as the family says, all known and different. With
//   it, month <= year to date for rows that only one of the two lists names.
std::vector<Relation> extra_relations(const Report& report, const Family& family,
                                      const std::vector<Relation>& relations);

}  // namespace tradereport::validator
