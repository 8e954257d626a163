// Faults between issues as findings. Internal to validator.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/archive/across_rule.h"

namespace tradereport::validator {

// The findings of the faults that the rule speaks of: A02 if a rate (or change, or last year's
// level) has a part in it, A01 if months and years to date alone have, A03 if two issues print the
// same level.
//
// A finding stands in the first suspect's issue, or where the fault is open or a tie, in the latest
// one, with the message "RULE.open". Many with the same latest issue are one finding of that
// issue, with the message "RULE.many": so it looks where everything has been revised.
void add_across(const AcrossContext& context, std::string_view rule,
                std::vector<IssueFinding>& findings);

// A step of a proof: what an issue prints on a page.
ProofStep printed_in(const std::string& file, const FigureKey& key, const std::string& value,
                     int page);

}  // namespace tradereport::validator
