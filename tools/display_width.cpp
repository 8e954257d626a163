#include "tools/display_width.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>

namespace tradereport::tools {

namespace {

constexpr std::string_view kEllipsis = "…";

int columns_of(UChar32 c) {
  if (c < 0) return 1;
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

}  // namespace

std::vector<Glyph> glyphs(std::string_view text) {
  std::vector<Glyph> result;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    result.push_back(
        {static_cast<std::size_t>(begin), static_cast<std::size_t>(at), columns_of(c)});
  }
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const Glyph& glyph : glyphs(text)) width += static_cast<std::size_t>(glyph.columns);
  return width;
}

std::string one_line(std::string_view text) {
  std::string line;
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString clean;
  for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    const UChar32 c = unicode.char32At(i);
    const bool control = u_iscntrl(c) != 0 && u_charType(c) != U_FORMAT_CHAR;
    clean.append(control || c == 0x2028 || c == 0x2029 ? UChar32{' '} : c);
  }
  return clean.toUTF8String(line);
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t used = 1;  // the ellipsis
  std::size_t bytes = 0;
  for (const Glyph& glyph : glyphs(text)) {
    used += static_cast<std::size_t>(glyph.columns);
    if (used > columns) break;
    bytes = glyph.end;
  }
  return std::string(text.substr(0, bytes)) + std::string(kEllipsis);
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) || breaks == nullptr) return {std::string(text)};
  breaks->setText(unicode);
  std::string line;
  std::int32_t begin = breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    std::string piece;
    unicode.tempSubStringBetween(begin, end).toUTF8String(piece);
    const std::string_view bare(piece.data(), piece.find_last_not_of(" \n") + 1);
    if (!line.empty() && display_width(line) + display_width(bare) > columns) {
      lines.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
      line.clear();
    }
    if (piece.ends_with('\n')) {
      lines.push_back(line + std::string(bare));
      line.clear();
    } else {
      line += piece;
    }
  }
  if (!line.empty()) lines.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace tradereport::tools
