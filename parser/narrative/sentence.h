// A sentence made ready for the phrase grammar: known names as single characters, brackets taken
// out, with the way back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// A known name within a coded text: the character codes::kName.
struct NameHit {
  std::size_t at = 0;  // its byte in the coded text
  std::string name;    // canonical
};

// A stretch of a sentence without the brackets inside it. "28.3亿美元(占全国2.2%),同比" becomes
// "28.3亿美元,同比" with one inner stretch "占全国2.2%" at the place of the bracket.
struct Stretch {
  std::string coded;
  std::vector<std::size_t> back;   // one a byte of coded, and one past the end: byte of the text
  std::vector<std::size_t> forth;  // one a byte of coded: end of its character in the text
  std::vector<NameHit> names;
  struct Inner;
  std::vector<Inner> inner;  // in order

  // The bytes of the original text that coded[begin, end) stands for.
  std::size_t text_begin(std::size_t begin) const { return back[begin]; }
  std::size_t text_end(std::size_t end) const { return end == 0 ? back[0] : forth[end - 1]; }
  std::string_view text_of(TextRange range) const {
    return std::string_view(coded).substr(range.begin, range.size());
  }
};

struct Stretch::Inner {
  std::size_t at = 0;  // where it stood in coded
  Stretch stretch;
};

// Brackets that do not pair stay in the text. Brackets inside known names are part of the names.
Stretch code_sentence(std::string_view text, const NameIndex& names);

// The sentences of a text as ranges of bytes, without white space around them.
// In an alphabetic text a full stop before a capital ends one too.
std::vector<std::pair<std::size_t, std::size_t>> sentences_of(std::string_view text,
                                                              bool alphabetic = false);

}  // namespace tradereport::parser
