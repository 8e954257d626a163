#include "parser/text/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tradereport::parser {

namespace {

constexpr std::pair<char32_t, char32_t> kRadicals[] = {
#include "parser/text/radicals.inc"
};

constexpr char32_t kDash = 0x2013;
constexpr char32_t kSoftHyphen = 0x00AD;

char32_t fold_radical(char32_t c) {
  const auto* const found =
      std::lower_bound(std::begin(kRadicals), std::end(kRadicals), c,
                       [](const auto& entry, char32_t x) { return entry.first < x; });
  return found != std::end(kRadicals) && found->first == c ? found->second : c;
}

const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCInstance(status);
}

bool is_word(char32_t c) {
  return is_ascii_digit(c) || (!is_ideograph(c) && is_letter(c));
}

// Most of what is printed: it stands for itself, and changes nothing beside it.
bool is_settled(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c > U' ' && c < 0x7F && c != U'-');
}

// What nearly everything printed folds to, which needs no look-up; 0 for the rest.
char32_t fold_simple(char32_t c) {
  if (is_settled(c) || c == U'、' || c == U'。') return c;
  if (c == U'-' || c == kDash) return kDash;
  const char32_t narrow = c - 0xFEE0;  // of full-width signs
  return narrow < 0x7F && is_settled(narrow) ? narrow : 0;
}

// A character of the normalised text before blanks and signs are settled.
struct Folded {
  char32_t c;
  std::uint32_t glyph;
  bool blank_before;
  bool thin;  // the blank
};

std::vector<Folded> fold_all(const std::vector<Mark>& marks) {
  std::vector<Folded> out;
  out.reserve(marks.size());
  bool blank = false;
  bool thin = false;
  for (const Mark& mark : marks) {
    thin = mark.thin && !blank;
    blank = blank || mark.blank_before;
    if (const char32_t c = fold_simple(mark.raw)) {
      out.push_back({c, mark.glyph, blank, thin});
      blank = false;
      continue;
    }
    const std::u32string folded = fold(mark.raw);
    for (const char32_t c : folded) {
      if (c == U' ') {
        blank = true;
        continue;
      }
      if (!out.empty() && !blank && u_getCombiningClass(static_cast<UChar32>(c)) != 0) {
        const UChar32 composed =
            nfkc().composePair(static_cast<UChar32>(out.back().c), static_cast<UChar32>(c));
        if (composed >= 0) {
          out.back().c = static_cast<char32_t>(composed);
          continue;
        }
      }
      out.push_back({c, mark.glyph, blank, thin});
      blank = false;
    }
  }
  return out;
}

// A dash that stands right before a number is its sign, or the dash of a range; a dash after
// another dash is a line, not a sign.
void settle_signs(std::vector<Folded>& text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const bool dash = text[i].c == kDash || text[i].c == kSoftHyphen;
    if (!dash || !is_ascii_digit(text[i + 1].c)) continue;
    if (i > 0 && text[i - 1].c == kDash && !text[i].blank_before) continue;
    text[i].c = U'-';
    // "- 1.8" after an ideograph or at the start: the blank separates nothing.
    if (i == 0 || !is_ascii_digit(text[i - 1].c)) text[i + 1].blank_before = false;
  }
}

// "2 190.3" with a thin blank is one number: one to three digits, then groups of three.
void group_digits(std::vector<Folded>& text) {
  const auto digits_from = [&](std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end].c) &&
           (end == at || !text[end].blank_before))
      ++end;
    return end - at;
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_ascii_digit(text[i].c)) {
      ++i;
      continue;
    }
    const std::size_t first = digits_from(i);
    const bool starts =
        i == 0 || text[i].blank_before ||
        (!is_ascii_digit(text[i - 1].c) && text[i - 1].c != U'.' && text[i - 1].c != U',');
    std::size_t end = i + first;
    const bool may_grow = first <= 3 && starts && text[i].c != U'0';
    while (may_grow && end < text.size() && text[end].thin && digits_from(end) == 3) {
      text[end].blank_before = false;
      end += 3;
    }
    i = end;
  }
}

bool keeps_blank(char32_t before, char32_t after) {
  const bool number_follows = is_ascii_digit(after) || after == U'-';
  if (is_ascii_digit(before) && number_follows) return true;
  return is_word(before) && is_word(after);
}

}  // namespace

bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_full_width_number(char32_t c) {
  return (c >= 0xFF10 && c <= 0xFF19) || c == 0xFF0E || c == 0xFF0C;
}

bool is_dash(char32_t c) {
  if (c < 0x80) return c == U'-';
  switch (c) {
    case 0x00AD:  // soft hyphen
    case 0x02D7:  // modifier letter minus
    case 0x2043:  // hyphen bullet
    case 0x207B:  // superscript minus
    case 0x208B:  // subscript minus
    case 0x2212:  // minus
    case 0x2500:  // box drawing
    case 0x2501:
    case 0x2796:  // heavy minus
    case 0x30FC:  // katakana prolonged sound mark
    case 0xFE63:
    case 0xFF0D:
    case 0xFF70:
    case 0x10191:
      return true;
    default:
      return u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION;
  }
}

bool is_blank(char32_t c) {
  if (c <= 0x20 || c == 0x7F) return true;
  if (c < 0x80 || is_settled(c)) return false;
  const auto u = static_cast<UChar32>(c);
  return u_isUWhiteSpace(u) != 0 || u_charType(u) == U_CONTROL_CHAR || c == 0x3164 || c == 0x2800;
}

bool is_control(char32_t c) {
  const bool white = (c >= 0x09 && c <= 0x0D) || c == 0x85;
  return !white && (c < 0x20 || (c >= 0x7F && c < 0xA0));
}

bool is_thin_blank(char32_t c) {
  return c == 0x00A0 || (c >= 0x2005 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return (c >= 0x4E00 && c <= 0x9FFF) || u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_marker(char32_t c) {
  if (c < 0xB2) return false;
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2089 && c != 0x207B) ||
         (c >= 0x2460 && c <= 0x249B) || (c >= 0x24EA && c <= 0x24FF) ||
         (c >= 0x2776 && c <= 0x2793) || c == 0x2020 || c == 0x2021;
}

std::u32string fold(char32_t c) {
  if (const char32_t simple = fold_simple(c)) return std::u32string(1, simple);
  if (is_dash(c)) return std::u32string(1, c == kSoftHyphen ? c : kDash);
  if (is_blank(c)) return U" ";
  if (u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR) return U"";  // zero-width
  if (is_ideograph(c) && c < 0xF900) return std::u32string(1, c);
  if (is_marker(c)) return std::u32string(1, c);
  const char32_t radical = fold_radical(c);
  if (radical != c) return std::u32string(1, radical);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded =
      nfkc().normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  std::u32string out;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(folded.char32At(i));
    out += is_blank(part) ? U' ' : part;
  }
  return out;
}

Text normalize(const std::vector<Mark>& marks) {
  std::vector<Folded> folded = fold_all(marks);
  settle_signs(folded);
  group_digits(folded);
  // A soft hyphen is a sign where a number follows, and nothing anywhere else.
  std::erase_if(folded, [](const Folded& f) { return f.c == kSoftHyphen; });
  constexpr std::size_t longest = 1 + U8_MAX_LENGTH;
  Text text;
  text.utf8.resize(folded.size() * longest);
  text.origin.resize(folded.size() * longest);
  std::size_t end = 0;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    std::size_t at = end;
    if (i > 0 && folded[i].blank_before && keeps_blank(folded[i - 1].c, folded[i].c))
      text.utf8[end++] = ' ';
    U8_APPEND_UNSAFE(text.utf8.data(), end, static_cast<UChar32>(folded[i].c));
    while (at < end) text.origin[at++] = folded[i].glyph;
  }
  text.utf8.resize(end);
  text.origin.resize(end);
  return text;
}

std::string normalize(std::string_view utf8) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int64_t>(utf8.size());
  std::vector<Mark> marks;
  marks.reserve(utf8.size());
  bool blank = false;
  bool thin = false;
  for (std::int64_t i = 0; i < size;) {
    UChar32 next = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, next);
    const auto c = static_cast<char32_t>(next);
    if (is_blank(c)) {
      thin = !blank && is_thin_blank(c);
      blank = true;
      continue;
    }
    marks.push_back({c, 0, blank, thin});
    blank = false;
    thin = false;
  }
  return normalize(marks).utf8;
}

bool is_plain(std::string_view utf8) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t i = 0; i < size;) {
    UChar32 next = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, next);
    if (!is_settled(static_cast<char32_t>(next))) return false;
  }
  return true;
}

}  // namespace tradereport::parser
