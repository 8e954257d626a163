#include "tools/writers/files/scratch_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

namespace tradereport::tools {

ScratchFile::ScratchFile()
    : path_((std::filesystem::temp_directory_path() / "tradereport-XXXXXX").string()) {
  const int file = ::mkstemp(path_.data());
  if (file < 0) throw FolderError{std::exchange(path_, {}), std::strerror(errno)};
  ::close(file);
}

ScratchFile::ScratchFile(InMemory) : memory_(::memfd_create("scratch", MFD_CLOEXEC)) {
  if (memory_ < 0) throw FolderError{"memory", std::strerror(errno)};
  path_ = "/proc/self/fd/" + std::to_string(memory_);
}

ScratchFile::~ScratchFile() {
  if (memory_ >= 0)
    ::close(memory_);
  else
    ::unlink(path_.c_str());
}

void ScratchFile::copy_to(OutputFile& target) const {
  std::ifstream file(path_, std::ios::binary);
  std::array<char, 65536> buffer;
  while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
    target.write({buffer.data(), static_cast<std::size_t>(file.gcount())});
  if (!file.eof()) throw FolderError{path_, std::strerror(errno)};
}

}  // namespace tradereport::tools
