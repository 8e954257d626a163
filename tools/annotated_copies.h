// `check --annotate DIR`: copies of the PDFs with what was found marked on their pages.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "parser/reader.h"
#include "tools/cli/command_line.h"
#include "tools/marking.h"

namespace tradereport::tools {

// In the folder the copies are called as below the folder that all PDFs have in common
// ("2024/may.pdf"); those without a finding are not written.
class AnnotatedCopies {
 public:
  // Of an invocation with --annotate, which must outlive it.
  explicit AnnotatedCopies(const Invocation& invocation);

  Marking& marking() { return marking_; }
  // Is the file a copy of an earlier run? Those are no reports, unless they are named themselves.
  bool is_copy(const std::string& path) const;
  // Says on standard error what was written and what was not, and why. False if a copy that is due
  // is not there. Throws Interrupted.
  bool write(const parser::Reader& reader);

 private:
  void look_at_reports();
  std::filesystem::path copy_of(const MarkedReport& report) const;
  bool may_write(const std::filesystem::path& path) const;
  bool write_one(const MarkedReport& report, const MarkedCopy& copy) const;
  bool write_all(const parser::Reader& reader) const;
  void remove_old_copy(const MarkedReport& report) const;
  void tell_others() const;
  void tell(const std::string& file, const char* message) const;

  const Invocation& invocation_;
  std::string folder_;
  Marking marking_;
  std::filesystem::path common_;     // the folder that all reports have in common
  std::set<std::string> originals_;  // their file_identity()
};

}  // namespace tradereport::tools
