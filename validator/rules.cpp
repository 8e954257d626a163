#include "validator/rules.h"

#include <algorithm>

#include "validator/archive/across_rule.h"
#include "validator/rule_pages.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

namespace {

struct Entry {
  std::string_view id;
  Severity severity;
  void (*run)(const RuleInput&, Drafts&);
};

constexpr Entry kRules[] = {
    {"B01", Severity::error, b01_joint},          {"D01", Severity::error, d01_stale_period},
    {"D02", Severity::warning, d02_missing},      {"D03", Severity::warning, d03_unread},
    {"D04", Severity::warning, d04_unknown_row},  {"D05", Severity::error, d05_unit},
    {"G01", Severity::error, g01_growth},         {"G02", Severity::error, g02_change},
    {"M01", Severity::error, m01_text_and_table}, {"M02", Severity::error, m02_top_list},
    {"M03", Severity::error, m03_direction},      {"M04", Severity::error, m04_list_lengths},
    {"N01", Severity::warning, n01_cut_off},      {"R01", Severity::error, r01_order},
    {"R02", Severity::error, r02_repeated_name},  {"S01", Severity::error, s01_shares},
    {"T01", Severity::error, t01_total},          {"T02", Severity::error, t02_balance},
    {"T03", Severity::error, t03_breakdown},      {"T04", Severity::error, t04_year_to_date},
    {"T05", Severity::error, t05_listed_parts},
};

}  // namespace

Drafts run_rules(const RuleInput& context) {
  Drafts drafts;
  for (const Entry& rule : kRules) {
    const std::size_t first = drafts.size();
    rule.run(context, drafts);
    for (std::size_t i = first; i < drafts.size(); ++i) {
      drafts[i].finding.rule = rule.id;
      drafts[i].finding.severity = rule.severity;
    }
  }
  return drafts;
}

const std::vector<RuleInfo>& rules() {
  static const std::vector<RuleInfo> all = [] {
    std::vector<RuleInfo> infos;
    for (const AcrossRule& rule : across_rules()) infos.push_back({rule.id, rule.severity});
    for (const Entry& rule : kRules) infos.push_back({rule.id, rule.severity});
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
