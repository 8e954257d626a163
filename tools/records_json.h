// The data of `convert` as JSON.
#pragma once

#include <string>
#include <vector>

#include "tools/dataset.h"

namespace tradereport::tools {

// A list of objects, one a row, with the columns as keys. Numbers keep all their printed decimals
// ("9.0" stays 9.0); missing values are null.
std::string records_json(const DataTable& table);

// {"table1": […], …}
std::string tables_json(const std::vector<const DataTable*>& tables);

}  // namespace tradereport::tools
