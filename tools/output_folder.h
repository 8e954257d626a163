// Writes files into a folder, all or none.
#pragma once

#include <string>
#include <vector>

namespace tradereport::tools {

struct OutputFile {
  std::string name;  // without folder
  std::string bytes;
};

// What could not be written, and why.
struct FolderError {
  std::string path;
  std::string reason;
};

// Writes every file under a temporary name beside its place and renames them when all are written:
// a full disk leaves the older files as they were and no half-written ones. Makes the folder if it
// is not there. Throws FolderError.
void write_files(const std::string& folder, const std::vector<OutputFile>& files);

}  // namespace tradereport::tools
