// Rows of data as JSON.
#pragma once

#include <string>
#include <vector>

#include "tools/writers/dataset.h"

namespace tradereport::tools {

// The text in quotes; bytes that are no UTF-8 become U+FFFD.
std::string json_string(const std::string& text);

// {"period": "2024-05", "value": -1.60}: numbers are JSON numbers with their printed decimals,
// missing values null.
std::string record_json(const std::vector<DataColumn>& columns,
                        const std::vector<std::string>& cells);

}  // namespace tradereport::tools
