// What the rules about the reader's problems share. Internal to validator.
#pragma once

#include <string>

#include "validator/rules/draft.h"
#include "validator/rules/rule_input.h"

namespace tradereport::validator {

// A draft for every problem of the kind: message as given, the problem's details as arguments
// ("what" and "place" in the words of the catalogue), source and figure from the problem.
void problem_drafts(const RuleInput& context, Problem::Kind kind, const std::string& message,
                    Drafts& drafts);

}  // namespace tradereport::validator
