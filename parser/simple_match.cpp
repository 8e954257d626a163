#include "parser/simple_match.h"

#include <algorithm>

namespace tradereport::parser {

namespace {

bool in_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool holds(const Expression& set, char32_t c) {
  const auto in = [&](char32_t x) {
    return std::any_of(set.ranges.begin(), set.ranges.end(),
                       [&](const auto& range) { return range.first <= x && x <= range.second; });
  };
  const bool upper = set.ignores_case && c >= U'a' && c <= U'z';
  const bool found =
      in(c) || (set.ignores_case && in(lower_case(c))) || (upper && in(c - U'a' + U'A'));
  return found != set.negated;
}

bool spelt(const Expression& literal, std::string_view text, std::size_t at) {
  if (text.size() - at < literal.text.size()) return false;
  if (!literal.ignores_case)
    return text[at] == literal.text[0] && text.compare(at, literal.text.size(), literal.text) == 0;
  return std::equal(literal.text.begin(), literal.text.end(),
                    text.begin() + static_cast<std::ptrdiff_t>(at), [](char a, char b) {
                      return a == b || static_cast<unsigned char>(a) ==
                                           lower_case(static_cast<unsigned char>(b));
                    });
}

}  // namespace

std::size_t simple_end(const Expression& e, std::string_view text, std::size_t at) {
  if (e.kind == Expression::Kind::literal)
    return spelt(e, text, at) ? at + e.text.size() : Expression::kNoEnd;
  if (e.kind == Expression::Kind::boundary)
    return in_word(text, at) != (at > 0 && in_word(text, at - 1)) ? at : Expression::kNoEnd;
  if (at >= text.size()) return Expression::kNoEnd;
  const auto [c, length] = character_at(text, at);
  return holds(e, c) ? at + length : Expression::kNoEnd;
}

}  // namespace tradereport::parser
