// Reports in archives of files (ZIP), by libarchive. Used in worker processes alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tools/workers/message.h"

struct archive;
struct archive_entry;

namespace tradereport::tools {

// An open archive. Entries are met in one order only, so asking for them by rising position is
// cheap, and going back costs a new start.
class ArchiveFile {
 public:
  // Reads from the open file, which must stay open; it may be a copy of another's descriptor.
  explicit ArchiveFile(int file);
  ~ArchiveFile();
  ArchiveFile(const ArchiveFile&) = delete;
  ArchiveFile& operator=(const ArchiveFile&) = delete;

  // The reports (*.pdf, *.txt) in it, in its order; nothing if it is damaged.
  std::optional<std::vector<ArchiveEntry>> reports();

  // The bytes of the entry at that position. Without them, error is "damaged_archive" or
  // "encrypted". Memory for what it unpacks to is limited by the process's limit alone.
  struct Bytes {
    std::string bytes;
    std::string error;
  };
  Bytes read(std::size_t position);

 private:
  bool rewind();
  // True if there is another entry.
  bool next();

  int file_;
  archive* archive_ = nullptr;
  archive_entry* entry_ = nullptr;
  std::size_t position_ = 0;  // of the entry that next() comes to
  bool damaged_ = false;
};

}  // namespace tradereport::tools
