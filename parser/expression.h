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
#include <bitset>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/text.h"

namespace tradereport {

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
  // Capitals share the places of small letters, and all codes of names have the same (see names.h).
  static std::size_t place(char32_t c) { return c < 0xF0000 ? lower_case(c) & 0xFFU : 0xFFU; }
  // Of the character at text[at]; a place in no set if there is none.
  static std::size_t place(std::string_view text, std::size_t at) {
    return at < text.size() ? place(character_at(text, at).first) : 0x100U;
  }

  void add(char32_t c) { set_.set(place(c)); }
  void add(char32_t from, char32_t to);
  void add(const Characters& other) { set_ |= other.set_; }
  void add_all() { set_.set(); }
  // By its place, which is cheaper to keep than to find.
  bool has(std::size_t place) const { return place < set_.size() && set_[place]; }
  bool meets(const Characters& other) const { return (set_ & other.set_).any(); }
  std::size_t size() const { return set_.count(); }

 private:
  std::bitset<256> set_;
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
  Characters first;  // what it can begin with
  Characters needs;  // one of these stands in whatever it matches
};

// Owns expressions, which point at each other.
using Expressions = std::deque<Expression>;

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

// Puts an expression into the store and completes it: `empty`, `slots` and `first` come from its
// parts.
const Expression* keep(Expression expression, Expressions& store);

// A slot around an expression.
const Expression* make_slot(const std::string& name, const Expression* inside, Expressions& store);

// A text with a backslash before each sign that means something in patterns.
std::string quote(std::string_view literal);

}  // namespace tradereport
