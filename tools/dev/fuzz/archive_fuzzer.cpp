// ZIP archives: any bytes have entries that can be read, each within its bounds, or are damaged.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

#include "tools/inputs/archive_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradereport::tools;
  const int file = ::memfd_create("fuzz.zip", 0);
  if (file < 0 || ::write(file, data, size) != static_cast<ssize_t>(size)) __builtin_trap();
  if (const auto list = list_archive(file)) {
    for (const ArchiveEntry& entry : list->entries) {
      if (entry.name.find('\xFF') != std::string::npos) __builtin_trap();  // it is UTF-8
      const EntryBytes read = read_entry(file, entry.position);
      if (!read.error.empty() && !read.bytes.empty()) __builtin_trap();
    }
  }
  ::close(file);
  return 0;
}
