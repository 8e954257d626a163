#include "parser/pages/read_error.h"

#include <array>

namespace tradereport::parser {

std::string_view to_string(ReadError::Code code) {
  static constexpr std::array<std::string_view, 12> names{
      "empty",     "not_a_report",   "other_office", "damaged",
      "encrypted", "no_text",        "undecodable",  "no_character_maps",
      "not_utf8",  "unknown_family", "no_period",    "nothing_read"};
  return names[static_cast<std::size_t>(code)];
}

}  // namespace tradereport::parser
