#include "parser/sentence.h"

#include <algorithm>

namespace tradereport {

namespace {

constexpr std::size_t kDeepest = 8;

// A character of the coded text with its place in the original.
struct Letter {
  std::string bytes;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string name;  // of a name hit
};

std::vector<Letter> letters_of(std::string_view text, const NameIndex& names) {
  std::vector<Letter> letters;
  for (std::size_t at = 0; at < text.size();) {
    Letter letter;
    letter.begin = at;
    if (const std::size_t length = names.match_at(text, at, &letter.name)) {
      append_utf8(letter.bytes, kFirstNameCode + static_cast<char32_t>(letters.size() % 0xFFF0));
      at += length;
    } else {
      const std::size_t one = std::min(utf8_length(text[at]), text.size() - at);
      letter.bytes = text.substr(at, one);
      at += one;
    }
    letter.end = at;
    letters.push_back(std::move(letter));
  }
  return letters;
}

std::size_t closing(const std::vector<Letter>& letters, std::size_t open, std::size_t end) {
  std::size_t depth = 0;
  for (std::size_t i = open; i < end; ++i) {
    if (letters[i].bytes == "(" || letters[i].bytes == "[") ++depth;
    if ((letters[i].bytes == ")" || letters[i].bytes == "]") && --depth == 0) return i;
  }
  return end;
}

Stretch build(const std::vector<Letter>& letters, std::size_t begin, std::size_t end,
              std::size_t depth) {
  Stretch out;
  for (std::size_t i = begin; i < end; ++i) {
    const Letter& letter = letters[i];
    const bool opens = letter.bytes == "(" || letter.bytes == "[";
    if (opens && depth < kDeepest) {
      const std::size_t close = closing(letters, i, end);
      if (close < end) {
        out.inner.push_back({out.coded.size(), build(letters, i + 1, close, depth + 1)});
        i = close;
        continue;
      }
    }
    if (!letter.name.empty()) out.names.push_back({out.coded.size(), letter.name});
    out.coded += letter.bytes;
    out.back.insert(out.back.end(), letter.bytes.size(), letter.begin);
    out.forth.insert(out.forth.end(), letter.bytes.size(), letter.end);
  }
  out.back.push_back(end > begin ? letters[end - 1].end : 0);
  return out;
}

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
  const std::vector<Letter> letters = letters_of(text, names);
  return build(letters, 0, letters.size(), 0);
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

}  // namespace tradereport
