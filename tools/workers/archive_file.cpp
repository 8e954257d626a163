#include "tools/workers/archive_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unistd.h>

#include <new>
#include <utility>

#include "tools/workers/inputs.h"

namespace tradereport::tools {

namespace {

constexpr std::size_t kMostEntries = 1'000'000;
constexpr std::size_t kBlock = 65536;

bool is_utf8(const std::string& text) {
  return icu::UnicodeString::fromUTF8(text).indexOf(static_cast<char16_t>(0xFFFD)) < 0;
}

// Older Chinese programs write names in GB 18030 without saying so.
std::string entry_name(archive_entry* entry) {
  const char* const raw = ::archive_entry_pathname(entry);
  const char* const utf8 = raw == nullptr ? ::archive_entry_pathname_utf8(entry) : nullptr;
  std::string name = raw != nullptr ? raw : utf8 != nullptr ? utf8 : "";
  if (is_utf8(name)) return name;
  std::string converted;
  icu::UnicodeString(name.data(), static_cast<std::int32_t>(name.size()), "gb18030")
      .toUTF8String(converted);
  return converted;
}

}  // namespace

ArchiveFile::ArchiveFile(int file) : file_(file) {}

ArchiveFile::~ArchiveFile() {
  if (archive_ != nullptr) ::archive_read_free(archive_);
}

bool ArchiveFile::rewind() {
  if (archive_ != nullptr) ::archive_read_free(std::exchange(archive_, nullptr));
  position_ = 0;
  damaged_ = false;
  if (::lseek(file_, 0, SEEK_SET) != 0) return false;
  archive_ = ::archive_read_new();
  if (archive_ == nullptr) throw std::bad_alloc();
  ::archive_read_support_format_zip(archive_);
  return ::archive_read_open_fd(archive_, file_, kBlock) == ARCHIVE_OK;
}

bool ArchiveFile::next() {
  const int result = ::archive_read_next_header(archive_, &entry_);
  damaged_ = result != ARCHIVE_OK && result != ARCHIVE_WARN && result != ARCHIVE_EOF;
  if (damaged_ || result == ARCHIVE_EOF || position_ >= kMostEntries) return false;
  ++position_;
  return true;
}

std::optional<std::vector<ArchiveEntry>> ArchiveFile::reports() {
  std::vector<ArchiveEntry> found;
  if (!rewind()) return std::nullopt;
  while (next()) {
    if (::archive_entry_filetype(entry_) != AE_IFREG) continue;
    std::string name = entry_name(entry_);
    if (is_report_name(name)) found.push_back({std::move(name), position_ - 1});
  }
  if (damaged_) return std::nullopt;
  return found;
}

ArchiveFile::Bytes ArchiveFile::read(std::size_t position) {
  Bytes result;
  if ((archive_ == nullptr || position < position_) && !rewind()) return {"", "damaged_archive"};
  do {
    if (!next()) return {"", "damaged_archive"};
  } while (position_ <= position);
  if (::archive_entry_is_data_encrypted(entry_) != 0) return {"", "encrypted"};
  for (;;) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = ::archive_read_data_block(archive_, &block, &size, &offset);
    if (status == ARCHIVE_EOF) return result;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return {"", "damaged_archive"};
    result.bytes.append(static_cast<const char*>(block), size);
  }
}

}  // namespace tradereport::tools
