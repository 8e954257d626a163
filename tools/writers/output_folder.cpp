#include "tools/writers/output_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "tools/terminal/interrupt.h"

namespace tradereport::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = 65536;

}  // namespace

OutputFile::OutputFile(std::string path) : target_(std::move(path)) {
  const fs::path target(target_);
  path_ = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  file_ = ::mkstemp(path_.data());
  if (file_ < 0) {
    path_.clear();
    fail();
  }
}

OutputFile::~OutputFile() {
  if (file_ >= 0) ::close(file_);
  if (!path_.empty()) ::unlink(path_.c_str());
}

void OutputFile::fail() const {
  throw FolderError{target_, std::strerror(errno)};
}

void OutputFile::flush() {
  check_interrupt();
  for (std::size_t done = 0; done < buffer_.size();) {
    const ssize_t count = ::write(file_, buffer_.data() + done, buffer_.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail();
    done += static_cast<std::size_t>(count);
  }
  buffer_.clear();
}

void OutputFile::write(std::string_view bytes) {
  size_ += bytes.size();
  hashing_.update(bytes);
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

void OutputFile::close() {
  if (file_ < 0) return;
  flush();
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(file_, 0666 & ~mask) != 0) fail();
  if (::close(std::exchange(file_, -1)) != 0) fail();
  hash_ = hashing_.finish();
}

void OutputFile::commit() {
  close();
  if (::rename(path_.c_str(), target_.c_str()) != 0) fail();
  path_.clear();
}

OutputFolder::OutputFolder(std::string folder) : folder_(std::move(folder)) {
  std::error_code code;
  fs::create_directories(folder_, code);
  if (code) throw FolderError{folder_, code.message()};
}

OutputFile& OutputFolder::add(const std::string& name) {
  names_.push_back(name);
  files_.push_back(std::make_unique<OutputFile>((fs::path(folder_) / name).string()));
  return *files_.back();
}

void OutputFolder::commit() {
  for (const auto& file : files_) file->close();
  check_interrupt();
  for (const auto& file : files_) file->commit();
}

}  // namespace tradereport::tools
