#include "tools/writers/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "tools/workers/sha256.h"
#include "tools/writers/output_folder.h"

namespace tradereport::tools {

namespace {

constexpr std::string_view kMagic = "tradereport journal 1\n";
constexpr std::size_t kChecksum = 16;            // characters of a SHA-256
constexpr std::uint64_t kLongest = 1ULL << 30U;  // of a key or message

// What stands before the key and the message.
struct Head {
  std::uint64_t key = 0;
  std::uint64_t message = 0;
};

std::string checksum_of(std::string_view key, std::string_view message) {
  Sha256 hash;
  hash.update(key);
  hash.update("\n");
  hash.update(message);
  return hash.finish().substr(0, kChecksum);
}

bool read_at(int file, std::uint64_t at, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::pread(file, bytes, size, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    at += static_cast<std::uint64_t>(count);
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

bool write_at(int file, std::uint64_t at, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    at += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

int nameless_file() {
  const char* const chosen = std::getenv("TMPDIR");
  for (const char* const folder : {chosen, "/var/tmp", "/tmp"}) {
    if (folder == nullptr || *folder == '\0') continue;
    const int file = ::open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) return file;
    std::string name = std::string(folder) + "/tradereport.XXXXXX";
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named < 0) continue;
    ::unlink(name.c_str());
    return named;
  }
  return -1;
}

}  // namespace

Journal::Journal(InMemory) : file_(::memfd_create("journal", MFD_CLOEXEC)) {
  if (file_ < 0) fail();
}

Journal::Journal() : file_(nameless_file()) {
  if (file_ < 0) fail();
}

Journal::Journal(const std::string& path, const std::string& stamp)
    : path_(path), file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)), stamp_(stamp) {
  if (file_ < 0 || ::flock(file_, LOCK_EX | LOCK_NB) != 0) fail();
  load(stamp);
}

Journal::~Journal() {
  if (file_ >= 0) ::close(file_);
}

void Journal::fail() const {
  throw FolderError{path_.empty() ? "TMPDIR" : path_, std::strerror(errno)};
}

// Nobody else can write to a file without a name.
std::string Journal::checksum(std::string_view key, std::string_view message) const {
  return path_.empty() ? std::string(kChecksum, '-') : checksum_of(key, message);
}

std::uint64_t Journal::size_of(const Record& record) const {
  return sizeof(Head) + record.key + record.message + kChecksum;
}

void Journal::load(const std::string& stamp) {
  const std::string start = std::string(kMagic) + stamp + "\n";
  std::string found(start.size(), '\0');
  const off_t size = ::lseek(file_, 0, SEEK_END);
  if (!read_at(file_, 0, found.data(), found.size()) || found != start) {
    if (::ftruncate(file_, 0) != 0 || !write_at(file_, 0, start)) fail();
    end_ = start.size();
    return;
  }
  end_ = start.size();
  Head head;
  while (read_at(file_, end_, reinterpret_cast<char*>(&head), sizeof(head))) {
    if (head.key > kLongest || head.message > kLongest) break;
    const Record record{end_, static_cast<std::uint32_t>(head.key), head.message};
    std::string key(head.key, '\0');
    if (end_ + size_of(record) > static_cast<std::uint64_t>(size) ||
        !read_at(file_, end_ + sizeof(head), key.data(), key.size()))
      break;
    numbers_[key] = records_.size();
    records_.push_back(record);
    end_ += size_of(record);
  }
}

std::size_t Journal::add(const std::string& key, std::string_view message) {
  const Head head{key.size(), message.size()};
  std::string bytes(reinterpret_cast<const char*>(&head), sizeof(head));
  bytes += key;
  bytes += message;
  bytes += checksum(key, message);
  if (!write_at(file_, end_, bytes)) fail();
  if (!key.empty()) numbers_[key] = records_.size();
  records_.push_back({end_, static_cast<std::uint32_t>(key.size()), message.size()});
  end_ += bytes.size();
  return records_.size() - 1;
}

std::optional<std::size_t> Journal::find(const std::string& key) const {
  const auto found = numbers_.find(key);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

std::string Journal::message(std::size_t number) const {
  const Record& record = records_.at(number);
  std::string bytes(size_of(record) - sizeof(Head), '\0');
  if (!read_at(file_, record.begin + sizeof(Head), bytes.data(), bytes.size())) return {};
  const std::string_view all = bytes;
  const std::string_view key = all.substr(0, record.key);
  const std::string_view message = all.substr(record.key, record.message);
  if (all.substr(record.key + record.message) != checksum(key, message)) return {};
  return std::string(message);
}

void Journal::shrink_to(const std::vector<std::size_t>& numbers) {
  std::uint64_t used = 0;
  for (const std::size_t number : numbers) used += size_of(records_.at(number));
  if (path_.empty() || end_ < 2 * used) return;
  OutputFile smaller(path_);
  smaller.write(std::string(kMagic) + stamp_ + "\n");
  for (const std::size_t number : numbers) {
    std::string bytes(size_of(records_.at(number)), '\0');
    if (!read_at(file_, records_.at(number).begin, bytes.data(), bytes.size())) fail();
    smaller.write(bytes);
  }
  smaller.commit();
}

}  // namespace tradereport::tools
