#include "tools/writers/check/acceptance.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "validator/findings/describe.h"

namespace tradereport::tools {

Acceptance::Acceptance(std::vector<AcceptedFinding> accepted, bool everything)
    : accepted_(std::move(accepted)), everything_(everything) {}

void Acceptance::saw(const Report& report) {
  reports_[report.file] = report.family + " " + report.period.to_string();
}

std::vector<Finding> Acceptance::keep(const std::string& file, std::vector<Finding> findings) {
  const auto is_accepted = [&](const Finding& finding) {
    return std::any_of(accepted_.begin(), accepted_.end(), [&](const AcceptedFinding& entry) {
      return entry.fingerprint == finding.fingerprint;
    });
  };
  std::vector<Finding> kept;
  for (Finding& finding : findings) {
    if (is_accepted(finding)) {
      used_.insert(finding.fingerprint);
      ++count_;
      continue;
    }
    if (everything_ && finding.severity != Severity::note &&
        used_.insert(finding.fingerprint).second) {
      ++count_;
      AcceptedFinding entry;
      entry.fingerprint = finding.fingerprint;
      entry.report = reports_[file];
      entry.rule = finding.rule;
      if (!finding.candidates.empty()) {
        const PrintedItem& item = finding.candidates.front().item;
        entry.figure = validator::describe(item, Language::en);
        entry.printed = item.printed;
      }
      added_.push_back(std::move(entry));
    }
    kept.push_back(std::move(finding));
  }
  return kept;
}

std::vector<AcceptedFinding> Acceptance::stale() const {
  std::map<std::string, std::size_t> editions;  // of each family
  std::set<std::string> checked;
  for (const auto& [file, report] : reports_) {
    checked.insert(report);
    ++editions[report.substr(0, report.find(' '))];
  }
  std::vector<AcceptedFinding> entries;
  std::copy_if(accepted_.begin(), accepted_.end(), std::back_inserter(entries),
               [&](const AcceptedFinding& entry) {
                 if (used_.contains(entry.fingerprint) || !checked.contains(entry.report))
                   return false;
                 // What only a comparison shows is not to be seen without the other editions.
                 const std::string family = entry.report.substr(0, entry.report.find(' '));
                 return !entry.rule.starts_with('A') || editions[family] > 1;
               });
  return entries;
}

}  // namespace tradereport::tools
