// Faults between issues as findings. Internal to validator.
#pragma once

#include <string>

#include "validator/rules/across_rule.h"

namespace tradereport {

// The rule that speaks of the fault: A02 if a rate (or change, or last year's level) has a part in
// it, A01 if months and years to date alone have, A03 if two issues print the same level.
std::string rule_of(const AcrossContext& context, const IssueFault& fault);

// Its finding: in the first suspect's issue, or where it is open or a tie, in the latest one.
// Blamed, possible, suggested, involved and the proof are set; the message is the rule, or
// "RULE.open" for a fault without a likeliest suspect.
IssueFinding across_draft(const AcrossContext& context, const IssueFault& fault);

}  // namespace tradereport
