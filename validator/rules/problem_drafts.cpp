#include "validator/rules/problem_drafts.h"

#include <string>

#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

// The message, its arguments and what is printed there.
void tell(const StalePeriod& stale, Finding& finding) {
  finding.message = "D01";
  put_term(finding.args, "what", "what", stale.what);
  finding.args["found"] = finding.printed = stale.found;
  finding.args["expected"] = stale.expected;
}

void tell(const Missing& missing, Finding& finding) {
  finding.message = "D02";
  if (!missing.name.empty())
    finding.message += missing.place.empty() ? ".named" : ".named_in_place";
  if (missing.name.empty() && !missing.place.empty()) finding.message += ".in_place";
  put_term(finding.args, "what", "what", missing.what);
  finding.args["name"] = missing.name;
  put_place(finding.args, "place", missing.place);
}

void tell(const UnknownRow& row, Finding& finding) {
  finding.message = "D04";
  finding.args["name"] = row.name;
  put_place(finding.args, "place", row.place);
}

void tell(const UnitDiffers& unit, Finding& finding) {
  finding.message = "D05";
  finding.args["found"] = finding.printed = unit.found;
  finding.args["expected"] = unit.expected;
  put_place(finding.args, "place", unit.place);
}

void tell(const ListLengths& lists, Finding& finding) {
  finding.message = "M04";
  finding.args["names"] = std::to_string(lists.names);
  finding.args["figures"] = std::to_string(lists.figures);
  finding.args["sentence"] = lists.sentence;
}

void tell(const PageUnread& /*page*/, Finding& finding) {
  finding.message = "D02.page";
}

}  // namespace

void add_problem_draft(const RuleInput& context, std::size_t problem, Drafts& drafts) {
  Draft draft;
  draft.identity = "problem/" + std::to_string(problem);
  draft.problem = &context.report.problems[problem];
  draft.finding.source = draft.problem->source;
  draft.finding.args["page"] = std::to_string(draft.problem->source.page);
  std::visit([&](const auto& what) { tell(what, draft.finding); }, draft.problem->what);
  drafts.push_back(std::move(draft));
}

}  // namespace tradereport::validator
