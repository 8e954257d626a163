#include "tools/workers/inputs.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <system_error>

#include "tools/terminal/display_width.h"

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

std::string lower_extension(std::string_view path) {
  std::string extension = fs::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

bool is_archive_name(std::string_view path) {
  return lower_extension(path) == ".zip";
}

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

// Adds what stands in the folder, sorted; folders that cannot be listed become errors.
void walk(const fs::path& folder, std::vector<Input>& found) {
  std::error_code code;
  std::vector<fs::directory_entry> entries;
  fs::directory_iterator it(folder, code);
  for (; !code && it != fs::directory_iterator(); it.increment(code)) entries.push_back(*it);
  if (code) found.push_back(bad_input(folder.string(), error_from(folder.string(), code.value())));
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
  for (const fs::directory_entry& entry : entries) {
    if (entry.path().filename().native().starts_with('.')) continue;
    const bool link = entry.is_symlink(code);
    if (entry.is_directory(code)) {
      if (!link) walk(entry.path(), found);
    } else if (is_report_name(entry.path().native()) || is_archive_name(entry.path().native())) {
      found.push_back(input(entry.path().string()));
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
    found.push_back(input(argument));
    return;
  }
  const fs::file_status status = fs::status(argument, code);
  if (!fs::status_known(status) || !fs::exists(status)) {
    found.push_back(bad_input(argument, error_from(argument, code ? code.value() : ENOENT)));
  } else if (fs::is_directory(status)) {
    const std::size_t before = found.size();
    walk(argument, found);
    if (found.size() == before) found.push_back(bad_input(argument, {argument, "no_reports", {}}));
  } else {
    found.push_back(input(argument));
  }
}

}  // namespace

bool is_report_name(std::string_view path) {
  const std::string extension = lower_extension(path);
  return extension == ".pdf" || extension == ".txt";
}

std::string InputError::message(Language language) const {
  std::map<std::string, std::string> own = args;
  const auto in_words = args.find(language == Language::zh ? "tried.zh" : "tried.en");
  if (in_words != args.end()) own["tried"] = in_words->second;
  return one_line(format_message(language, "read." + code, own));
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

int read_descriptor(int file, std::string& bytes) {
  struct stat status {};
  if (::fstat(file, &status) == 0 && status.st_size > 0)
    bytes.reserve(bytes.size() + static_cast<std::size_t>(status.st_size));
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t count = ::read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) return 0;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

Bytes read_bytes(const std::string& path) {
  Bytes result;
  const bool standard_input = path == "-";
  const int file = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    result.error = error_from(path, errno);
    return result;
  }
  if (const int number = read_descriptor(file, result.bytes); number != 0)
    result.error = error_from(path, number);
  if (!standard_input) ::close(file);
  return result;
}

namespace {

// Copies a stream into memory, where it can be read from the start again.
int copy_stream(int from) {
  const int copy = ::memfd_create("input", MFD_CLOEXEC);
  if (copy < 0) return -1;
  const auto fail = [&] {
    const int number = errno;
    ::close(copy);
    errno = number;
    return -1;
  };
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t count = ::read(from, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail();
    if (count == 0) break;
    for (ssize_t done = 0; done < count;) {
      const auto rest = static_cast<std::size_t>(count - done);
      const ssize_t written = ::write(copy, buffer.data() + done, rest);
      if (written < 0 && errno != EINTR) return fail();
      if (written > 0) done += written;
    }
  }
  return ::lseek(copy, 0, SEEK_SET) == 0 ? copy : fail();
}

}  // namespace

OpenFile open_input(const std::string& path) {
  const bool standard_input = path == "-";
  const int file =
      standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return {-1, error_from(path, errno)};
  struct stat status {};
  const bool plain = !standard_input && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  if (plain) return {file, std::nullopt};
  const int copy = copy_stream(file);
  const int number = errno;
  if (!standard_input) ::close(file);
  if (copy < 0) return {-1, error_from(path, number)};
  return {copy, std::nullopt};
}

}  // namespace tradereport::tools
