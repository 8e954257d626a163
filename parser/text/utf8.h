// Characters of UTF-8 and ASCII. No text of a document is trusted to be whole UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tradereport::parser {

// ASCII alone.
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
inline char lower_case(char c) {
  return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
inline bool is_ascii_letter(char c) {
  return lower_case(c) >= 'a' && lower_case(c) <= 'z';
}

// A byte of a character that is not its first.
inline bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The length in bytes of the sequence that starts with this byte.
std::size_t utf8_length(char lead);

// The character at text[at] and its length in bytes; U+FFFD for one that is cut off.
std::pair<char32_t, std::size_t> character_at(std::string_view text, std::size_t at);

// Where the character after the one at text[at] begins, text.size() at most.
std::size_t next_character(std::string_view text, std::size_t at);

// Appends a code point.
void append_utf8(std::string& out, char32_t c);
std::string to_utf8(char32_t c);

// Does text[at] go on with a number of ASCII digits or a word of ASCII letters begun before?
bool within_word(std::string_view text, std::size_t at);

}  // namespace tradereport::parser
