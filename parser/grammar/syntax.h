// The language of the patterns in family files, translated into RE2's.
//
// It is RE2's own, but for this: blanks do not count (in an alphabetic family: a blank, or none),
// and {word} stands for a fragment or a slot. docs/families.md has it all.
//
//   表 1 [:.]? (?:{region})?货物        ->  表1[:.]?(?:(?:北京市?|全市))?货物
//   in {month} ,? {year}   (alphabetic)  ->  in ?(?:January|…) ?,? ?(?:(?:19|20)\d{2})
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tradereport::parser {

struct PatternSyntax {
  bool alphabetic = false;
  std::map<std::string, std::string> words;  // in the family's language; they may name each other

  // What {name} stands for in RE2's language, asked before the words; nothing if it is no slot.
  // `required`: every match of the whole pattern holds one.
  std::function<std::optional<std::string>(const std::string& name, bool required)> slot;
  // What stands for a run of plain characters; they themselves if empty.
  std::function<std::string(const std::string& run)> literal;
  // Where numbers of a text are tokens, a pattern cannot spell them: it has to name a slot. What
  // stands for them in a negated class with \d in it.
  std::string number_tokens;
};

// The pattern in RE2's language, without capturing groups. On error it is empty, and `error` says
// what is wrong, with the fragment: "there is no word or slot {nowhere}", "{loop} contains itself".
// Mistakes of RE2's own syntax are left to RE2.
// groups: if given, named groups are kept as capturing groups without a name, and their names are
// added here in the order of their brackets.
std::string translate(std::string_view say, const PatternSyntax& syntax, std::string& error,
                      std::vector<std::string>* groups = nullptr);

// "a|b|c", each taken literally.
std::string alternatives(const std::vector<std::string>& literal);

}  // namespace tradereport::parser
