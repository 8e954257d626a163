// The account of what became of each numeral of a document.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parser/text/text.h"

namespace tradereport::parser {

// The bytes of a text that belong to a numeral.
struct NumeralRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The account of all numerals of a document: every one is found once, from its line, and is then
// claimed by exactly one use. Glyphs identify them, so any Text made from the document will do.
class NumeralLedger {
 public:
  explicit NumeralLedger(const Document& document);

  // Gives all numerals that have a glyph in text[begin, end) this use, if they have none yet.
  void mark(const Text& text, std::size_t begin, std::size_t end, NumeralUse use);
  void mark(const Text& text, NumeralUse use) { mark(text, 0, text.size(), use); }
  // Where the numerals stand in a text that have no use yet, in order.
  std::vector<NumeralRange> unread(const Text& text) const;
  // Takes a use back, so that the numerals count as unread again.
  void unmark(const Text& text, std::size_t begin, std::size_t end);
  // The sentence or other text in which its numerals are shown if they stay unread.
  void set_context(const Text& text);

  // Moves the account out, with sources.
  std::vector<Numeral> take();

 private:
  struct Entry {
    const Line* line = nullptr;
    const Text* text = nullptr;  // of the line, or its markers
    std::size_t begin = 0;       // of its digits in that text
    std::size_t end = 0;
    NumeralUse use = NumeralUse::unread;
    std::string context;  // empty: the line
  };
  void add(const Line& line, const Text& text, NumeralUse use);
  template <class F>
  void for_each(const Text& text, std::size_t begin, std::size_t end, F&& apply);

  const Document& document_;
  std::vector<Entry> entries_;
  std::vector<int> of_glyph_;  // index into entries_, -1 for none
};

}  // namespace tradereport::parser
