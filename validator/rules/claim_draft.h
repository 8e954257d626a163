// What M01 and M03 share. Internal to validator.
#pragma once

#include <string>

#include "validator/figures/claims.h"
#include "validator/rules/draft.h"
#include "validator/rules/rule_input.h"

namespace tradereport::validator {

// A draft that blames the text, with arguments claim, table, row, flow, span, measure, place (all
// of the table's figure where there is one), and the two figures as its proof.
Draft claim_draft(const RuleInput& context, const WrongClaim& wrong, const std::string& message);

}  // namespace tradereport::validator
