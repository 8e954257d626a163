#include "tools/serve/memory_file.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace tradereport::tools {

namespace {

[[noreturn]] void no_memory_file() {
  throw std::system_error(errno, std::generic_category(), "a file in memory");
}

}  // namespace

MemoryFile::MemoryFile() : file_(::memfd_create("served", MFD_CLOEXEC)) {
  if (file_ < 0) no_memory_file();
}

MemoryFile::MemoryFile(int descriptor) : file_(descriptor) {
  struct stat status {};
  if (::fstat(file_, &status) == 0 && status.st_size > 0)
    size_ = static_cast<std::uint64_t>(status.st_size);
}

MemoryFile::~MemoryFile() {
  if (file_ >= 0) ::close(file_);
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), size_(std::exchange(other.size_, 0)) {}

MemoryFile& MemoryFile::operator=(MemoryFile&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(size_, other.size_);
  return *this;
}

void MemoryFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) no_memory_file();
    size_ += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string MemoryFile::read_at(std::uint64_t offset, std::size_t most) const {
  std::string bytes(most, '\0');
  ssize_t count = 0;
  do {
    count = ::pread(file_, bytes.data(), most, static_cast<off_t>(offset));
  } while (count < 0 && errno == EINTR);
  bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return bytes;
}

}  // namespace tradereport::tools
