// What worker processes do: from a file to the message about the report in it.
#pragma once

#include <iconv.h>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "parser/pages/character_maps.h"
#include "parser/reader.h"

namespace tradereport::tools {

// Serves requests (tools/workers/message.h) in a worker process.
class DocumentWorker {
 public:
  // To be made before workers are forked: loads what a process that is locked in cannot load any
  // more. The reader must outlive it.
  explicit DocumentWorker(const parser::Reader& reader);

  // Looks whether this process, locked in as it is, gets at the character maps of the system, and
  // has Poppler keep what it holds for all documents. Before the first serve().
  bool prepare();

  // The encoded answer. What is wrong with the document is in it; throws std::bad_alloc.
  std::string serve(std::string_view request, int file) const;

 private:
  // Of the C library, which loads code for them; as long as one is open, it stays.
  struct CloseConverter {
    void operator()(iconv_t converter) const { ::iconv_close(converter); }
  };
  using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter>;

  const parser::Reader* reader_;
  std::vector<Converter> converters_;
  std::unique_ptr<parser::CharacterMaps> maps_;
};

}  // namespace tradereport::tools
