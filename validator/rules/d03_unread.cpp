// D03: every numeral of the document is accounted for.
#include <map>

#include "validator/rules/rule.h"

namespace tradereport::validator {

void d03_unread(const RuleInput& context, Drafts& drafts) {
  struct Gathered {
    std::size_t draft = 0;
    int count = 0;
  };
  std::map<std::string, Gathered> by_context;  // one finding a sentence, in reading order
  for (const Numeral& numeral : context.report.numerals) {
    if (numeral.use != NumeralUse::unread) continue;
    const auto [found, fresh] = by_context.try_emplace(numeral.context);
    if (fresh || numeral.context.empty()) {
      found->second = {drafts.size(), 0};
      Draft draft;
      draft.identity = "unread/" + std::to_string(drafts.size());
      draft.context = numeral.context;
      draft.finding.message = "D03";
      draft.finding.args = {{"numerals", ""}, {"context", numeral.context}};
      draft.finding.source = numeral.source;
      drafts.push_back(std::move(draft));
    }
    auto& finding = drafts[found->second.draft].finding;
    std::string& numerals = finding.args["numerals"];
    numerals += (numerals.empty() ? "" : ", ") + numeral.printed;
    finding.args["count"] = std::to_string(++found->second.count);
  }
}

}  // namespace tradereport::validator
