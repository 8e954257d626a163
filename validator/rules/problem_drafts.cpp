#include "validator/rules/problem_drafts.h"

#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

void problem_drafts(const RuleInput& context, Problem::Kind kind, const std::string& message,
                    Drafts& drafts) {
  for (std::size_t i = 0; i < context.report.problems.size(); ++i) {
    const Problem& problem = context.report.problems[i];
    if (problem.kind != kind) continue;
    Draft draft;
    draft.identity = "problem/" + std::to_string(i);
    draft.problem = &problem;
    Finding& finding = draft.finding;
    finding.message = message;
    for (const auto& detail : problem.details) {
      // Not a structured binding: Clang 14 lets no lambda capture one.
      const std::string& name = detail.first;
      const std::string& value = detail.second;
      if (name == "what") {
        put_term(finding.args, name, "what", value);
      } else if (name == "place") {
        put_place(finding.args, name, value);
      } else {
        finding.args[name] = value;
      }
    }
    finding.args["page"] = std::to_string(problem.source.page);
    const auto found = problem.details.find("found");
    if (found != problem.details.end()) finding.printed = found->second;
    finding.blamed = problem.figure;
    if (problem.figure) finding.involved = {*problem.figure};
    finding.source = problem.source;
    drafts.push_back(std::move(draft));
  }
}

}  // namespace tradereport::validator
