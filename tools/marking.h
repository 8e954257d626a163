// What is found in reports, marked in copies of their PDFs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "parser/reader.h"
#include "tools/cli/command_line.h"
#include "tools/workers/reading.h"
#include "tools/writers/check/finding_marks.h"

namespace tradereport::tools {

// A PDF that was read as a report, and what is needed to mark it.
struct MarkedReport {
  Input input;
  std::vector<int> turns;
  std::string content;  // SHA-256 of its bytes
};

// A copy, or none; and what is to be said of it, or why there is none.
struct MarkedCopy {
  std::string bytes;  // empty: none
  std::vector<InputError> remarks;
};

// Takes the reports and the findings first, then makes the copies: each PDF is opened again, in a
// worker process.
class Marking {
 public:
  explicit Marking(Language language) : marks_(language) {}

  void report(const DocumentResult& document);
  void finding(const std::string& file, const Finding& finding);

  const std::vector<MarkedReport>& reports() const { return reports_; }
  // Those that are no PDFs, or came by a stream: they have no pages to be marked.
  const std::vector<std::string>& others() const { return others_; }
  // Something is found in it.
  bool is_due(const MarkedReport& report) const { return !marks_.of(report.input.path).empty(); }

  // Hands a copy of each report that is due to `take`, as they are made. Throws Interrupted, and
  // what `take` throws.
  void make_copies(const Invocation& invocation, const parser::Reader& reader,
                   const std::function<void(const MarkedReport&, MarkedCopy&&)>& take) const;

 private:
  MarkedCopy copy_from(const MarkedReport& report, const Ended& job,
                       const parser::Reader& reader) const;

  FindingMarks marks_;
  std::vector<MarkedReport> reports_;
  std::vector<std::string> others_;
};

}  // namespace tradereport::tools
