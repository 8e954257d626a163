#include "tools/workers/archive_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace tradereport::tools {

namespace {

Input entry_input(const Input& archive, const ArchiveEntry& entry, std::set<std::string>& names) {
  Input report;
  report.path = archive.path + "/" + entry.name;
  // An archive may hold two files of one name.
  if (!names.insert(entry.name).second) report.path += fmt::format("#{}", entry.position);
  report.container = archive.path;
  report.entry = entry.position;
  report.held = archive.held;
  report.container_hash = archive.container_hash;
  if (entry.kind == ArchiveEntry::Kind::nested)
    report.error = InputError{report.path, "nested_archive", {}};
  if (entry.kind == ArchiveEntry::Kind::link)
    report.error = InputError{report.path, "archive_link", {}};
  return report;
}

}  // namespace

void add_entries(const Input& archive, const Answer& answer, Inputs& all) {
  const auto first = static_cast<std::ptrdiff_t>(all.files.size());
  std::set<std::string> names;
  for (const ArchiveEntry& entry : answer.entries) {
    Input report = entry_input(archive, entry, names);
    if (entry.kind == ArchiveEntry::Kind::passed_over) {
      all.passed_over.add(std::move(report.path));
    } else {
      all.files.push_back(std::move(report));
    }
  }
  std::sort(all.files.begin() + first, all.files.end(),
            [](const Input& a, const Input& b) { return a.path < b.path; });
  Input whole = archive;
  if (answer.left_out > 0)
    whole.error =
        InputError{archive.path, "archive_limit", {{"n", std::to_string(answer.left_out)}}};
  else if (all.files.size() == static_cast<std::size_t>(first))
    whole.error = InputError{archive.path, "no_reports", {}};
  if (whole.error) all.files.push_back(std::move(whole));
}

}  // namespace tradereport::tools
