// What was read, kept on disk until it is written, so that it need not be kept in memory; with a
// name, also until the next run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tools/writers/files/in_memory.h"

namespace tradereport::tools {

// A file of records: a key (of the content that was read) and a message. A record that was not
// wholly written, or has been changed since, is as if it were not there.
class Journal {
 public:
  // One without a name, which is gone with the object. Throws FolderError.
  Journal();
  // The same, in memory.
  explicit Journal(InMemory);
  // One that stays: `path` is read if it is there and has the same stamp, else begun anew. One run
  // at a time may have it. Throws FolderError.
  Journal(const std::string& path, const std::string& stamp);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // Adds a record; returns its number. One with an empty key is not found by key. Throws
  // FolderError.
  std::size_t add(const std::string& key, std::string_view message);
  // The number of the record with the key. The one added last counts.
  std::optional<std::size_t> find(const std::string& key) const;
  // From now on there is no record of that key, until one is added.
  void forget(const std::string& key) { numbers_.erase(key); }
  // How many records there are; their numbers are below.
  std::size_t size() const { return records_.size(); }
  // The message; empty if the record is damaged.
  std::string message(std::size_t number) const;
  // Leaves only these records in the file, if others take up much of it. Throws FolderError.
  void shrink_to(const std::vector<std::size_t>& numbers);

 private:
  struct Record {
    std::uint64_t begin = 0;  // of the record in the file
    std::uint32_t key = 0;    // lengths
    std::uint64_t message = 0;
  };

  [[noreturn]] void fail() const;
  void load(const std::string& stamp);
  std::uint64_t size_of(const Record& record) const;
  std::string checksum(std::string_view key, std::string_view message) const;

  std::string path_;  // empty: without a name
  int file_ = -1;
  std::uint64_t end_ = 0;
  std::string stamp_;
  std::vector<Record> records_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace tradereport::tools
