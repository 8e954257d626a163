#include "tools/inputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <system_error>

#include "tools/display_width.h"

namespace tradereport::tools {

namespace {

namespace fs = std::filesystem;

InputError error_from(const std::string& file, int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return {file, "missing", {}};
    case EACCES:
    case EPERM:
      return {file, "no_permission", {}};
    default:
      return {file, "unreadable", {{"reason", std::strerror(number)}}};
  }
}

bool is_report_name(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension == ".pdf" || extension == ".txt";
}

// Adds what stands in the folder, sorted; folders that cannot be listed become errors.
void walk(const fs::path& folder, std::vector<Input>& found) {
  std::error_code code;
  std::vector<fs::directory_entry> entries;
  fs::directory_iterator it(folder, code);
  for (; !code && it != fs::directory_iterator(); it.increment(code)) entries.push_back(*it);
  if (code) found.push_back({folder.string(), error_from(folder.string(), code.value())});
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
  for (const fs::directory_entry& entry : entries) {
    if (entry.path().filename().native().starts_with('.')) continue;
    const bool link = entry.is_symlink(code);
    if (entry.is_directory(code)) {
      if (!link) walk(entry.path(), found);
    } else if (is_report_name(entry.path())) {
      found.push_back({entry.path().string(), std::nullopt});
    }
  }
}

// One name for a file, however it is spelt.
std::string identity(const std::string& path) {
  if (path == "-") return path;
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return "name " + path;
  return "inode " + std::to_string(status.st_dev) + " " + std::to_string(status.st_ino);
}

void expand(const std::string& argument, std::vector<Input>& found) {
  std::error_code code;
  if (argument == "-") {
    found.push_back({argument, std::nullopt});
    return;
  }
  const fs::file_status status = fs::status(argument, code);
  if (!fs::status_known(status) || !fs::exists(status)) {
    found.push_back({argument, error_from(argument, code ? code.value() : ENOENT)});
  } else if (fs::is_directory(status)) {
    const std::size_t before = found.size();
    walk(argument, found);
    if (found.size() == before) found.push_back({argument, InputError{argument, "no_reports", {}}});
  } else {
    found.push_back({argument, std::nullopt});
  }
}

}  // namespace

std::string InputError::message(Language language) const {
  return one_line(format_message(language, "read." + code, args));
}

std::vector<Input> expand_inputs(const std::vector<std::string>& arguments) {
  std::vector<Input> all;
  for (const std::string& argument : arguments) expand(argument, all);
  std::vector<Input> once;
  std::set<std::string> seen;
  for (Input& input : all)
    if (seen.insert(identity(input.path)).second) once.push_back(std::move(input));
  return once;
}

Bytes read_bytes(const std::string& path) {
  Bytes result;
  const bool standard_input = path == "-";
  const int file = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    result.error = error_from(path, errno);
    return result;
  }
  struct stat status {};
  if (::fstat(file, &status) == 0 && status.st_size > 0)
    result.bytes.reserve(static_cast<std::size_t>(status.st_size));
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t count = ::read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) result.error = error_from(path, errno);
    if (count <= 0) break;
    result.bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
  if (!standard_input) ::close(file);
  return result;
}

}  // namespace tradereport::tools
