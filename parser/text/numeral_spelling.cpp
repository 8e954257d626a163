#include "parser/text/numeral_spelling.h"

#include <algorithm>
#include <string_view>

#include "parser/text/normalize.h"
#include "parser/text/numeral.h"
#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

// A blank within a number is narrower than this part of the character height: in a table columns
// stand further apart, and justified lines seldom stretch their blanks so far.
constexpr double kGroupGap = 0.55;
// A decimal comma stands this near to the digits after it; a comma between numbers has a blank
// behind it.
constexpr double kCommaGap = 0.2;

constexpr std::string_view kApostrophe = "\u2019";

class Speller {
 public:
  Speller(const Document& document, const NumeralSpelling& spelling, const Line& line)
      : document_(document), spelling_(spelling), line_(line), text_(line.text) {}

  Text run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (is_digit(text_.utf8[at])) {
        at = number(at);
      } else {
        copy(at, at + 1);
        ++at;
      }
    }
    return std::move(out_);
  }

 private:
  void copy(std::size_t begin, std::size_t end) { out_.append(text_.substr(begin, end)); }

  // How far the glyph of a byte stands from the one before it on its line, in parts of the size; in
  // plain text in blanks.
  double gap_before(std::size_t at) const {
    const auto glyph = std::lower_bound(line_.glyphs.begin(), line_.glyphs.end(), text_.origin[at]);
    if (glyph == line_.glyphs.end() || glyph == line_.glyphs.begin()) return 0;
    const Glyph& here = document_.glyphs[*glyph];
    const Glyph& before = document_.glyphs[*(glyph - 1)];
    if (document_.has_boxes) return (here.box.x0 - before.box.x1) / std::max(line_.size, 1.0);
    return here.column - before.column - (before.raw >= kFirstWide ? 2 : 1);
  }

  bool follows_closely(std::size_t at) const { return gap_before(at) < kCommaGap; }

  bool parts_by(char separator) const {
    return spelling_.thousands.find(separator) != std::string::npos;
  }

  // The bytes of a separator of groups at this place; 0 if there is none.
  std::size_t separator_at(std::size_t at) const {
    if (at >= text_.size()) return 0;
    const char c = text_.utf8[at];
    if (c == ' ') {
      const double gap = gap_before(at + 1);
      return parts_by(' ') && gap <= (document_.has_boxes ? kGroupGap : 1) ? 1 : 0;
    }
    const std::size_t size =
        text_.view().substr(at).starts_with(kApostrophe) ? kApostrophe.size() : 1;
    const bool parts =
        size > 1 ? parts_by('\'') : (c == '.' || c == ',' || c == '\'') && parts_by(c);
    return parts && follows_closely(at) && at + size < text_.size() && follows_closely(at + size)
               ? size
               : 0;
  }

  // Writes the number that begins here; where it ends.
  std::size_t number(std::size_t begin) {
    std::size_t end = end_of_digits(text_.view(), begin);
    copy(begin, end);
    const bool grouped = end - begin <= 3 && text_.utf8[begin] != '0';
    std::string_view first;  // all groups are parted alike
    while (grouped) {
      const std::size_t size = separator_at(end);
      const std::string_view separator = text_.view().substr(end, size);
      if (size == 0 || (!first.empty() && separator != first)) break;
      if (end_of_digits(text_.view(), end + size) != end + size + 3) break;
      first = separator;
      if (separator != " ") out_.append(",", text_.origin[end]);
      copy(end + size, end + size + 3);
      end += size + 3;
    }
    // More than one point: figures of neighbouring columns that touch.
    while (end + 1 < text_.size() && text_.utf8[end] == spelling_.decimal &&
           is_digit(text_.utf8[end + 1]) && follows_closely(end) && follows_closely(end + 1)) {
      out_.append(".", text_.origin[end]);
      const std::size_t next = end_of_digits(text_.view(), end + 1);
      copy(end + 1, next);
      end = next;
    }
    return end;
  }

  const Document& document_;
  const NumeralSpelling& spelling_;
  const Line& line_;
  const Text& text_;
  Text out_;
};

// "31.12.2024": the numeral is the first two parts of it.
bool is_of_date(std::string_view text, const NumeralSpan& span) {
  const auto digits_at = [&](std::size_t at) { return end_of_digits(text, at) - at; };
  const std::size_t day = digits_at(span.digits);
  const std::size_t month = digits_at(span.digits + day + 1);
  return day <= 2 && month <= 2 && span.digits + day + 1 + month == span.end &&
         text.substr(span.end).starts_with('.') && digits_at(span.end + 1) == 4;
}

// What the character of a glyph is among digits.
char plain(char32_t raw) {
  const std::u32string folded = fold(raw);
  return folded.size() == 1 && folded.front() < 0x80 ? static_cast<char>(folded.front()) : '\0';
}

}  // namespace

void respell_numerals(Document& document, const NumeralSpelling& spelling) {
  if (spelling == NumeralSpelling()) return;
  for (Line& line : document.lines) line.text = Speller(document, spelling, line).run();
}

void close_foreign_numerals(const Document& document, const NumeralSpelling& spelling, Text& text) {
  if (spelling == NumeralSpelling()) return;
  for (const NumeralSpan& span : find_numerals(text.view())) {
    if (is_of_date(text.view(), span)) continue;
    for (std::size_t i = span.digits; i < span.end; ++i) {
      const char read = text.utf8[i];
      if (read != '.' && read != ',') continue;
      const char32_t raw = document.glyphs[text.origin[i]].raw;
      const char printed = raw == 0x2019 ? '\'' : plain(raw);
      const bool own = read == '.' ? printed == spelling.decimal
                                   : spelling.thousands.find(printed) != std::string::npos;
      if (!own) text.utf8[i] = '\'';
    }
  }
}

}  // namespace tradereport::parser
