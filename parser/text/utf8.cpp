#include "parser/text/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace tradereport::parser {

std::size_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

std::pair<char32_t, std::size_t> character_at(std::string_view text, std::size_t at) {
  const std::size_t length = std::min(utf8_length(text[at]), text.size() - at);
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  UChar32 c = 0;
  std::size_t i = 0;
  U8_NEXT_OR_FFFD(bytes, i, length, c);
  return {static_cast<char32_t>(c), length};
}

std::size_t next_character(std::string_view text, std::size_t at) {
  return std::min(at + utf8_length(text[at]), text.size());
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
    return;
  }
  char buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(c));
  out.append(buffer, length);
}

std::string to_utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

bool within_word(std::string_view text, std::size_t at) {
  return at > 0 && ((is_digit(text[at]) && is_digit(text[at - 1])) ||
                    (is_ascii_letter(text[at]) && is_ascii_letter(text[at - 1])));
}

}  // namespace tradereport::parser
