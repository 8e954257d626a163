// Reports in archives of files (ZIP). The directory says where each entry lies (zip_directory.h),
// and libarchive unpacks it. Used in worker processes alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tradereport::tools {

// What stands in an archive of files.
struct ArchiveEntry {
  enum class Kind {
    report,
    nested,       // another archive, which is not looked into
    link,         // to a report, which may be anywhere
    passed_over,  // no PDF and no text, though it looks like a report
  };
  std::string name;            // path within the archive, UTF-8
  std::uint64_t position = 0;  // of its header in the archive
  Kind kind = Kind::report;

  friend bool operator==(const ArchiveEntry&, const ArchiveEntry&) = default;
};

// The most entries of an archive that are looked at.
inline constexpr std::size_t kMostEntries = 1'000'000;

// What is in the archive that may be a report, by rising position, and what is passed over though
// it looks like one. Nothing if it is damaged.
struct ArchiveList {
  std::vector<ArchiveEntry> entries;
  std::uint64_t left_out = 0;  // entries beyond `most`
};
std::optional<ArchiveList> list_archive(int file, std::size_t most = kMostEntries);

// The bytes of the entry at that position, in a time that does not depend on the others. Without
// them, error is "damaged_archive" (its check sum is wrong, too) or "encrypted_entry". Memory for
// what it unpacks to is limited by the process's limit alone.
struct EntryBytes {
  std::string bytes;
  std::string error;
};
EntryBytes read_entry(int file, std::uint64_t position);

}  // namespace tradereport::tools
