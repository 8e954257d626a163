// What `check` does with the documents that it has read, one after the other: what is found in
// them, what the editions of a family say of each other, and what people have accepted of it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tools/check_results.h"
#include "tools/cli/command_line.h"
#include "tools/cli/settings.h"
#include "tools/marking.h"
#include "tools/workers/reading.h"
#include "tools/writers/check/acceptance.h"
#include "validator/archive/editions.h"

namespace tradereport::tools {

class Check {
 public:
  // The invocation, of `check`, must outlive it. settings_file: where what is accepted stands.
  // marking: is told the reports and what is shown of them; must outlive it; may be nullptr.
  Check(const Invocation& invocation, Settings settings, std::string settings_file,
        CheckResults results, Marking* marking);

  bool shows_pages() const { return results_.shows_pages(); }
  // Takes the next report, or the error that it came to. What only the practice of its publisher
  // explains is not told once that is known (validator/archive/editions.h).
  void take(DocumentResult&& document);
  // A published report, before all that are held against it: what it shows of its publisher's
  // practice counts for them. What cannot be read of a folder or an archive is said; of what was
  // named itself it is a failure.
  void take_published(DocumentResult&& document);
  // All have been taken: looks at what they say of each other.
  void compare();
  // After compare(). The exit status. Throws OutputError.
  int finish();

 private:
  std::string text(const char* id, const std::map<std::string, std::string>& args) const;
  void fail(const InputError& error);
  void count_unless_accepted(const std::vector<Finding>& findings);
  // The families of which nothing was there to be held against: what was asked for was not done.
  void tell_not_compared();
  // The draft that the finding is about: it is in that edition, or its figures may be the wrong
  // ones. Without --against all reports are alike, and it is the edition's.
  std::optional<std::string> about(const std::string& edition, const Finding& finding) const;
  // Holds the editions of a family against each other.
  void across(const Family& family, const validator::Editions& editions);
  void write_accepted() const;
  int exit_status() const;

  const Invocation& invocation_;
  bool text_ = invocation_.value("format") == "text";
  bool strict_;
  std::string settings_file_;
  Acceptance acceptance_;
  CheckResults results_;
  Marking* marking_;
  Totals totals_;
  std::size_t unread_ = 0;             // numerals
  std::set<std::string> drafts_;       // files that are held against published ones
  std::set<const Family*> checked_;    // of which reports were read …
  std::set<const Family*> published_;  // … and published ones
  std::map<const Family*, validator::Editions>
      editions_;  // their figures alone; little for each report
};

}  // namespace tradereport::tools
