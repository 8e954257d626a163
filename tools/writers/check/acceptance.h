// Findings that people have accepted, and what becomes of them in a run.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "schemas/finding.h"
#include "schemas/report.h"
#include "tools/cli/settings.h"

namespace tradereport::tools {

class Acceptance {
 public:
  // `everything`: whatever else is found is accepted as well, and added().
  Acceptance(std::vector<AcceptedFinding> accepted, bool everything);

  // Remembers that the report has been checked. Before keep() is asked for its findings.
  void saw(const Report& report);
  // Those of the file's findings that are not accepted. With `everything` that is all of them, for
  // they are to be shown; they count as accepted.
  std::vector<Finding> keep(const std::string& file, std::vector<Finding> findings);

  // How many findings were accepted.
  std::size_t count() const { return count_; }
  // Entries that nothing matches any more, though their report was checked.
  std::vector<AcceptedFinding> stale() const;
  // New entries, without a reason; for findings that are no mere notes.
  const std::vector<AcceptedFinding>& added() const { return added_; }

 private:
  std::vector<AcceptedFinding> accepted_;
  bool everything_;
  std::set<std::string> used_;                  // fingerprints
  std::map<std::string, std::string> reports_;  // family and period, by file
  std::vector<AcceptedFinding> added_;
  std::size_t count_ = 0;
};

}  // namespace tradereport::tools
