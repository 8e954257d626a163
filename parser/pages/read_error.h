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
    empty,         // no bytes
    not_a_report,  // neither PDF nor Word file nor text
    other_office,  // made by an office program, but not as .docx (.doc, .xls, .wps, .rtf, .odt)
    damaged,       // a PDF or Word file that cannot be opened (truncated, broken)
    encrypted,     // a password is needed
    no_text,       // a PDF without a text layer, such as a scan
    undecodable,   // text there is, but fonts give no characters for it
    no_character_maps,  // a font is not embedded, and this system does not say what it shows
    not_utf8,           // a text file in another encoding
    unknown_family,     // no family recognises it
    no_period,          // recognised, but no caption or sentence gives the month
    nothing_read,       // a report of that month, but not one figure of it could be read
  };
  Code code = Code::empty;
  std::string file;
  int page = 0;          // 0: not about one page
  std::string fragment;  // the offending text, where there is one
  // For unknown_family: what each family was looked for by. Nothing of it, or too little, was
  // there.
  struct Tried {
    std::string family;                 // its id
    std::vector<std::string> titles;    // as the reports print them
    std::vector<std::string> captions;  // as people write them …
    int found = 0;                      // … of which so many were there
    int needed = 0;                     // … and so many would be enough; 0: they prove nothing

    friend bool operator==(const Tried&, const Tried&) = default;
  };
  std::vector<Tried> tried;
};

// "empty", "not_a_report", …
std::string_view to_string(ReadError::Code code);

}  // namespace tradereport::parser
