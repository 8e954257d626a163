// D02: the tables, columns, rows and sections that belong to the report are there and readable.
#include "validator/rules/problem_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void d02_missing(const RuleInput& context, Drafts& drafts) {
  problem_drafts(context, Problem::Kind::page_unread, "D02.page", drafts);
  const std::size_t first = drafts.size();
  problem_drafts(context, Problem::Kind::missing, "D02", drafts);
  for (std::size_t i = first; i < drafts.size(); ++i) {
    const auto& details = drafts[i].problem->details;
    const auto place = details.find("place");
    const auto name = details.find("name");
    const bool has_place = place != details.end() && !place->second.empty();
    const bool has_name = name != details.end() && !name->second.empty();
    if (has_place && has_name) drafts[i].finding.message = "D02.named_in_place";
    if (has_place && !has_name) drafts[i].finding.message = "D02.in_place";
    if (!has_place && has_name) drafts[i].finding.message = "D02.named";
  }
}

}  // namespace tradereport::validator
