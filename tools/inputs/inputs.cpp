#include "tools/inputs/inputs.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "tools/inputs/file_kind.h"

namespace tradereport::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNamed = 20;

Input input(std::string path) {
  Input input;
  input.archive = is_archive_name(path);
  input.path = std::move(path);
  return input;
}

Input bad_input(const std::string& path, InputError error) {
  Input input;
  input.path = path;
  input.error = std::move(error);
  return input;
}

// Of a file that nobody has asked for by name: what cannot be read is none of a report.
FileKind kind_of_file(const std::string& path) {
  const OpenFile file = open_input(path);
  if (file.error) return FileKind::other;
  std::array<char, kKindBytes> start;
  const ssize_t count = ::pread(file.descriptor, start.data(), start.size(), 0);
  ::close(file.descriptor);
  return count <= 0 ? FileKind::other : file_kind({start.data(), static_cast<std::size_t>(count)});
}

void look_at_file(const std::string& path, Inputs& found) {
  if (is_report_name(path) || is_archive_name(path)) {
    found.files.push_back(input(path));
    return;
  }
  const FileKind kind = kind_of_file(path);
  if (kind == FileKind::pdf) {
    found.files.push_back(input(path));
  } else if (may_be_report(kind, path)) {
    found.passed_over.add(path);
  }
}

// Adds what stands in the folder, sorted; folders that cannot be listed become errors.
void walk(const fs::path& folder, const LeavesOut& leaves_out, Inputs& found) {
  std::error_code code;
  std::vector<fs::directory_entry> entries;
  fs::directory_iterator it(folder, code);
  for (; !code && it != fs::directory_iterator(); it.increment(code)) entries.push_back(*it);
  if (code)
    found.files.push_back(bad_input(folder.string(), system_error(folder.string(), code.value())));
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
  for (const fs::directory_entry& entry : entries) {
    const std::string path = entry.path().string();
    if (entry.path().filename().native().starts_with('.')) continue;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      // A link that leads nowhere matters if it has the name of a report.
      if (is_report_name(path) || is_archive_name(path))
        found.files.push_back(bad_input(path, system_error(path, errno)));
    } else if (S_ISDIR(status.st_mode)) {
      if (!entry.is_symlink(code)) walk(entry.path(), leaves_out, found);
    } else if (S_ISREG(status.st_mode)) {
      if (!leaves_out || !leaves_out(path)) look_at_file(path, found);
    } else {
      found.files.push_back(bad_input(path, not_a_file(path, status.st_mode)));
    }
  }
}

void expand(const std::string& argument, const LeavesOut& leaves_out, Inputs& found) {
  struct stat status {};
  if (argument != "-" && ::stat(argument.c_str(), &status) != 0) {
    found.files.push_back(bad_input(argument, system_error(argument, errno)));
  } else if (argument != "-" && S_ISDIR(status.st_mode)) {
    const std::size_t before = found.files.size();
    walk(argument, leaves_out, found);
    if (found.files.size() == before)
      found.files.push_back(bad_input(argument, {argument, "no_reports", {}}));
  } else {
    found.files.push_back(input(argument));
  }
}

}  // namespace

std::string file_identity(const std::string& path) {
  if (path == "-") return path;
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return "name " + path;
  return "inode " + std::to_string(status.st_dev) + " " + std::to_string(status.st_ino);
}

void PassedOver::add(std::string path) {
  ++count;
  if (first.size() < kMostNamed) first.push_back(std::move(path));
}

Inputs held_inputs(const std::vector<HeldFile>& files) {
  Inputs all;
  std::set<std::string> seen;
  for (const HeldFile& held : files) {
    Input one = input(held.name);
    for (int n = 2; !seen.insert(one.path).second; ++n)
      one.path = held.name + "#" + std::to_string(n);
    one.held = held.file;
    all.files.push_back(std::move(one));
  }
  return all;
}

Inputs expand_inputs(const std::vector<std::string>& arguments, const std::vector<Input>& others,
                     const LeavesOut& leaves_out) {
  Inputs all;
  for (const std::string& argument : arguments) expand(argument, leaves_out, all);
  std::vector<Input> once;
  std::set<std::string> seen;
  for (const Input& other : others) seen.insert(file_identity(other.path));
  for (Input& input : all.files)
    if (seen.insert(file_identity(input.path)).second) once.push_back(std::move(input));
  all.files = std::move(once);
  return all;
}

}  // namespace tradereport::tools
