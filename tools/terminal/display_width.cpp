#include "tools/terminal/display_width.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>

#include "tools/terminal/safe_text.h"

namespace tradereport::tools {

namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kNoCharacter = "\uFFFD";

// What most texts are made of, and ICU need not be asked about.
bool is_ascii(UChar32 c) {
  return c >= 0 && c < 0x80;
}
bool is_ideograph(UChar32 c) {
  return c >= 0x4E00 && c < 0xA000;
}

int columns_of(UChar32 c) {
  if (is_ascii(c) || c < 0) return 1;
  if (is_ideograph(c)) return 2;
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Calls each(code point, begin, end) for every one; what is not UTF-8 has a negative code point.
template <class Each>
void for_each_character(std::string_view text, const Each& each) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    each(c, static_cast<std::size_t>(begin), static_cast<std::size_t>(at));
  }
}

std::string_view without_end(std::string_view text, std::string_view blanks) {
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

// Where lines may end in the text, or nullptr.
std::unique_ptr<icu::BreakIterator> line_breaks(const icu::UnicodeString& text) {
  // To copy one costs far less than to look the rules up.
  static const std::unique_ptr<const icu::BreakIterator> rules = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createLineInstance(icu::Locale(""), status));
    return U_FAILURE(status) ? nullptr : std::move(made);
  }();
  std::unique_ptr<icu::BreakIterator> breaks(rules == nullptr ? nullptr : rules->clone());
  if (breaks != nullptr) breaks->setText(text);
  return breaks;
}

}  // namespace

std::vector<Grapheme> graphemes(std::string_view text) {
  std::vector<Grapheme> result;
  result.reserve(text.size());
  for_each_character(text, [&](UChar32 c, std::size_t begin, std::size_t end) {
    result.push_back({begin, end, columns_of(c)});
  });
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for_each_character(text, [&](UChar32 c, std::size_t, std::size_t) {
    width += static_cast<std::size_t>(columns_of(c));
  });
  return width;
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for_each_character(text, [&](UChar32 c, std::size_t begin, std::size_t end) {
    if (c < 0 || is_deceptive(static_cast<char32_t>(c))) {
      line += kNoCharacter;
    } else if (is_control_character(static_cast<char32_t>(c))) {
      line += ' ';
    } else {
      line += text.substr(begin, end - begin);
    }
  });
  return line;
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t used = 1;  // the ellipsis
  std::size_t bytes = 0;
  for (const Grapheme& grapheme : graphemes(text)) {
    used += static_cast<std::size_t>(grapheme.columns);
    if (used > columns) break;
    bytes = grapheme.end;
  }
  return std::string(text.substr(0, bytes)) + std::string(kEllipsis);
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  if (text.find('\n') == std::string_view::npos && display_width(text) <= columns)
    return {std::string(without_end(text, " "))};
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const std::unique_ptr<icu::BreakIterator> breaks = line_breaks(unicode);
  if (breaks == nullptr) return {std::string(text)};
  std::vector<std::string> lines;
  std::string line;
  std::size_t width = 0;  // of the line
  std::int32_t begin = breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    std::string piece;
    unicode.tempSubStringBetween(begin, end).toUTF8String(piece);
    const std::string_view bare = without_end(piece, " \n");
    const std::size_t added = display_width(bare);
    if (!line.empty() && width + added > columns) {
      lines.emplace_back(without_end(line, " "));
      line.clear();
      width = 0;
    }
    if (piece.ends_with('\n')) {
      lines.push_back(line + std::string(bare));
      line.clear();
      width = 0;
    } else {
      line += piece;
      width += added + piece.size() - bare.size();
    }
  }
  if (!line.empty()) lines.emplace_back(without_end(line, " "));
  return lines;
}

}  // namespace tradereport::tools
