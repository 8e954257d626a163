// What a pattern of a family says, as a tree.
//
// The syntax is the part of RE2's that families need, and matches are what RE2's would be (a test
// holds the two against each other); a tree is made because patterns share the trees of the words
// and slots that they name, where an expression for RE2 repeats them all:
//
//   abc  \.  \x{2013}  .  [ab-f]  [^ab]  \d \D \s \S \w \W  \b      characters
//   xy  x|y  (x)  (?:x)  (?P<name>x)  {name}                        put together
//   x?  x*  x+  x{2}  x{2,}  x{2,5}, each with ? behind it          repeated
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/text.h"

namespace tradereport::parser {

// The character at text[at], and its length in bytes.
inline std::pair<char32_t, std::size_t> character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t n) -> char32_t {
    return static_cast<unsigned char>(text[at + n]);
  };
  const auto tail = [&](std::size_t n) { return byte(n) & 0x3FU; };
  const std::size_t left = text.size() - at;
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0 && left >= 2) return {(lead & 0x1FU) << 6U | tail(1), 2};
  if (lead < 0xF0 && left >= 3) return {(lead & 0x0FU) << 12U | tail(1) << 6U | tail(2), 3};
  if (left >= 4) return {(lead & 0x07U) << 18U | tail(1) << 12U | tail(2) << 6U | tail(3), 4};
  return {0xFFFD, left};  // cut off
}

// ASCII only.
inline char32_t lower_case(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

// A set of characters, or of a few more: some share a place in it.
class Characters {
 public:
  static constexpr std::size_t kPlaces = 256;
  // Capitals share the places of small letters, and all codes of names have the same (see names.h).
  static std::size_t place(char32_t c) { return c < 0xF0000 ? lower_case(c) & 0xFFU : 0xFFU; }
  // Of the character at text[at]; a place in no set if there is none.
  static std::size_t place(std::string_view text, std::size_t at) {
    return at < text.size() ? place(character_at(text, at).first) : kPlaces;
  }

  void add(char32_t c) { words_[place(c) / 64] |= bit(place(c)); }
  void add(char32_t from, char32_t to);
  void add(const Characters& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void add_all() { words_.fill(~std::uint64_t{0}); }
  // By its place, which is cheaper to keep than to find.
  bool has(std::size_t place) const {
    return place < kPlaces && (words_[place / 64] & bit(place)) != 0;
  }
  bool meets(const Characters& other) const {
    bool any = false;
    for (std::size_t i = 0; i < words_.size(); ++i) any = any || (words_[i] & other.words_[i]) != 0;
    return any;
  }
  std::size_t size() const {
    std::size_t size = 0;
    for (const std::uint64_t word : words_) size += static_cast<std::size_t>(std::popcount(word));
    return size;
  }
  template <class F>
  void for_each_place(F&& apply) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1)
        apply(i * 64 + static_cast<std::size_t>(std::countr_zero(left)));
    }
  }

 private:
  static std::uint64_t bit(std::size_t place) { return std::uint64_t{1} << (place % 64); }
  std::array<std::uint64_t, kPlaces / 64> words_{};
};

// Those of a text.
Characters characters_of(std::string_view text);

struct Expression {
  enum class Kind {
    literal,   // `text`
    set,       // one character: any of `ranges`, or none of them if `negated`
    boundary,  // the edge of a word of ASCII letters, digits and '_'
    sequence,  // all of `parts`
    either,    // the first of `parts` that leads to a match
    repeat,  // parts[0], at least `least` and at most `most` times, rather more than less or `lazy`
    slot,    // parts[0], caught under the name `text`
  };
  static constexpr std::size_t kNoEnd = static_cast<std::size_t>(-1);

  Kind kind = Kind::sequence;
  bool negated = false;
  bool lazy = false;
  bool ignores_case = false;  // of ASCII letters; literals are in lower case then
  bool empty = false;         // may match nothing at all
  bool slots = false;         // holds slots
  std::size_t least = 0;
  std::size_t most = kNoEnd;
  std::size_t longest = 0;  // bytes that a match has at most, kNoEnd if any number
  std::string text;
  std::vector<std::pair<char32_t, char32_t>> ranges;
  std::vector<const Expression*> parts;
  Characters first;        // what it can begin with
  Characters needs;        // one of these stands in whatever it matches
  std::size_t needed = 0;  // how many they are
  // Of a long `either`: by the place of a character (see Characters), and one for the end of the
  // text, a bit for each part that can begin there.
  std::vector<std::uint64_t> starts;
};

// Owns expressions, which point at each other and stay where they are.
class Expressions {
 public:
  // A new one, to be filled and then completed.
  Expression& add() {
    if (used_ == kChunk) {
      chunks_.push_back(std::make_unique<std::array<Expression, kChunk>>());
      used_ = 0;
    }
    return (*chunks_.back())[used_++];
  }

 private:
  static constexpr std::size_t kChunk = 32;
  std::vector<std::unique_ptr<std::array<Expression, kChunk>>> chunks_;
  std::size_t used_ = kChunk;  // of the last
};

struct ExpressionSyntax {
  // A blank in a pattern is a blank or none, and capitals mean nothing. Otherwise blanks in
  // patterns are ignored.
  bool alphabetic = false;
  // What {name} stands for; nullptr, with an error, if there is nothing.
  std::function<const Expression*(const std::string& name, std::string& error)> named;
};

// The tree of a pattern, owned by `store`. On error nullptr, and `error` says what is wrong, with
// the fragment: "missing ')' in 'a(b'".
const Expression* parse_expression(std::string_view say, const ExpressionSyntax& syntax,
                                   Expressions& store, std::string& error);

// Fills in what comes from its parts: `empty`, `slots`, `first` and the like.
const Expression* complete(Expression& expression);

// A slot around an expression.
const Expression* make_slot(const std::string& name, const Expression* inside, Expressions& store);

// A text with a backslash before each sign that means something in patterns.
std::string quote(std::string_view literal);

}  // namespace tradereport::parser
