// What the rules about relations share. Internal to validator.
#pragma once

#include <string_view>

#include "validator/rules/draft.h"
#include "validator/rules/rule_input.h"

namespace tradereport::validator {

// A draft for every contradicted relation that the rule speaks for. The message is the rule's id,
// with ".at_most" for a relation that only says "at least"; a rule may change it afterwards.
//
// Arguments: relation, world, span, whole, parts (the two intervals), row, next (the first part's
// row), place and unit.
void relation_drafts(const RuleInput& context, std::string_view rule, Drafts& drafts);

}  // namespace tradereport::validator
