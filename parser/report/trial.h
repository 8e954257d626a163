// How a family file reads one document, line by line: for people who write the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/pages/read_error.h"
#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport::parser {

// What a printed line was taken for.
struct TrialLine {
  int page = 0;
  // "caption", "head", "row", "group", "heading", "note", "picture", "left_alone", "furniture",
  // "text"; "none" for a line under a caption that matched nothing.
  std::string what;
  std::string name;  // of the table, row or group
  std::string text;  // as printed
};

// A pattern of the family and the first stretch of the document that it matched.
struct TrialPattern {
  std::string key;      // "phrase 'growth'", "table 'table1'.caption"
  std::string matched;  // empty if it matched nothing
};

struct Trial {
  bool recognised = false;
  ReadError::Tried tried;  // what it was looked for by, if it is not
  std::vector<TrialLine> lines;
  std::vector<TrialPattern> patterns;
};

// The error if the document cannot be read at all, or the trial. `family` must compile.
struct TrialResult {
  std::optional<Trial> trial;
  std::optional<ReadError> error;
};
TrialResult try_family(const Family& family, std::string_view bytes, const std::string& file);

}  // namespace tradereport::parser
