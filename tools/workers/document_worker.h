// What worker processes do: from a file to the message about the report in it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "parser/pages/character_maps.h"
#include "parser/reader.h"
#include "tools/workers/archive_file.h"

namespace tradereport::tools {

// Serves requests (tools/workers/message.h) in a worker process.
class DocumentWorker {
 public:
  // The reader must outlive it.
  explicit DocumentWorker(const parser::Reader& reader) : reader_(&reader) {}

  // Looks whether this process, locked in as it is, gets at the character maps of the system, and
  // has Poppler keep what it holds for all documents. Before the first serve().
  bool prepare();

  // The encoded answer. What is wrong with the document is in it; throws std::bad_alloc.
  std::string serve(std::string_view request, int file);

 private:
  ArchiveFile& archive(std::size_t number, int file);

  const parser::Reader* reader_;
  std::unique_ptr<parser::CharacterMaps> maps_;
  std::size_t archive_number_ = 0;  // of the archive that is open
  std::unique_ptr<ArchiveFile> archive_;
  int archive_descriptor_ = -1;
};

}  // namespace tradereport::tools
