#include "parser/narrative/sentence.h"

#include <algorithm>

namespace tradereport::parser {

namespace {

constexpr std::size_t kDeepest = 8;

// A character of the coded text: bytes [begin, end) of the original, or a name that they spell.
struct Letter {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t name = 0;  // number of the name, 0 for none
};

class Coder {
 public:
  Coder(std::string_view text, const NameIndex& names) : text_(text) {
    letters_.reserve(text.size());
    std::string name;
    for (std::size_t at = 0; at < text.size();) {
      Letter letter{at, at, 0};
      if (const std::size_t length = names.match_at(text, at, &name)) {
        names_.push_back(name);
        letter.name = names_.size();
        letter.end += length;
      } else {
        letter.end += std::min(utf8_length(text[at]), text.size() - at);
      }
      at = letter.end;
      letters_.push_back(letter);
    }
  }

  Stretch whole() const { return build(0, letters_.size(), 0); }

 private:
  bool is(std::size_t i, char a, char b) const {
    const char c = text_[letters_[i].begin];
    return letters_[i].name == 0 && (c == a || c == b);
  }

  std::size_t closing(std::size_t open, std::size_t end) const {
    std::size_t depth = 0;
    for (std::size_t i = open; i < end; ++i) {
      if (is(i, '(', '[')) ++depth;
      if (is(i, ')', ']') && --depth == 0) return i;
    }
    return end;
  }

  Stretch build(std::size_t begin, std::size_t end, std::size_t depth) const {
    Stretch out;
    out.coded.reserve(4 * (end - begin));
    out.back.reserve(4 * (end - begin) + 1);
    out.forth.reserve(4 * (end - begin));
    for (std::size_t i = begin; i < end; ++i) {
      const Letter& letter = letters_[i];
      if (is(i, '(', '[') && depth < kDeepest) {
        const std::size_t close = closing(i, end);
        if (close < end) {
          out.inner.push_back({out.coded.size(), build(i + 1, close, depth + 1)});
          i = close;
          continue;
        }
      }
      if (letter.name > 0) {
        out.names.push_back({out.coded.size(), names_[letter.name - 1]});
        append_utf8(out.coded, codes::kName);
      } else {
        out.coded += text_.substr(letter.begin, letter.end - letter.begin);
      }
      out.back.resize(out.coded.size(), letter.begin);
      out.forth.resize(out.coded.size(), letter.end);
    }
    out.back.push_back(end > begin ? letters_[end - 1].end : 0);
    return out;
  }

  std::string_view text_;
  std::vector<Letter> letters_;
  std::vector<std::string> names_;
};

// "visitors. This" ends a sentence; "U.S.", "1.5" and "sltda.gov" do not.
bool ends_with_stop(std::string_view text, std::size_t at) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text[at] != '.' || at == 0) return false;
  const std::size_t next = at + 1 < text.size() && text[at + 1] == ' ' ? at + 2 : at + 1;
  const bool starts = next >= text.size() || capital(text[next]);
  const bool initial = capital(text[at - 1]) && (at < 2 || !capital(text[at - 2]));
  return starts && !initial;
}

}  // namespace

Stretch code_sentence(std::string_view text, const NameIndex& names) {
  return Coder(text, names).whole();
}

std::vector<std::pair<std::size_t, std::size_t>> sentences_of(std::string_view text,
                                                              bool alphabetic) {
  std::vector<std::pair<std::size_t, std::size_t>> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t one =
        at < text.size() ? std::min(utf8_length(text[at]), text.size() - at) : 1;
    const std::string_view c = text.substr(at, one);
    const bool ends = at == text.size() || c == "。" || c == "!" || c == "?" || c == "\n" ||
                      (alphabetic && ends_with_stop(text, at));
    if (ends) {
      while (begin < at && text[begin] == ' ') ++begin;
      if (begin < at) sentences.emplace_back(begin, at);
      begin = at + one;
    }
    at += one;
  }
  return sentences;
}

}  // namespace tradereport::parser
