// Numerals: finding them in normalised text, and keeping the account of what became of each.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "parser/text.h"

namespace tradereport::parser {

// A numeral within a text: bytes [begin, end), the sign included.
struct NumeralSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t digits = 0;  // where the digits begin: begin, or one further after a sign

  bool has_sign() const { return digits > begin; }
};

// The bytes of a text that belong to a numeral.
struct NumeralRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// All numerals of a normalised text, in order. A numeral is a run of ASCII digits, with at most one
// point followed by digits, and commas that separate groups of three; a '-' or '+' right before it
// is its sign unless a digit or letter stands before that ("1-5月" are 1 and 5, "5.3 -1.9" are
// 5.3 and -1.9, "1,845.4" is one numeral, "2.2%,46.5%" are two).
std::vector<NumeralSpan> find_numerals(std::string_view text);

// The exact value of a numeral's text ("-1,845.4"), nothing if it has too many digits.
std::optional<Decimal> decimal_of(std::string_view numeral);

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
