// What the rules about the reader's problems share. Internal to validator.
#pragma once

#include <variant>

#include "validator/rules/draft.h"
#include "validator/rules/rule_input.h"

namespace tradereport::validator {

// What a rule says of the problem, without the rule: message, arguments, what is printed there and
// where; a lower severity than the rule's if it deserves that.
Finding describe_problem(const Problem& problem);

void add_problem_draft(const RuleInput& context, std::size_t problem, Drafts& drafts);

// A draft for every problem of the types, those of the first type first; source from the problem.
template <class... What>
void problem_drafts(const RuleInput& context, Drafts& drafts) {
  const auto all_of_one = [&](auto holds) {
    for (std::size_t i = 0; i < context.report.problems.size(); ++i)
      if (holds(context.report.problems[i])) add_problem_draft(context, i, drafts);
  };
  (all_of_one([](const Problem& p) { return std::holds_alternative<What>(p.what); }), ...);
}

}  // namespace tradereport::validator
