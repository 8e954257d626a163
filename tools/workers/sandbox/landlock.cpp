#include "tools/workers/sandbox/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace tradereport::tools {

namespace {

constexpr std::uint64_t kReadFile = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t kReading = kReadFile | LANDLOCK_ACCESS_FS_READ_DIR;
// All that the first version of Landlock knows: 13 rights.
constexpr std::uint64_t kEverything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

bool add_rule(int rules, const std::string& path) {
  const int file = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (file < 0) return true;  // it is not there
  landlock_path_beneath_attr rule{};
  rule.parent_fd = file;
  rule.allowed_access = kReading;
  long result = ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  if (result != 0 && errno == EINVAL) {  // a file has no right to be listed
    rule.allowed_access = kReadFile;
    result = ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  ::close(file);
  return result == 0;
}

}  // namespace

std::vector<std::string> files_that_poppler_needs() {
  std::vector<std::string> paths{"/usr/share/poppler",    "/usr/local/share/poppler",
                                 "/usr/share/fonts",      "/usr/local/share/fonts",
                                 "/usr/share/X11/fonts",  "/usr/share/texmf/fonts",
                                 "/usr/share/fontconfig", "/etc/fonts",
                                 "/var/cache/fontconfig", "/usr/share/ghostscript/fonts",
                                 "/usr/share/cups/fonts", "/dev/null"};
  if (const char* const home = std::getenv("HOME"); home != nullptr && *home == '/') {
    for (const char* const part :
         {"/.fonts", "/.local/share/fonts", "/.cache/fontconfig", "/.config/fontconfig"})
      paths.push_back(std::string(home) + part);
  }
  return paths;
}

bool open_only(const std::vector<std::string>& paths) {
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = kEverything;
  const auto rules = static_cast<int>(
      ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof(attributes.handled_access_fs), 0));
  if (rules < 0) return errno == ENOSYS || errno == EOPNOTSUPP;
  bool good = true;
  for (const std::string& path : paths) good = add_rule(rules, path) && good;
  good = good && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  ::close(rules);
  return good;
}

}  // namespace tradereport::tools
