// The character maps of the system (Debian's package poppler-data): without them nobody knows what
// the characters of a font are that a PDF does not embed.
#pragma once

#include <memory>

namespace poppler {
class document;
}

namespace tradereport::parser {

// As long as one of these lives, Poppler keeps what it holds for all documents of the process: the
// list of the maps, and those it has read. Else it makes the list anew for every document, which
// takes 1 ms.
class CharacterMaps {
 public:
  CharacterMaps();
  ~CharacterMaps();
  CharacterMaps(const CharacterMaps&) = delete;
  CharacterMaps& operator=(const CharacterMaps&) = delete;

  // What reading a tiny PDF with a font that is not embedded has shown. False: Poppler does not get
  // at the maps, because they are not there or because this process may not open them.
  bool found() const { return found_; }

 private:
  std::unique_ptr<poppler::document> trial_;
  bool found_ = false;
};

}  // namespace tradereport::parser
