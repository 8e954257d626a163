#include "tests/validator/outcomes.h"

#include "tests/validator/report_builder.h"
#include "validator/relations/relations.h"

namespace tradereport::validator::test {

System system_of(const Report& report) {
  return build_system(report, family(), build_relations(report, family()));
}

std::vector<std::string> rules_of(const std::vector<Finding>& findings) {
  std::vector<std::string> ids;
  for (const Finding& finding : findings) ids.push_back(finding.rule);
  return ids;
}

}  // namespace tradereport::validator::test
