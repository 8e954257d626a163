// One spelling for what documents print in many: NFKC, radicals folded to ideographs, every dash
// before a digit a minus, blanks tidied, with the way back to the page kept.
//
//   "２０２４年 ５ ⽉"   -> "2024年5月"
//   "113.8\u3000−19.9"  -> "113.8 -19.9"     (a blank between two numbers stays)
//   "1—5月", "1‐5 ⽉"   -> "1-5月"
//   "2\u2009190.3"      -> "2190.3"          (thin blanks group digits)
//   "产品¹为"            -> "产品¹为"          (raised digits are markers, never digits)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parser/text/text.h"

namespace tradereport::parser {

// What stands at one place of a line: a glyph, or a blank before it.
struct Mark {
  char32_t raw = 0;
  std::uint32_t glyph = 0;
  bool blank_before = false;
  bool thin = false;  // the blank is narrower than one between words
};

// The normalised text of a line. Blanks stay (as one space) only between two letters or digits of
// alphabetic scripts or between two numbers; they go beside ideographs, punctuation and signs.
Text normalize(const std::vector<Mark>& marks);

// The same for a text without positions; all origins are 0.
std::string normalize(std::string_view utf8);

// Are all characters of the text such that normalising changes neither them nor what is beside
// them? False where that is not plain to see.
bool is_plain(std::string_view utf8);

// A code point folded by itself: NFKC, radicals, dashes to U+2013, blanks to ' '; empty for what
// has no meaning (zero-width characters, soft hyphens).
std::u32string fold(char32_t c);

// From here on nearly all characters are an em wide, as wide as two of ASCII.
inline constexpr char32_t kFirstWide = 0x1100;

bool is_ascii_digit(char32_t c);
bool is_full_width_number(char32_t c);  // a digit, point or comma as wide as an ideograph
bool is_dash(char32_t c);               // any dash, hyphen or minus of Unicode
bool is_blank(char32_t c);              // white space of every kind
bool is_thin_blank(char32_t c);         // one that may group digits: thin, narrow, no-break

// CJK, after folding.
inline bool is_ideograph(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0xF900 && c <= 0xFAFF);
}

inline constexpr char32_t kUnreadable = 0xFFFD;  // Unicode's replacement character
// What no text has. Fonts without a map to Unicode give them for any of their characters.
bool is_control(char32_t c);

bool is_letter(char32_t c);  // of any script, ideographs included
// Superscript and circled digits and signs, which mark notes.
bool is_marker(char32_t c);

}  // namespace tradereport::parser
