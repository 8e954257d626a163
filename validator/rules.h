// The rules there are: their ids are the contract with users, and never reused.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/finding.h"
#include "schemas/messages.h"

namespace tradereport::validator {

struct RuleInfo {
  std::string_view id;  // "M01"
  Severity severity = Severity::error;
};

// All rules, by id.
const std::vector<RuleInfo>& rules();

// The page that explains a rule (Markdown, docs/rules/ID.LANGUAGE.md); empty for an unknown id.
std::string_view rule_page(std::string_view id, Language language);

}  // namespace tradereport::validator
