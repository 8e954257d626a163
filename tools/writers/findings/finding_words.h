// What a finding says, in the words that its forms as text share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/finding.h"
#include "schemas/messages.h"

namespace tradereport::tools {

// "error M01 (proved)"
std::string finding_kind(const Finding& finding, Language language);

// What is printed or suggested for the item; a word may be a month.
std::string value_in_words(const PrintedItem& item, const std::string& value, Language language);

// Either these figures are wrong together, or those: the message and the remarks say it in words.
bool is_of_groups(const Finding& finding);

// The candidates besides the blamed one; none if the finding is of groups.
struct OtherCandidates {
  std::vector<const Candidate*> together;  // wrong together with the blamed one
  std::vector<const Candidate*> instead;   // that may be wrong instead; or all, side by side
  std::string_view heading;                // message over these
};
OtherCandidates other_candidates(const Finding& finding);

// "table 1, exports, month, value: 77.4 (line 33); possible: 74.7 to 74.9", of a finding in that
// file; without the place if it is told otherwise.
std::string candidate_in_a_line(const Candidate& candidate, const std::string& file, bool placed,
                                Language language);

}  // namespace tradereport::tools
