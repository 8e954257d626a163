// Bytes in memory that no disk ever sees, in a file without a name: they count as no memory of this
// process, other processes can be handed them, and they are gone with the object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tradereport::tools {

class MemoryFile {
 public:
  // Throws std::system_error, as append() does.
  MemoryFile();
  // Takes an open file over.
  explicit MemoryFile(int descriptor);
  ~MemoryFile();
  MemoryFile(MemoryFile&& other) noexcept;
  MemoryFile& operator=(MemoryFile&& other) noexcept;

  void append(std::string_view bytes);
  int descriptor() const { return file_; }
  std::uint64_t size() const { return size_; }
  // At most `most` bytes from there on; fewer at the end.
  std::string read_at(std::uint64_t offset, std::size_t most) const;

 private:
  int file_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace tradereport::tools
