// Writes files into a folder, all or none, however long they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/workers/sha256.h"
#include "tools/writers/files/in_memory.h"

namespace tradereport::tools {

// What could not be written, and why.
struct FolderError {
  std::string path;
  std::string reason;
};

// A file under a temporary name beside its place, which is removed unless it has got its own.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  // A file in memory, which is gone with the object; `name` is for errors.
  OutputFile(InMemory, std::string name);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Throws FolderError.
  void write(std::string_view bytes);
  // No more is to come.
  void close();
  // Gives the file its name, in place of an older one.
  void commit();

  bool in_memory() const { return in_memory_; }
  // The open file in memory, for who wants to keep it; after close(). The caller closes it.
  int take();
  int descriptor() const { return file_; }

  std::uint64_t size() const { return size_; }
  // SHA-256 of what was written; after close().
  const std::string& hash() const { return hash_; }

 private:
  [[noreturn]] void fail() const;
  void flush();

  void open();

  std::string target_;
  std::string path_;
  int file_ = -1;
  bool in_memory_ = false;
  std::string buffer_;
  std::uint64_t size_ = 0;
  Sha256 hashing_;
  std::string hash_;
};

// The list of what this program has written into a folder, in the form of sha256sum: whoever finds
// that `sha256sum --check .tradereport-files` agrees has the files of one run.
inline constexpr const char* kManifest = ".tradereport-files";

// Hashes by name, of what an earlier run has written into the folder; two of a name where that run
// was killed while it replaced the file.
using Manifest = std::multimap<std::string, std::string>;
Manifest read_manifest(const std::string& folder);

// Files that appear together: a full disk, an error or Ctrl-C leaves the older ones as they were
// and no half-written ones. Files of an earlier run that are not written again are removed, unless
// somebody has changed them since; so is what a killed run has left under temporary names. A run
// that is killed while the files get their names leaves files of two runs, of which the manifest
// says so: it is written last.
class OutputFolder {
 public:
  // Makes the folder if it is not there. Throws FolderError.
  explicit OutputFolder(std::string folder);
  // A folder in memory: its files stay without names, and commit() closes them.
  explicit OutputFolder(InMemory) : in_memory_(true) {}

  // A new file in the folder. It belongs to the folder.
  OutputFile& add(const std::string& name);
  const std::vector<std::string>& names() const { return names_; }
  // The files, in the order of the names.
  const std::vector<std::unique_ptr<OutputFile>>& files() const { return files_; }
  // Gives all files their names. Throws FolderError.
  void commit();

 private:
  void write_manifest(const Manifest& files, const char* state) const;
  void remove_temporary_files() const;
  // If it is still what the earlier run wrote.
  void remove_stale(const std::string& name, const std::string& hash) const;

  bool in_memory_ = false;
  std::string folder_;
  std::vector<std::string> names_;
  std::vector<std::unique_ptr<OutputFile>> files_;
};

}  // namespace tradereport::tools
