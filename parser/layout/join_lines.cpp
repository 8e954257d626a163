#include "parser/layout/join_lines.h"

#include <string_view>

#include "parser/grammar/pattern.h"
#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// Does the text end with a number that stands right behind an ideograph?
bool ends_with_number(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  const std::size_t before = text.find_last_not_of("0123456789,");
  if (before == std::string_view::npos || before + 1 == text.size() || !is_digit(text[before + 1]))
    return false;
  text = text.substr(0, before + (text[before] == '-' ? 0 : 1));
  return !text.empty() && static_cast<unsigned char>(text.back()) >= 0x80;
}

bool word_byte(char c) {
  return is_digit(c) || is_ascii_letter(c);
}

}  // namespace

bool breaks_number(std::string_view text, std::string_view next) {
  static const Pattern rest = Pattern::of(R"(\.?\d[\d,]*(?:\.\d+)?(?:%|[^\x00-\x7F]))");
  return ends_with_number(text) && rest.match_at(next, 0) > 0;
}

void join(const Document& document, Text& text, const Text& next) {
  static constexpr std::string_view kDash = "\u2013";
  if (next.empty()) return;
  // A line that ends with a dash, the number on the next: a sign, or a range.
  const bool dash =
      text.view().ends_with(kDash) && next.utf8.front() >= '0' && next.utf8.front() <= '9';
  if (dash) {
    const std::uint32_t origin = text.origin.back();
    text = text.substr(0, text.size() - kDash.size());
    const bool double_dash = text.view().ends_with(kDash);
    text.append(double_dash ? kDash : "-", origin);
    text.append(next);
    return;
  }
  const bool goes_on = !text.empty() &&
                       is_full_width_number(document.glyphs[text.origin.back()].raw) &&
                       is_full_width_number(document.glyphs[next.origin.front()].raw);
  if (!goes_on && !text.empty() && word_byte(text.utf8.back()) && word_byte(next.utf8.front()))
    text.append(" ", next.origin.front());
  text.append(next);
}

}  // namespace tradereport::parser
