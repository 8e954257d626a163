#include "parser/layout/marked_figures.h"

#include <algorithm>
#include <array>
#include <string>

#include "parser/text/numeral.h"

namespace tradereport::parser {

namespace {

// Arrows, shapes, signs of comparison, raised and lowered signs, quotation marks, characters that
// could not be read.
const std::string kMark =
    R"([\x{2190}-\x{21FF}\x{25A0}-\x{27BF}\x{2B00}-\x{2BFF}\x{207A}-\x{207C}\x{208A}-\x{208C})"
    R"(<=>~^¬±∓×÷≈≤≥'"‘’“”\p{Co}\x{FFFD}]{1,2})";

// A raised digit is a note mark: it stands higher than the first by this part of the height.
constexpr double kRaised = 0.2;
// Digits and points begin at least this part of their width apart; of two numbers that are printed
// over one another nobody knows which digits belong together. (Fonts that give half-width digits
// the box of an ideograph come down to 0.5.)
constexpr double kApart = 0.45;

constexpr std::array<std::pair<std::string_view, NegativeForm>, 4> kTriangles{{
    {"▲", NegativeForm::black_triangle},
    {"△", NegativeForm::white_triangle},
    {"▼", NegativeForm::down_triangle},
    {"▽", NegativeForm::down_triangle},
}};

const Box& box_at(const Document& document, const Text& bare, std::size_t at) {
  return document.glyphs[bare.origin[at]].box;
}

// Where the raised end of a word begins; its own end where nothing is raised.
std::size_t raised_from(const Document& document, const Text& bare, TextRange word) {
  const Box& first = box_at(document, bare, word.begin);
  std::size_t at = word.end;
  while (at > word.begin + 1 &&
         first.y1 - box_at(document, bare, at - 1).y1 > kRaised * first.height())
    --at;
  return at;
}

bool is_overprinted(const Document& document, const Text& bare, TextRange word) {
  for (std::size_t i = word.begin + 1; i < word.end; ++i) {
    if (bare.origin[i] == bare.origin[i - 1]) continue;
    const Box& a = box_at(document, bare, i - 1);
    const Box& b = box_at(document, bare, i);
    const auto of_number = [](char c) { return is_digit(c) || c == '.'; };
    if (of_number(bare.utf8[i - 1]) && of_number(bare.utf8[i]) && b.x0 - a.x0 < kApart * a.width())
      return true;
  }
  return false;
}

// An unsigned number, with a per cent sign or without.
bool is_unsigned(std::string_view text) {
  static const Pattern number = Pattern::of(R"((?:\d{1,3}(?:,\d{3})+|\d*)\.?\d+%?)");
  return number.matches_all(text);
}

std::optional<MarkedFigure> signed_otherwise(std::string_view text, std::size_t begin) {
  const auto found = [&](std::size_t from, std::size_t to, NegativeForm form) {
    return MarkedFigure{{begin + from, begin + to}, {}, form, false};
  };
  const std::size_t last = text.size() - 1;
  if (text.starts_with('(') && text.ends_with(')') && text.find('.') != text.npos &&
      is_unsigned(text.substr(1, last - 1)))
    return found(1, last, NegativeForm::brackets);
  for (const auto& [mark, form] : kTriangles) {
    if (text.starts_with(mark) && is_unsigned(text.substr(mark.size())))
      return found(mark.size(), text.size(), form);
  }
  for (const std::string_view dash : {"-", "–"}) {
    if (text.ends_with(dash) && is_unsigned(text.substr(0, text.size() - dash.size())))
      return found(0, text.size() - dash.size(), NegativeForm::minus_behind);
  }
  return std::nullopt;
}

}  // namespace

bool is_sign_mark(std::string_view text) {
  static const Pattern mark = Pattern::of(kMark);
  return mark.matches_all(text);
}

std::optional<Decimal> magnitude_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return is_digit(c) || c == '.'; });
  if (digits.starts_with('.')) digits.insert(0, "0");
  return Decimal::parse(digits);
}

std::optional<MarkedFigure> read_marks(const Document& document, const Text& bare, TextRange word) {
  const std::string_view text = bare.view().substr(word.begin, word.size());
  const std::vector<NumeralSpan> numerals = find_numerals(text);
  if (numerals.empty()) return std::nullopt;
  const MarkedFigure unread{word, {}, {}, false};
  // Written as the family does not write numbers.
  if (numerals.front().begin == 0 && numerals.front().end == text.size() && !decimal_of(text))
    return unread;
  if (document.has_boxes && decimal_of(text)) {
    if (is_overprinted(document, bare, word)) return unread;
    const std::size_t raised = raised_from(document, bare, word);
    if (raised == word.end) return std::nullopt;
    if (!decimal_of(text.substr(0, raised - word.begin))) return unread;
    return MarkedFigure{{word.begin, raised}, {raised, word.end}, {}, true};
  }
  // Flags, and what is a note's mark whatever it stands at.
  static const Pattern flag = Pattern::of(
      R"([rpRP]|\*{1,3}|[†‡]{1,2}|[\x{B9}\x{B2}\x{B3}\x{2070}\x{2074}-\x{2079}\x{2460}-\x{249B}]{1,2})");
  const NumeralSpan& first = numerals.front();
  std::size_t end = first.end;
  if (text.substr(end).starts_with('%')) ++end;
  if (first.begin == 0 && end < text.size() && flag.matches_all(text.substr(end)))
    return MarkedFigure{
        {word.begin, word.begin + first.end}, {word.begin + end, word.end}, {}, true};
  if (const auto found = signed_otherwise(text, word.begin)) return found;
  // Marks that may be a sign, or be of a note, or multiply; several figures in one cell.
  static const Pattern marked =
      Pattern::of(kMark + R"([\d,]*\.?\d+%?|[\d,]*\.?\d+%?)" + kMark +
                  R"(|\([-+][\d,]*\.?\d+%?\)|[-+]?[\d,]*\.\d+(?:\)|\p{Han}))");
  static const Pattern several =
      Pattern::of(R"([-+]?[\d,]*\.?\d+%?(?:[/|:;~、–—]{1,2}[-+]?[\d,]*\.?\d+%?)+)");
  if (marked.matches_all(text)) return unread;
  if (text.find('.') != text.npos && several.matches_all(text)) return unread;
  return std::nullopt;
}

}  // namespace tradereport::parser
