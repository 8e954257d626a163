#include "tools/writers/output_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "tools/terminal/interrupt.h"

namespace tradereport::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = 65536;
constexpr const char* kTemporary = ".tradereport-tmp-";

}  // namespace

OutputFile::OutputFile(std::string path) : target_(std::move(path)) {
  // Another run may take the new file for one that was left behind, until it is locked.
  struct stat status {};
  do {
    if (file_ >= 0) ::close(file_);
    open();
  } while (::flock(file_, LOCK_EX | LOCK_NB) != 0 || ::fstat(file_, &status) != 0 ||
           status.st_nlink == 0);
}

OutputFile::OutputFile(InMemory, std::string name)
    : target_(std::move(name)), file_(::memfd_create("output", MFD_CLOEXEC)), in_memory_(true) {
  if (file_ < 0) fail();
}

int OutputFile::take() {
  return std::exchange(file_, -1);
}

void OutputFile::open() {
  const fs::path target(target_);
  path_ = (target.parent_path() / (kTemporary + target.filename().string() + ".XXXXXX")).string();
  file_ = ::mkostemp(path_.data(), O_CLOEXEC);
  if (file_ >= 0) return;
  path_.clear();
  fail();
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
  if (file_ < 0 || !hash_.empty()) return;
  flush();
  hash_ = hashing_.finish();
  if (in_memory_) return;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(file_, 0666 & ~mask) != 0) fail();
  // Some file systems tell only then that there is no room. The lock stays with the other one.
  const int copy = ::dup(file_);
  if (copy < 0 || ::close(copy) != 0) fail();
}

void OutputFile::commit() {
  close();
  if (in_memory_) return;
  if (::rename(path_.c_str(), target_.c_str()) != 0) fail();
  path_.clear();
  ::close(std::exchange(file_, -1));
}

Manifest read_manifest(const std::string& folder) {
  Manifest files;
  std::ifstream manifest(fs::path(folder) / kManifest);
  for (std::string line; std::getline(manifest, line);) {
    const std::size_t blanks = line.find("  ");
    if (blanks == std::string::npos || !is_sha256(line.substr(0, blanks))) continue;
    const std::string name = line.substr(blanks + 2);
    const bool plain = !name.empty() && name.front() != '.' && name.find('/') == std::string::npos;
    if (plain) files.emplace(name, line.substr(0, blanks));
  }
  return files;
}

OutputFolder::OutputFolder(std::string folder) : folder_(std::move(folder)) {
  std::error_code code;
  fs::create_directories(folder_, code);
  if (code) throw FolderError{folder_, code.message()};
  remove_temporary_files();
}

OutputFile& OutputFolder::add(const std::string& name) {
  names_.push_back(name);
  files_.push_back(in_memory_ ? std::make_unique<OutputFile>(InMemory{}, name)
                              : std::make_unique<OutputFile>((fs::path(folder_) / name).string()));
  return *files_.back();
}

void OutputFolder::remove_temporary_files() const {
  std::error_code code;
  fs::directory_iterator entry(folder_, code);
  for (; !code && entry != fs::directory_iterator(); entry.increment(code)) {
    const std::string path = entry->path().string();
    if (!entry->path().filename().native().starts_with(kTemporary)) continue;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) continue;
    // A run that still writes it has it locked.
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
    ::close(file);
  }
}

void OutputFolder::write_manifest(const Manifest& files, const char* state) const {
  OutputFile manifest((fs::path(folder_) / kManifest).string());
  manifest.write(std::string("# tradereport: ") + state + "\n");
  for (const auto& [name, hash] : files) manifest.write(hash + "  " + name + "\n");
  manifest.commit();
}

void OutputFolder::remove_stale(const std::string& name, const std::string& hash) const {
  const std::string path = (fs::path(folder_) / name).string();
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file < 0) return;
  struct stat status {};
  const bool ours =
      ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && sha256_of_file(file) == hash;
  ::close(file);
  if (ours) ::unlink(path.c_str());
}

void OutputFolder::commit() {
  Manifest files;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    files_[i]->close();
    files.emplace(names_[i], files_[i]->hash());
  }
  if (in_memory_) return;
  check_interrupt();
  const Manifest earlier = read_manifest(folder_);
  Manifest both = files;
  both.insert(earlier.begin(), earlier.end());
  write_manifest(both, "being replaced");
  for (const auto& file : files_) file->commit();
  for (const auto& [name, hash] : earlier)
    if (!files.contains(name)) remove_stale(name, hash);
  write_manifest(files, "complete");
}

}  // namespace tradereport::tools
