// What the validator makes of a report, for tests.
#pragma once

#include <string>
#include <vector>

#include "schemas/finding.h"
#include "schemas/report.h"
#include "validator/system/system.h"

namespace tradereport::validator::test {

// The joint system of a report of the fixtures' family. The report must outlive it.
System system_of(const Report& report);

// "T01", "M01", …: the rule of each finding, in their order.
std::vector<std::string> rules_of(const std::vector<Finding>& findings);

}  // namespace tradereport::validator::test
