// Faults between editions as findings. Internal to validator.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/archive/archive_rule.h"

namespace tradereport::validator {

// The findings of the faults that the rule speaks of: A02 if a rate (or change, or last year's
// level) has a part in it, A01 if months and years to date alone have, A03 if two editions print
// the same level.
//
// A finding stands in the first suspect's edition, or where the fault is open or a tie, in the
// latest one, with the message "RULE.open". Many with the same latest edition are one finding of
// that edition, with the message "RULE.many": so it looks where everything has been revised.
void add_fault_findings(const ArchiveInput& context, std::string_view rule,
                        std::vector<EditionFinding>& findings);

// A step of a proof: what an edition prints on a page.
ProofStep printed_in(const std::string& file, const FigureKey& key, const std::string& value,
                     int page);

}  // namespace tradereport::validator
