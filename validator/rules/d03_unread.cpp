// D03: every numeral of the document is accounted for.
#include <map>

#include "validator/rules/rule.h"

namespace tradereport::validator {

void d03_unread(const RuleInput& context, Drafts& drafts) {
  std::map<std::string, std::size_t> by_context;  // one finding a sentence, in reading order
  for (const Numeral& numeral : context.report.numerals) {
    if (numeral.use != NumeralUse::unread) continue;
    const auto [found, fresh] = by_context.emplace(numeral.context, drafts.size());
    if (fresh || numeral.context.empty()) {
      found->second = drafts.size();
      Draft draft;
      draft.identity = "unread/" + std::to_string(drafts.size());
      draft.context = numeral.context;
      draft.finding.message = "D03";
      draft.finding.args = {{"numerals", ""}, {"context", numeral.context}, {"count", "0"}};
      draft.finding.source = numeral.source;
      drafts.push_back(std::move(draft));
    }
    auto& finding = drafts[found->second].finding;
    std::string& numerals = finding.args["numerals"];
    numerals += (numerals.empty() ? "" : ", ") + numeral.printed;
    finding.args["count"] = std::to_string(std::stoi(finding.args["count"]) + 1);
    finding.printed = numerals;
  }
}

}  // namespace tradereport::validator
