// The phrases of a family: short patterns of RE2 over coded sentences.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/grammar/lexer.h"
#include "parser/grammar/pattern.h"
#include "schemas/family.h"

namespace tradereport::parser {

// What stands in braces in a phrase. docs/families.md says what each matches.
enum class Slot {
  period,
  base,
  flow,
  flows,
  names,
  any_names,
  amounts,
  counts,
  percents,
  changes,
  directed_changes,
  directed_amounts,
  flat,
  count,
  respectively,
  mark,
  unit,
  any_number,
  any_percent,
};

// Does it catch figures that a claim can be made of?
bool is_figures(Slot slot);

struct Phrase {
  const PhraseForm* form = nullptr;  // nullptr for fillers
  Pattern pattern;
  std::vector<Slot> slots;   // as they stand in the pattern
  std::vector<Slot> caught;  // of these the groups of the pattern, in the order of their brackets
  // Codes of which each match has one of each range.
  struct Codes {
    char32_t first = 0;
    char32_t last = 0;
  };
  std::vector<Codes> needs;

  bool has(Slot slot) const;
};

// Translates the phrases of one family.
class PhraseCompiler {
 public:
  // The lexer learns the words that phrases spell and that are tokens. All outlive the compiler.
  PhraseCompiler(const Family& family, const PatternSyntax& syntax, Lexer& lexer);

  // On error the phrase matches nothing and `error` says why.
  Phrase compile(std::string_view say, const PhraseForm* form, std::string& error);

 private:
  Lexer& lexer_;
  PatternSyntax syntax_;
  std::string separator_, respectively_, number_, unit_;  // for RE2
  Phrase* open_ = nullptr;                                // that is being compiled
  bool catches_figures_ = false;
  std::optional<std::string> slot(const std::string& name, bool required);
};

// A sentence in both codings, and which phrases stand in it.
class PhraseFinder {
 public:
  // All outlive the finder. text: see Lexer.
  PhraseFinder(const std::vector<Phrase>& phrases, const Lexer& lexer, std::string_view text);

  struct Match {
    const Phrase* phrase = nullptr;  // nullptr: none
    TextRange at;
    std::vector<Token> tokens;  // within it, in order

    struct Catch {
      Slot slot;
      TextRange at;
    };
    std::vector<Catch> caught;  // by the slots that are caught, in order

    // What the slot has caught, nullptr if it stands for nothing.
    const TextRange* of(Slot slot) const;
  };

  // The longest phrase that begins at text[at]; of those as long the first.
  Match longest_at(std::size_t at);

  // The first place where this phrase stands; an empty range if nowhere.
  TextRange find(const Phrase& phrase);

 private:
  std::size_t length_at(const Phrase& phrase, const CodedSentence& coded, std::size_t code) const;

  const std::vector<Phrase>& phrases_;
  const Lexer& lexer_;
  std::string_view text_;
  CodedSentence words_;
  CodedSentence tokens_;
};

}  // namespace tradereport::parser
