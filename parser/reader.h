// From the bytes of a file to a Report.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"

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

// Exactly one of report and error is set; family belongs to the report.
struct ReadResult {
  std::optional<Report> report;
  std::optional<ReadError> error;
  const Family* family = nullptr;  // owned by the Reader
};

// Reads documents of the given families. A family's patterns are compiled when the first document
// of it is read, so make one Reader and use it for many documents. read() may be called from
// several threads.
class Reader {
 public:
  // The patterns must compile, otherwise read() throws std::invalid_argument; use check_patterns()
  // first for families that come from a user.
  explicit Reader(std::vector<Family> families);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // bytes: a PDF, or plain text in UTF-8. file: only for messages and for Report::file.
  ReadResult read(std::string_view bytes, const std::string& file) const;

  const std::vector<Family>& families() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Every pattern of the family that does not compile, or names a word or slot that does not exist.
std::vector<FamilyError> check_patterns(const Family& family, const std::string& file);

}  // namespace tradereport::parser
