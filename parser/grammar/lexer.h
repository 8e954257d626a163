// From a sentence to typed tokens, once: what phrases are matched against, and read from.
//
// A sentence is coded twice. In its *tokens* names, figures with the direction word before them,
// periods, bases of comparison and flows are one character each; in its *words* only names and
// figures are, and all else stands as it is printed. A phrase may be found in either: "同期" can be
// a base of comparison, or a word of a phrase that says "占全国同期…"; "making up 4.6%" is no rise.
// Tokens are the leftmost, then the longest; a number is never cut.
//
//   2024年5月,出口74.7亿美元   tokens ⟨period⟩,⟨flow⟩⟨level⟩    words 2024年5月,出口⟨level⟩  … with
//   ⟨number⟩ for the numbers of the date
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parser/grammar/token.h"
#include "parser/grammar/vocabulary.h"

namespace tradereport::parser {

enum class Coding { words, tokens };

// A sentence as code points: tokens one each, all else its own characters.
class CodedSentence {
 public:
  std::string_view code() const { return code_; }
  // Where text[at] stands in the code; nothing within a token, or before the place from which the
  // sentence was read.
  std::optional<std::size_t> code_at(std::size_t text) const;
  // Which place of the text code[at] stands for.
  std::size_t text_at(std::size_t code) const { return text_of_[code]; }
  // Those in the text's range, in order.
  std::span<const Token> tokens_in(TextRange range) const;
  // Is there a token of this range of codes at or after code[at]?
  bool has_from(std::size_t at, char32_t first, char32_t last) const;

 private:
  friend class Lexer;
  std::string code_;
  std::vector<std::size_t> text_of_;  // one a byte of the code, and one past the end
  std::vector<int> code_of_;          // one a byte of the text, and one past the end; -1: none
  std::vector<Token> tokens_;
};

class Lexer {
 public:
  Lexer() = default;
  explicit Lexer(Vocabulary vocabulary) : vocabulary_(std::move(vocabulary)) {}

  // text: a sentence in which known names are the character codes::kName. `from`: where reading
  // begins, because a phrase of words has ended there within a token.
  CodedSentence read(std::string_view text, Coding coding, std::size_t from = 0) const;

  // A word that a phrase spells: its code, made on first call, if all of it is one token.
  std::optional<char32_t> code_of_word(const std::string& word);

  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  class Run;
  char32_t code_of(const Token& token, std::string_view text) const;

  Vocabulary vocabulary_;
  std::map<std::string, char32_t, std::less<>> words_;  // that phrases spell
  char32_t used_ = 0;
};

}  // namespace tradereport::parser
