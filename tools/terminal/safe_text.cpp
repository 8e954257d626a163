#include "tools/terminal/safe_text.h"

#include <fmt/format.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace tradereport::tools {

namespace {

constexpr std::string_view kInstead = "\uFFFD";

// What all other bytes need not be looked at for.
bool is_printed_as_is(unsigned char byte) {
  return byte == '\n' || (byte >= 0x20 && byte < 0x7F);
}

// The length of the colour that begins the text, "\x1b[…m"; 0 if none does.
std::size_t colour_length(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find_first_not_of("0123456789;", 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

// Calls each(code point, its bytes, where the next one begins) for every one; bytes that are not
// UTF-8 have a negative code point.
template <class Each>
void for_each_code_point(std::string_view text, const Each& each) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    each(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)), at);
  }
}

}  // namespace

bool is_control_character(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

bool is_deceptive(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::string safe_text(std::string_view text) {
  if (std::all_of(text.begin(), text.end(),
                  [](char c) { return is_printed_as_is(static_cast<unsigned char>(c)); }))
    return std::string(text);
  std::string safe;
  safe.reserve(text.size());
  for_each_code_point(text, [&](UChar32 c, std::string_view bytes, std::int64_t& at) {
    const auto point = static_cast<char32_t>(c);
    const auto begin = static_cast<std::size_t>(at) - bytes.size();
    if (const std::size_t colour = c == 0x1B ? colour_length(text.substr(begin)) : 0; colour > 0) {
      safe += text.substr(begin, colour);
      at = static_cast<std::int64_t>(begin + colour);
    } else if (c < 0 || is_deceptive(point)) {
      safe += kInstead;
    } else if (c != '\n' && c != '\t' && is_control_character(point)) {
      safe += ' ';
    } else {
      safe += bytes;
    }
  });
  return safe;
}

std::string safe_json(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for_each_code_point(json, [&](UChar32 c, std::string_view bytes, std::int64_t& /*at*/) {
    const auto point = static_cast<char32_t>(c);
    const bool layout = c == '\n' || c == '\t' || c == '\r';  // between values: none is in a string
    if (c < 0) {
      safe += kInstead;
    } else if (layout || (!is_control_character(point) && !is_deceptive(point))) {
      safe += bytes;
    } else if (c < 0x10000) {
      safe += fmt::format("\\u{:04x}", c);
    } else {
      safe += fmt::format("\\u{:04x}\\u{:04x}", static_cast<unsigned>(U16_LEAD(c)),
                          static_cast<unsigned>(U16_TRAIL(c)));
    }
  });
  return safe;
}

}  // namespace tradereport::tools
