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
// latest one, with the message "RULE.open". Many open ones are one finding of the latest
// edition with one, with the message "RULE.many", and so are many others with the same latest
// edition: so it looks where everything has been revised.
void add_fault_findings(const ArchiveInput& context, std::string_view rule,
                        std::vector<EditionFinding>& findings);

// What an edition prints; and the same as evidence of a finding.
PrintedItem edition_item(const Editions& editions, const std::string& file,
                         const EditionFigure& figure);
void add_edition_evidence(Finding& finding, const Editions& editions, const std::string& file,
                          const EditionFigure& figure);

}  // namespace tradereport::validator
