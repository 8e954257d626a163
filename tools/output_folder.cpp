#include "tools/output_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace tradereport::tools {

namespace {

namespace fs = std::filesystem;

// A file under a temporary name, which is removed unless it has got its own.
class Pending {
 public:
  explicit Pending(fs::path target) : target_(std::move(target)) {
    path_ = (target_.parent_path() / ("." + target_.filename().string() + ".XXXXXX")).string();
    file_ = ::mkstemp(path_.data());
    if (file_ < 0) {
      path_.clear();
      fail();
    }
  }
  Pending(Pending&& other) noexcept
      : target_(std::move(other.target_)),
        path_(std::exchange(other.path_, {})),
        file_(std::exchange(other.file_, -1)) {}
  Pending(const Pending&) = delete;
  Pending& operator=(const Pending&) = delete;
  Pending& operator=(Pending&&) = delete;
  ~Pending() {
    if (file_ >= 0) ::close(file_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }

  void write(const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t count = ::write(file_, bytes.data() + done, bytes.size() - done);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail();
      done += static_cast<std::size_t>(count);
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(file_, 0666 & ~mask) != 0) fail();
    if (::close(std::exchange(file_, -1)) != 0) fail();
  }

  void finish() {
    if (::rename(path_.c_str(), target_.c_str()) != 0) fail();
    path_.clear();
  }

 private:
  [[noreturn]] void fail() const { throw FolderError{target_.string(), std::strerror(errno)}; }

  fs::path target_;
  std::string path_;
  int file_ = -1;
};

}  // namespace

void write_files(const std::string& folder, const std::vector<OutputFile>& files) {
  std::error_code code;
  fs::create_directories(folder, code);
  if (code) throw FolderError{folder, code.message()};
  std::vector<Pending> pending;
  for (const OutputFile& file : files) {
    pending.emplace_back(fs::path(folder) / file.name);
    pending.back().write(file.bytes);
  }
  for (Pending& file : pending) file.finish();
}

}  // namespace tradereport::tools
