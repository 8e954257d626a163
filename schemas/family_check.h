// Checks that the parts of a family file fit together. Internal to schemas.
#pragma once

#include <string>
#include <vector>

#include "schemas/family.h"

namespace tradereport {

// Adds an error for every reference to a table, row, flow, unit, name set or bloc that is not
// there, for ids given twice, and for relations whose rules no rule has.
void check_references(const Family& family, const std::string& file,
                      std::vector<FamilyError>& errors);

}  // namespace tradereport
