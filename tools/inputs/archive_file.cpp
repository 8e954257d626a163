#include "tools/inputs/archive_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

#include "tools/inputs/file_kind.h"
#include "tools/inputs/zip_directory.h"

namespace tradereport::tools {

namespace {

// A file from a position on, read by libarchive.
struct FileFrom {
  int file = -1;
  std::uint64_t at = 0;
  std::array<char, 65536> buffer;
};

la_ssize_t read_more(archive* reader, void* data, const void** bytes) {
  FileFrom& from = *static_cast<FileFrom*>(data);
  ssize_t count = 0;
  do {
    count = ::pread(from.file, from.buffer.data(), from.buffer.size(), static_cast<off_t>(from.at));
  } while (count < 0 && errno == EINTR);
  if (count < 0) {
    ::archive_set_error(reader, errno, "%s", std::strerror(errno));
    return ARCHIVE_FATAL;
  }
  from.at += static_cast<std::uint64_t>(count);
  *bytes = from.buffer.data();
  return count;
}

// One entry, from its local header on.
class EntryReader {
 public:
  EntryReader(int file, std::uint64_t position)
      : from_{file, position, {}}, archive_(::archive_read_new(), ::archive_read_free) {
    if (!archive_) throw std::bad_alloc();
    ::archive_read_support_format_zip_streamable(archive_.get());
    if (::archive_read_open(archive_.get(), &from_, nullptr, read_more, nullptr) != ARCHIVE_OK)
      return;
    archive_entry* entry = nullptr;
    // A warning is about the name, which the directory has told already.
    const int status = ::archive_read_next_header(archive_.get(), &entry);
    open_ = status == ARCHIVE_OK || status == ARCHIVE_WARN;
    encrypted_ = open_ && ::archive_entry_is_data_encrypted(entry) != 0;
  }

  bool open() const { return open_; }
  bool encrypted() const { return encrypted_; }

  enum class Part { some, end, damaged };
  // Appends the next part. A warning says that size or check sum are not what they should be.
  Part read(std::string& bytes) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = ::archive_read_data_block(archive_.get(), &block, &size, &offset);
    if (status == ARCHIVE_EOF) return Part::end;
    if (status != ARCHIVE_OK) return Part::damaged;
    bytes.append(static_cast<const char*>(block), size);
    return Part::some;
  }

 private:
  FileFrom from_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  bool open_ = false;
  bool encrypted_ = false;
};

// What the first bytes of an entry look like.
FileKind kind_of(int file, const ZipEntry& entry) {
  EntryReader reader(file, entry.offset);
  std::string start;
  if (!reader.open() || reader.encrypted()) return FileKind::other;
  while (start.size() < kKindBytes && reader.read(start) == EntryReader::Part::some) {
  }
  return file_kind(std::string_view(start).substr(0, kKindBytes));
}

std::optional<ArchiveEntry::Kind> kind_for(int file, const ZipEntry& entry) {
  using Kind = ArchiveEntry::Kind;
  const bool report = is_report_name(entry.name);
  const bool nested = is_archive_name(entry.name);
  if (entry.folder) return std::nullopt;
  if (entry.link) return report || nested ? std::optional(Kind::link) : std::nullopt;
  if (report) return Kind::report;
  if (nested) return Kind::nested;
  const FileKind kind = kind_of(file, entry);
  if (kind == FileKind::pdf) return Kind::report;
  if (may_be_report(kind, entry.name)) return Kind::passed_over;
  return std::nullopt;
}

// Files that the systems of their makers put beside the others.
bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos ||
         name.starts_with("__MACOSX/");
}

}  // namespace

std::optional<ArchiveList> list_archive(int file, std::size_t most) {
  std::optional<ZipDirectory> directory = read_zip_directory(file, most);
  if (!directory) return std::nullopt;
  ArchiveList list;
  list.left_out = directory->left_out;
  for (ZipEntry& entry : directory->entries) {
    if (is_hidden(entry.name)) continue;
    if (const auto kind = kind_for(file, entry))
      list.entries.push_back({std::move(entry.name), entry.offset, *kind});
  }
  return list;
}

EntryBytes read_entry(int file, std::uint64_t position) {
  EntryReader reader(file, position);
  if (!reader.open()) return {"", "damaged_archive"};
  if (reader.encrypted()) return {"", "encrypted_entry"};
  std::string bytes;
  for (;;) {
    switch (reader.read(bytes)) {
      case EntryReader::Part::some:
        break;
      case EntryReader::Part::damaged:
        return {"", "damaged_archive"};
      case EntryReader::Part::end:
        return {std::move(bytes), ""};
    }
  }
}

}  // namespace tradereport::tools
