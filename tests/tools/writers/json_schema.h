// A validator of JSON Schema for the keywords that this project's schemas use.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tradereport::tools::test {

// What the value breaks, each as "/reports/0/period: pattern"; empty if it is valid. A keyword that
// is not known is reported as broken, so that none is passed over.
std::vector<std::string> schema_errors(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace tradereport::tools::test
