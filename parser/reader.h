// From the bytes of a file to a Report.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/pages/read_error.h"
#include "parser/report/period_hints.h"
#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport::parser {

// Exactly one of report and error is set; family belongs to the report.
struct ReadResult {
  std::optional<Report> report;
  std::optional<ReadError> error;
  const Family* family = nullptr;  // owned by the Reader
  std::vector<int> turns;          // of a PDF, by page: quarter turns to the right of its text
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
  ReadResult read(std::string_view bytes, const std::string& file,
                  const PeriodHints& hints = {}) const;

  const std::vector<Family>& families() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Every pattern of the family that does not compile, or names a word or slot that does not exist.
std::vector<FamilyError> check_patterns(const Family& family, const std::string& file);

}  // namespace tradereport::parser
