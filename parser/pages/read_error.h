// Why a document could not be read.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tradereport::parser {

// Why a file could not be read at all. What is wrong inside a readable document is in the Report.
struct ReadError {
  enum class Code {
    empty,              // no bytes
    not_a_report,       // neither PDF nor text
    damaged,            // a PDF that cannot be opened (truncated, broken)
    encrypted,          // a password is needed
    no_text,            // a PDF without a text layer, such as a scan
    undecodable,        // text there is, but fonts give no characters for it
    no_character_maps,  // a font is not embedded, and this system does not say what it shows
    not_utf8,           // a text file in another encoding
    unknown_family,     // no family recognises it
    no_period,          // recognised, but no caption or sentence gives the month
  };
  Code code = Code::empty;
  std::string file;
  int page = 0;          // 0: not about one page
  std::string fragment;  // the offending text, where there is one
  // For unknown_family: each family tried and what of it was missing.
  std::vector<std::pair<std::string, std::string>> tried;
};

// "empty", "not_a_report", …
std::string_view to_string(ReadError::Code code);

}  // namespace tradereport::parser
