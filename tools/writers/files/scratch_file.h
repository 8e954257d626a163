// A file for libraries that write into a path of their own.
#pragma once

#include <string>

#include "tools/writers/output_folder.h"

namespace tradereport::tools {

// An empty file that only this user can read. It is gone with the object.
class ScratchFile {
 public:
  // Throws FolderError, as copy_to() does.
  ScratchFile();
  // In memory, without a name: the path is a link of this process to it.
  explicit ScratchFile(InMemory);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  const std::string& path() const { return path_; }
  void copy_to(OutputFile& target) const;

 private:
  std::string path_;
  int memory_ = -1;
};

}  // namespace tradereport::tools
