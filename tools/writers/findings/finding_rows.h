// Findings as rows of data.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schemas/finding.h"
#include "tools/writers/dataset.h"

namespace tradereport::tools {

// The columns of findings.csv: those of the JSON of `check` that are one value.
const std::vector<DataColumn>& finding_columns();

// The finding's row. `number`: its position among the findings of its report, from 1.
std::vector<std::string> finding_row(const Report& report, const Finding& finding,
                                     std::size_t number);

}  // namespace tradereport::tools
