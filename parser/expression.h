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
  const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(text[at + n]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  const std::size_t length = std::min(utf8_length(text[at]), text.size() - at);
  char32_t c = byte(0) & (0xFFU >> (length + 1));
  for (std::size_t n = 1; n < length; ++n) c = (c << 6U) | (byte(n) & 0x3FU);
  return {c, length};
}

// ASCII only.
inline char32_t lower_case(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

// The characters that something can begin with, or a few more.
class FirstCharacters {
 public:
  void add(char32_t from, char32_t to);
  void add(const FirstCharacters& other) { set_ |= other.set_; }
  void add_all() { set_.set(); }
  bool has(char32_t c) const { return set_[place(lower_case(c))]; }

 private:
  // The codes of names are all alike (see names.h).
  static std::size_t place(char32_t c) { return c < 0xF0000 ? c % 255 : 255; }
  std::bitset<256> set_;
};

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
  std::string text;
  std::vector<std::pair<char32_t, char32_t>> ranges;
  std::vector<const Expression*> parts;
  FirstCharacters first;
};

// Can the expression begin at text[at]? It need not match there even so.
inline bool can_begin(const Expression& e, std::string_view text, std::size_t at) {
  return e.empty || (at < text.size() && e.first.has(character_at(text, at).first));
}

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
