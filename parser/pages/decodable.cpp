#include "parser/pages/decodable.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>

#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// A page with more than this part of meaningless characters is unreadable.
constexpr double kMeaningless = 0.2;
// So many scripts besides ideographs, Latin and kana on a page are no writing.
constexpr std::size_t kScriptsTooMany = 3;
// A document with so many strays, and this part of its ideographs, has a font that lies.
constexpr std::size_t kStraysTooMany = 8;
constexpr double kStrayPart = 0.004;
// Of the characters of a text that are not of numbers, no more than this part are no letters: 0.18
// of the samples at most, 0.37 of manuals full of commands, 0.55 and more where maps are missing.
constexpr double kMostSigns = 0.45;
// With fewer characters that tells nothing.
constexpr std::size_t kFewCharacters = 100;

// Private use, unassigned, replacement and control characters: what fonts without a usable map to
// Unicode leave behind.
bool is_meaningless(char32_t c) {
  if (c == 0xFFFD || c < 0x20) return true;
  if (c < 0x7F || (c >= 0x4E00 && c <= 0x9FFF)) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_PRIVATE_USE_CHAR || type == U_UNASSIGNED || type == U_SURROGATE;
}

// Fonts whose map to Unicode is wrong print letters of scripts that no document mixes.
class Scripts {
 public:
  void add(char32_t c) {
    if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF)) {  // nearly all of them: Latin or Han
      if (is_letter(c)) ++letters_;
      return;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
    switch (script) {
      case USCRIPT_COMMON:
      case USCRIPT_INHERITED:
        return;
      case USCRIPT_HAN:
      case USCRIPT_LATIN:
      case USCRIPT_HIRAGANA:
      case USCRIPT_KATAKANA:
        break;
      default:
        ++strange_[script];
        ++strange_letters_;
    }
    ++letters_;
  }

  bool implausible() const {
    return strange_.size() >= kScriptsTooMany &&
           static_cast<double>(strange_letters_) > kMeaningless * static_cast<double>(letters_);
  }

 private:
  std::map<UScriptCode, std::size_t> strange_;
  std::size_t strange_letters_ = 0;
  std::size_t letters_ = 0;
};

bool is_undecodable(const PdfPage& page) {
  std::size_t all = 0;
  std::size_t bad = 0;
  Scripts scripts;
  for (const PdfWord& word : page.words) {
    all += word.chars.size();
    for (const PdfChar& c : word.chars) {
      scripts.add(c.raw);
      if (is_meaningless(c.raw)) ++bad;
    }
  }
  return scripts.implausible() ||
         (all > 0 && static_cast<double>(bad) > kMeaningless * static_cast<double>(all));
}

// Characters that no writer sets alone between ideographs: a letter, or a sign of programs.
bool is_stray(char32_t c) {
  if (c < 0x80) {
    return is_letter(c) ||
           std::u32string_view(U"\\^=<>_|~@#$&{}`").find(c) != std::u32string_view::npos;
  }
  return c < 0x250 && is_letter(c);
}

class Strays {
 public:
  void add(const PdfPage& page) {
    char32_t before = 0;
    char32_t here = 0;
    for (const PdfWord& word : page.words) {
      for (const PdfChar& c : word.chars) {
        count(before, here, c.raw);
        before = here;
        here = c.raw;
      }
      if (!word.space_after) continue;
      count(before, here, U' ');
      before = here;
      here = U' ';
    }
  }

  bool too_many() const {
    return strays_ >= kStraysTooMany &&
           static_cast<double>(strays_) > kStrayPart * static_cast<double>(ideographs_);
  }

 private:
  void count(char32_t before, char32_t here, char32_t after) {
    if (is_ideograph(here)) {
      ++ideographs_;
    } else if (is_ideograph(before) && is_ideograph(after) && is_stray(here)) {
      ++strays_;
    }
  }

  std::size_t strays_ = 0;
  std::size_t ideographs_ = 0;
};

}  // namespace

std::vector<bool> undecodable(const std::vector<PdfPage>& pages) {
  Strays strays;
  for (const PdfPage& page : pages) strays.add(page);
  std::vector<bool> out(pages.size(), strays.too_many());
  for (std::size_t i = 0; i < pages.size(); ++i) out[i] = out[i] || is_undecodable(pages[i]);
  return out;
}

bool is_writing(const Document& document) {
  if (!document.has_boxes) return true;
  std::size_t letters = 0;
  std::size_t signs = 0;
  for (const Line& line : document.lines) {
    const auto is_number = [&](std::size_t i) {
      return i < line.glyphs.size() &&
             u_isdigit(static_cast<UChar32>(document.glyphs[line.glyphs[i]].raw)) != 0;
    };
    for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
      const auto c = static_cast<UChar32>(document.glyphs[line.glyphs[i]].raw);
      if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0) {
        ++letters;
      } else if (!is_number(i) && !(i > 0 && is_number(i - 1)) && !is_number(i + 1)) {
        ++signs;
      }
    }
  }
  const std::size_t all = letters + signs;
  return all < kFewCharacters ||
         static_cast<double>(signs) <= kMostSigns * static_cast<double>(all);
}

}  // namespace tradereport::parser
