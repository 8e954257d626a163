// Words that differ in their capitals alone, in any alphabet.
#pragma once

#include <string_view>

namespace tradereport::parser {

// Are they the same but for capitals, blanks and what normalising evens out?
//   same_word("Июль", "июль") -> true
bool same_word(std::string_view a, std::string_view b);

}  // namespace tradereport::parser
