// The central directory of a ZIP archive: what stands in it, and where. Used in worker processes
// alone. (APPNOTE.TXT of PKWARE, sections 4.3.12 to 4.3.16 and 4.4.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tradereport::tools {

// An entry, as the directory describes it. Whether that is true shows when it is unpacked.
struct ZipEntry {
  std::string name;          // path within the archive, in UTF-8, "/" between folders
  std::uint64_t offset = 0;  // of its local header in the file; no two entries have the same
  bool encrypted = false;
  bool link = false;    // a symbolic link
  bool folder = false;  // no file at all
};

struct ZipDirectory {
  std::vector<ZipEntry> entries;  // by rising offset
  std::uint64_t left_out = 0;     // entries beyond `most`
};

// Reads the directory of the open file. Nothing if there is none, or if it is damaged.
// Names are UTF-8 if the archive says so or if they are; else they are taken for GB 18030, as older
// Chinese programs write them. What neither can be has U+FFFD for it: no entry lacks a name.
std::optional<ZipDirectory> read_zip_directory(int file, std::size_t most);

}  // namespace tradereport::tools
