// Findings as notes on the pages of the reports.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schemas/finding.h"
#include "schemas/messages.h"
#include "tools/workers/annotate/page_mark.h"

namespace tradereport::tools {

// What is to blame, or may be, is marked with the finding in words, its proof and what would be
// right; what the proof rests on with what it says. A place that several findings speak of has one
// note, in which they stand one below the other. What stands nowhere (a table that is missing) is
// noted on its page, or the first.
class FindingMarks {
 public:
  explicit FindingMarks(Language language) : language_(language) {}

  // A finding of the report `file`. What it says of other reports is noted with those.
  void add(const std::string& file, const Finding& finding);
  // Of one report, in no particular order.
  const std::vector<PageMark>& of(const std::string& file) const;

 private:
  void mark(const std::string& file, const Source& source, PageMark::Kind kind,
            const Finding& finding, const std::string& text);

  Language language_;
  std::map<std::string, std::vector<PageMark>> marks_;  // by report
};

}  // namespace tradereport::tools
