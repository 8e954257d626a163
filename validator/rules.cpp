#include "validator/rules.h"

#include <algorithm>

#include "validator/archive/archive_rule.h"
#include "validator/rule_pages.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

const std::vector<RuleInfo>& rules() {
  static const std::vector<RuleInfo> all = [] {
    std::vector<RuleInfo> infos;
    for (const ArchiveRule& rule : archive_rules()) infos.push_back({rule.id, rule.severity});
    for (const Rule& rule : report_rules()) infos.push_back({rule.id, rule.severity});
    std::sort(infos.begin(), infos.end(),
              [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
    return infos;
  }();
  return all;
}

std::string_view rule_page(std::string_view id, Language language) {
  const std::string file = std::string(id) + (language == Language::en ? ".en.md" : ".zh.md");
  for (const auto& [name, text] : bundled_rule_pages()) {
    if (name == file) return text;
  }
  return {};
}

}  // namespace tradereport::validator
