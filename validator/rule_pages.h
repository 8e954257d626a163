// The pages of docs/rules, embedded. Internal to validator.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tradereport {

// File name ("M01.en.md") and text.
const std::vector<std::pair<std::string, std::string_view>>& bundled_rule_pages();

}  // namespace tradereport
