// The patterns of a family: its words and slots, and patterns made of them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parser/matching.h"
#include "schemas/family.h"

namespace tradereport::parser {

// A known name in coded text (see names.h) is one character of this private plane.
inline constexpr char32_t kFirstNameCode = 0xF0000;
inline constexpr char32_t kLastNameCode = 0xFFFFD;

// A compiled pattern.
class Pattern {
 public:
  // Matches nothing.
  Pattern() = default;
  // `root` belongs to `store`.
  Pattern(std::shared_ptr<const Expressions> store, const Expression* root)
      : store_(std::move(store)), root_(root) {}

  // A pattern of the program's own, without a family's words and slots. It has to be right.
  static Pattern of(std::string_view say);

  bool matches_all(std::string_view text) const;
  // The length of a match that starts at `at`, 0 if there is none.
  std::size_t match_at(std::string_view text, std::size_t at) const;
  // The same with what its slots catch, which is left alone if there is no match.
  std::size_t match_at(std::string_view text, std::size_t at, std::vector<SlotMatch>& slots) const;
  // What its slots have caught, in order.
  std::vector<SlotMatch> slots_of(std::string_view text, std::size_t at, std::size_t length) const;
  // The first match at or after `at`: true and its range.
  bool find(std::string_view text, std::size_t at, std::size_t& begin, std::size_t& end) const;

  // False if the pattern matches nowhere in a text of these characters.
  bool can_be_in(const Characters& characters) const {
    return root_ != nullptr && root_->needs.meets(characters);
  }

  // Is the character at this place of sets one of those of which each match has one?
  bool needs(std::size_t place) const { return root_ != nullptr && root_->needs.has(place); }

  // The most bytes that a match has, Expression::kNoEnd if any number.
  std::size_t longest() const { return root_ == nullptr ? 0 : root_->longest; }

  const Expression* expression() const { return root_; }

 private:
  std::shared_ptr<const Expressions> store_;
  const Expression* root_ = nullptr;
};

// Goes through a text and tells where a pattern may match, by what every match needs.
class Sight {
 public:
  Sight(const Pattern& pattern, std::string_view text);
  // Asked with growing `at`: false if no match starts at text[at].
  bool may_start(std::size_t at);
  // No match starts here or later.
  bool at_end() const { return next_ == Expression::kNoEnd; }

 private:
  const Expression* e_;
  std::string_view text_;
  std::size_t next_ = 0;  // the first place from where it was asked last that holds what is needed
};

// Does any of the patterns match all of the text, or a stretch at its start?
bool any_matches(const std::vector<Pattern>& patterns, std::string_view text);
bool any_starts(const std::vector<Pattern>& patterns, std::string_view text);

// Compiles the patterns of one family. Its words and slots are compiled once and shared.
class PatternCompiler {
 public:
  explicit PatternCompiler(const Family& family);

  // Blanks in `say` are dropped (in an alphabetic family: a blank, or none); {word} stands for the
  // word, {slot} for the slot:
  //   "表 1 [:]? {region}?"  is  "表1[:]?(?:北京市?|全市)?"
  // On error the pattern matches nothing and `error` says why: a mistake in the pattern, an unknown
  // name, a word that contains itself.
  Pattern compile(std::string_view say, std::string* error) const;

 private:
  struct Definitions;
  std::shared_ptr<Definitions> definitions_;
};

// "a|b|c", each taken literally.
std::string alternatives(const std::vector<std::string>& literal);

}  // namespace tradereport::parser
