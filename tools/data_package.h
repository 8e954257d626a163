// The description of the CSV files for programs: a Tabular Data Package (Frictionless, v1).
#pragma once

#include <string>
#include <vector>

#include "tools/dataset.h"
#include "tools/encoding.h"

namespace tradereport::tools {

// The text of datapackage.json: a resource for each table ("figures.csv"), a field for each column
// with type, unit and a description in English and Chinese.
std::string data_package_text(const std::vector<DataTable>& tables, Encoding encoding);

}  // namespace tradereport::tools
