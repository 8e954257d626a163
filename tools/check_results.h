// Where `check` gives its result: the forms that were asked for, each into standard output or a
// file.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tools/cli/command_line.h"
#include "tools/workers/reading.h"
#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

class CheckResults {
 public:
  // Opens the files of --output. Throws OutputError, as the others do.
  explicit CheckResults(const Invocation& invocation);
  // Into these, in place of files.
  explicit CheckResults(std::vector<std::unique_ptr<CheckOutput>> outputs)
      : outputs_(std::move(outputs)) {}

  bool shows_pages() const;
  // The findings are those that are to be shown; they may be fewer than were found.
  void report(const DocumentResult& document);
  void across(const std::string& file, const std::vector<Finding>& findings);
  void error(const InputError& error);
  void finish(const Totals& totals);

 private:
  void add(const Invocation& invocation, const std::string& format, const std::string& file);
  const Companion* companion_of(const std::string& file) const;
  const Companion* make_companion(const DocumentResult& document);

  std::vector<std::unique_ptr<CheckOutput>> outputs_;
  std::string companions_;                      // folder; empty: none are written
  std::map<std::string, Companion> companion_;  // by file, reduced to their pages
};

}  // namespace tradereport::tools
