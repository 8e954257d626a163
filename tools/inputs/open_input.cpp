#include "tools/inputs/open_input.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "tools/terminal/display_width.h"
#include "tools/terminal/interrupt.h"

namespace tradereport::tools {

namespace {

constexpr int kStreamTick = 250;  // milliseconds between two looks at the clock
constexpr std::uint64_t kLongestFamily = std::uint64_t{64} << 20U;

// A descriptor that is closed with its owner, unless released.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

// What the shell or another program opened for this process.
bool is_own_stream(std::string_view path) {
  return path == "-" || path == "/dev/stdin" || path.starts_with("/dev/fd/") ||
         path.starts_with("/proc/self/fd/");
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Copies a stream into memory, where it can be read from the start again.
OpenFile copy_stream(const std::string& path, int from, const StreamLimits& limits) {
  Descriptor copy(::memfd_create("input", MFD_CLOEXEC));
  if (copy.get() < 0) return {-1, system_error(path, errno)};
  const auto last = std::chrono::steady_clock::now() + limits.time;
  std::array<char, 65536> buffer;
  for (std::uint64_t total = 0;;) {
    check_interrupt();
    if (std::chrono::steady_clock::now() >= last) return {-1, InputError{path, "time_limit", {}}};
    pollfd waiting{from, POLLIN, 0};
    if (::poll(&waiting, 1, kStreamTick) == 0) continue;
    const ssize_t count = ::read(from, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count < 0) return {-1, system_error(path, errno)};
    if (count == 0) break;
    total += static_cast<std::uint64_t>(count);
    if (total > limits.bytes) return {-1, InputError{path, "memory_limit", {}}};
    if (!write_all(copy.get(), {buffer.data(), static_cast<std::size_t>(count)}))
      return {-1, system_error(path, errno)};
  }
  if (::lseek(copy.get(), 0, SEEK_SET) != 0) return {-1, system_error(path, errno)};
  return {copy.release(), std::nullopt};
}

OpenFile open_stream(const std::string& path, const StreamLimits& limits) {
  if (path == "-") return copy_stream(path, STDIN_FILENO, limits);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (file.get() < 0) return {-1, system_error(path, errno)};
  return copy_stream(path, file.get(), limits);
}

}  // namespace

std::string InputError::message(Language language) const {
  std::map<std::string, std::string> own = args;
  const auto in_words = args.find(language == Language::zh ? "tried.zh" : "tried.en");
  if (in_words != args.end()) own["tried"] = in_words->second;
  return one_line(format_message(language, "read." + code, own));
}

InputError system_error(const std::string& file, int number) {
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

InputError not_a_file(const std::string& file, unsigned mode) {
  const char* const kind = S_ISFIFO(mode)   ? "pipe"
                           : S_ISSOCK(mode) ? "socket"
                           : S_ISDIR(mode)  ? "folder"
                                            : "device";
  return {file, "not_a_file", {{"kind", kind}}};
}

OpenFile open_input(const std::string& path, const StreamLimits& limits) {
  if (is_own_stream(path)) return open_stream(path, limits);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {-1, system_error(path, errno)};
  if (!S_ISREG(status.st_mode)) return {-1, not_a_file(path, status.st_mode)};
  // It may have become something else since.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (file.get() < 0) return {-1, system_error(path, errno)};
  if (::fstat(file.get(), &status) != 0) return {-1, system_error(path, errno)};
  if (!S_ISREG(status.st_mode)) return {-1, not_a_file(path, status.st_mode)};
  return {file.release(), std::nullopt};
}

OpenFile open_held(int descriptor, const std::string& path) {
  // A position of its own: workers read one archive at the same time.
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  Descriptor file(::open(link.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return {-1, system_error(path, errno)};
  return {file.release(), std::nullopt};
}

int read_descriptor(int file, std::string& bytes, std::uint64_t most) {
  struct stat status {};
  if (::fstat(file, &status) == 0 && status.st_size > 0) {
    if (static_cast<std::uint64_t>(status.st_size) > most) return EFBIG;
    bytes.reserve(bytes.size() + static_cast<std::size_t>(status.st_size));
  }
  std::array<char, 65536> buffer;
  for (std::uint64_t total = 0;;) {
    const ssize_t count = ::read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) return 0;
    total += static_cast<std::uint64_t>(count);
    if (total > most) return EFBIG;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

Bytes read_bytes(const std::string& path) {
  Bytes result;
  const OpenFile opened = open_input(path, {kLongestFamily, StreamLimits().time});
  result.error = opened.error;
  if (result.error) return result;
  const Descriptor file(opened.descriptor);
  const int number = read_descriptor(file.get(), result.bytes, kLongestFamily);
  if (number == EFBIG) result.error = InputError{path, "memory_limit", {}};
  if (number != 0 && number != EFBIG) result.error = system_error(path, number);
  return result;
}

}  // namespace tradereport::tools
