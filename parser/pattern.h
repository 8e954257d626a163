// From a family's patterns to RE2 expressions: word lists and slots are put in.
#pragma once

#include <re2/re2.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/family.h"

namespace tradereport {

// A known name in coded text (see names.h) is one character of this private plane.
inline constexpr char32_t kFirstNameCode = 0xF0000;
inline constexpr char32_t kLastNameCode = 0xFFFFD;

// What a slot of a phrase has caught: bytes [begin, end) of the text matched.
struct SlotMatch {
  std::string slot;  // "flow", "names", "amounts", …
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A compiled pattern: knows which of its groups are slots.
class Pattern {
 public:
  Pattern() = default;
  // `expression` has a named group "slot_N" for each slot and must compile.
  explicit Pattern(const std::string& expression);

  const std::string& error() const { return re_->error(); }
  bool ok() const { return re_->ok(); }

  bool matches_all(std::string_view text) const;
  // The length of a match that starts at `at`, 0 if there is none; fills slots where asked.
  std::size_t match_at(std::string_view text, std::size_t at,
                       std::vector<SlotMatch>* slots = nullptr) const;
  // The first match at or after `at`: true and its range.
  bool find(std::string_view text, std::size_t at, std::size_t& begin, std::size_t& end) const;

 private:
  std::shared_ptr<const RE2> re_;
  std::vector<std::string> slot_of_group_;  // "" for groups that are no slots
};

// Does any of the patterns match all of the text, or a stretch at its start?
bool any_matches(const std::vector<Pattern>& patterns, std::string_view text);
bool any_starts(const std::vector<Pattern>& patterns, std::string_view text);

// Expands the patterns of one family.
class PatternCompiler {
 public:
  explicit PatternCompiler(const Family& family);

  // The RE2 expression for a pattern: blanks dropped (in an alphabetic family: a blank, or none),
  // {word} replaced by the word list, {slot} by a named group. Unknown names and words that contain
  // themselves are reported in `error`.
  //   expand("表 1 [:]? {region}?")  -> "表1[:]?(?:北京市?|全市)?"
  std::string expand(std::string_view say, std::string* error) const;

  // expand() and compile. On error the pattern matches nothing and `error` says why.
  Pattern compile(std::string_view say, std::string* error) const;

 private:
  std::string expand(std::string_view say, int depth, std::map<std::string, int>& used,
                     std::string* error) const;

  bool alphabetic_ = false;                   // blanks may be there, capitals mean nothing
  std::map<std::string, std::string> words_;  // expressions, may hold {names}
  std::map<std::string, std::string> slots_;
};

// "a|b|c", each taken literally.
std::string alternatives(const std::vector<std::string>& literal);

}  // namespace tradereport
