#include "parser/layout/footnotes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <limits>
#include <set>

#include "parser/layout/atoms.h"
#include "parser/pages/quantiles.h"
#include "parser/text/normalize.h"
#include "parser/text/numeral.h"

namespace tradereport::parser {

namespace {

// A marker is smaller than this part of its line's characters …
constexpr double kMarkerSize = 0.84;
constexpr double kUsualDigit = 0.5;
// … and ends above the foot of the line by at least this part of its height.
constexpr double kMarkerRaised = 0.15;
// … and follows its word within this part of an em.
constexpr double kMarkerGap = 0.4;
// An ideograph is wider than this part of an em; letters and signs are not.
constexpr double kIdeographWidth = 0.7;
// Footnotes are set smaller than this part of the text that points to them.
constexpr double kFootnoteSize = 0.93;

// A note of the text's own size has at most so many lines.
constexpr std::size_t kLargeNoteLines = 3;

void remove_glyphs(Line& line, const std::vector<std::uint32_t>& gone) {
  Text kept;
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    const bool goes = std::find(gone.begin(), gone.end(), line.text.origin[i]) != gone.end();
    Text& to = goes ? line.markers : kept;
    to.append(line.text.view().substr(i, 1), line.text.origin[i]);
  }
  line.text = std::move(kept);
}

// The width of the document's digits in ems: half an em at least, more in DejaVu and Verdana.
double digit_width(const Document& document) {
  std::vector<double> widths;
  for (const Line& line : document.lines) {
    for (const std::uint32_t g : line.glyphs) {
      if (is_ascii_digit(document.glyphs[g].raw) && line.size > 0)
        widths.push_back(document.glyphs[g].box.width() / line.size);
    }
  }
  return std::max(kUsualDigit, median(std::move(widths)));
}

// A small character that ends above the foot of its line.
bool is_small_and_raised(const Document& document, const Line& line, std::size_t position,
                         double digit) {
  const Glyph& g = document.glyphs[line.glyphs[position]];
  const double height = line.box.height();
  if (g.box.height() > kMarkerSize * height || g.box.y1 > line.box.y1 - kMarkerRaised * height)
    return false;
  // A digit as wide as its neighbours is only set higher.
  return !is_ascii_digit(g.raw) || g.box.width() < kMarkerSize * digit * line.size;
}

bool can_mark(char32_t raw) {
  if (is_ideograph(raw)) return false;
  const std::u32string folded = fold(raw);
  if (folded.size() != 1) return false;
  const char32_t c = folded[0];
  return is_ascii_digit(c) || c == U'*' || c == U'[' || c == U']';
}

// Marks small raised signs that follow a character of full size, or begin the line. A figure that
// is small and raised as a whole is none.
void add_raised(const Document& document, const Line& line, double digit,
                std::vector<bool>& marker) {
  const auto glyph = [&](std::size_t i) -> const Glyph& { return document.glyphs[line.glyphs[i]]; };
  for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
    if (!is_small_and_raised(document, line, i, digit) || !can_mark(glyph(i).raw)) continue;
    marker[i] = i == 0 || (glyph(i).box.x0 - glyph(i - 1).box.x1 < kMarkerGap * line.size &&
                           (marker[i - 1] || !is_small_and_raised(document, line, i - 1, digit)));
  }
}

bool opens_bracket(char32_t c) {
  return c == U'[' || c == U'［' || c == U'〔' || c == U'【';
}
bool closes_bracket(char32_t c) {
  return c == U']' || c == U'］' || c == U'〕' || c == U'】';
}
bool is_wide_or_plain_digit(char32_t c) {
  return is_ascii_digit(c) || (c >= U'０' && c <= U'９');
}

// Marks the numbers that stand in square brackets: "[1]", as printed or in full width.
void add_bracketed(const Document& document, const Line& line, std::vector<bool>& marker) {
  const auto raw = [&](std::size_t i) {
    return i < line.glyphs.size() ? document.glyphs[line.glyphs[i]].raw : U' ';
  };
  for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
    if (!opens_bracket(raw(i))) continue;
    std::size_t end = i + 1;
    while (end < i + 3 && is_wide_or_plain_digit(raw(end))) ++end;
    if (end == i + 1 || !closes_bracket(raw(end))) continue;
    std::fill(marker.begin() + static_cast<std::ptrdiff_t>(i),
              marker.begin() + static_cast<std::ptrdiff_t>(end) + 1, true);
  }
}

// A sign between ideographs that its font gives no character for, too narrow for one of them: as a
// rule a circled digit.
bool is_lost_sign(const Document& document, const Line& line, std::size_t i) {
  const Glyph& g = document.glyphs[line.glyphs[i]];
  return g.raw == 0xFFFD && document.has_boxes && i > 0 && i + 1 < line.glyphs.size() &&
         g.box.width() < kIdeographWidth * line.size &&
         is_ideograph(document.glyphs[line.glyphs[i - 1]].raw) &&
         is_ideograph(document.glyphs[line.glyphs[i + 1]].raw);
}

}  // namespace

void take_out_markers(Document& document) {
  const double digit = document.has_boxes ? digit_width(document) : 0;
  for (Line& line : document.lines) {
    if (line.glyphs.size() < 2) continue;
    std::vector<bool> marked(line.glyphs.size(), false);
    if (document.has_boxes) add_raised(document, line, digit, marked);
    add_bracketed(document, line, marked);
    std::vector<std::uint32_t> gone;
    for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
      // A circled digit at the start of a line numbers it; elsewhere it points to a note.
      if (marked[i] || (i > 0 && is_marker(document.glyphs[line.glyphs[i]].raw)) ||
          is_lost_sign(document, line, i))
        gone.push_back(line.glyphs[i]);
    }
    if (!gone.empty()) remove_glyphs(line, gone);
  }
}

namespace {

// What a marker says, however it is drawn: "1" for 1, ¹, ① and [1]; "*". Empty if it says nothing.
std::string sign_of(const Document& document, const Text& marker) {
  std::string sign;
  std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  for (const std::uint32_t origin : marker.origin) {
    if (origin == last) continue;
    last = origin;
    const auto raw = static_cast<UChar32>(document.glyphs[origin].raw);
    const double value = u_getNumericValue(raw);
    if (value >= 0 && value < 100) sign += std::to_string(static_cast<int>(value));
    if (raw == U'*' || raw == 0x2020 || raw == 0x2021) sign += '*';
  }
  return sign;
}

// Can this follow a marker? A number with decimals, a percentage or a range has none.
bool ends_marker(std::string_view rest) {
  if (rest.empty()) return true;
  if (rest.front() == '.' || rest.front() == ',' || rest.front() == '-')
    return rest.size() == 1 || !is_digit(rest[1]);
  return !is_digit(rest.front()) && rest.front() != '%';
}

// One or two digits or up to three stars at the start of a text; empty if there is no marker.
std::string_view plain_marker(std::string_view text) {
  const bool stars = text.starts_with('*');
  std::size_t length = 0;
  while (length < text.size() && length < (stars ? 3 : 2) &&
         (stars ? text[length] == '*' : is_digit(text[length])))
    ++length;
  while (length > 0 && !ends_marker(text.substr(length))) --length;
  return text.substr(0, length);
}

// The marker that a line starts with; empty if none.
std::string leading_sign(const Document& document, const Line& line) {
  if (!line.markers.empty() && line.markers.origin.front() == line.glyphs.front())
    return sign_of(document, line.markers);
  if (is_marker(document.glyphs[line.glyphs.front()].raw))
    return sign_of(document, line.text.substr(0, utf8_length(line.text.utf8.front())));
  return std::string(plain_marker(line.text.view()));
}

bool starts_with_period(const Grammar& grammar, std::string_view text) {
  return grammar.vocabulary().period_at(text, 0) > 0;
}

bool is_wide(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80;
}

// A numeral that stands between two ideographs, or between one and the end of the line where some
// extractors break at a change of size, and is no part of a date.
bool is_text_marker(const Grammar& grammar, const Line& line, const NumeralSpan& span) {
  const std::string_view text = line.text.view();
  return span.begin > 0 && !span.has_sign() && is_wide(text[span.begin - 1]) &&
         (span.end == text.size() || is_wide(text[span.end])) &&
         !starts_with_period(grammar, text.substr(span.begin));
}

// Does a blank follow the first so many characters?
bool blank_after(std::string_view raw, std::size_t characters) {
  std::size_t at = 0;
  while (characters-- > 0 && at < raw.size()) at += utf8_length(raw[at]);
  return at < raw.size() && raw[at] == ' ';
}

// The line from `at` on that explains note `number`, or the number of lines. Extractors that put
// the raised number on a line of its own leave the note without one: then the next line is taken if
// it has no numerals that could be lost with it.
std::size_t note_body(const Document& document, const Grammar& grammar,
                      const std::vector<LineRole>& roles, std::size_t at,
                      const std::string& number) {
  for (; at < document.lines.size(); ++at) {
    const Line& line = document.lines[at];
    if (line.text.utf8 == number && at + 1 < document.lines.size() &&
        roles[at + 1] == LineRole::body && document.lines[at + 1].glyphs.size() > 8 &&
        find_numerals(document.lines[at + 1].text.view()).empty())
      return at + 1;
    const std::vector<NumeralSpan> numerals = find_numerals(line.text.view());
    if (numerals.empty() || numerals.front().begin != 0) continue;
    const std::string_view text = line.text.view();
    const std::size_t end = numerals.front().end;
    if (text.substr(0, end) != number || text.size() < end + 9) continue;
    if (is_wide(text[end]) && !starts_with_period(grammar, text) &&
        blank_after(line.raw, number.size()))
      return at;
  }
  return at;
}

}  // namespace

namespace {

// A caption or a heading.
bool opens_part(const Grammar& grammar, const Line& line) {
  return std::any_of(grammar.editions.begin(), grammar.editions.end(),
                     [&](const Signs::Edition& edition) {
                       return edition.caption.match_at(line.text.view(), 0) > 0;
                     }) ||
         any_matches(grammar.headings, line.text.view());
}

// Some programs break the line between a note's marker and its text (TCPDF): a small line that is a
// marker and nothing else, with text below it.
bool is_lone_marker(const Document& document, const std::vector<std::size_t>& lines, std::size_t i,
                    const std::set<std::string>& pointers) {
  if (i + 1 == lines.size()) return false;
  const Line& line = document.lines[lines[i]];
  const Line& next = document.lines[lines[i + 1]];
  return line.box.height() < kMarkerSize * next.box.height() && next.box.x0 < line.box.x1 &&
         plain_marker(line.text.view()).size() == line.text.size() &&
         pointers.contains(line.text.utf8);
}

}  // namespace

void find_footnotes(const Document& document, const Grammar& grammar,
                    const std::vector<std::vector<std::size_t>>& pages,
                    std::vector<LineRole>& roles) {
  std::set<std::string> pointers;  // markers within the text
  std::set<std::string> weak;      // numbers between ideographs: for small notes alone
  std::vector<double> sizes;       // of the lines that have them
  for (const Line& line : document.lines) {
    for (const NumeralSpan& span : find_numerals(line.text.view())) {
      if (span.end - span.begin > 2 || !is_text_marker(grammar, line, span)) continue;
      weak.insert(line.text.utf8.substr(span.begin, span.end - span.begin));
      sizes.push_back(line.size);
    }
    if (line.markers.empty() || line.markers.origin.front() == line.glyphs.front()) continue;
    const std::string sign = sign_of(document, line.markers);
    if (!sign.empty()) pointers.insert(sign);
    sizes.push_back(line.size);
  }
  if (pointers.empty() && weak.empty()) return;
  // The text is larger than table heads, but some of its lines are stretched.
  std::sort(sizes.begin(), sizes.end());
  const double limit = kFootnoteSize * sizes[sizes.size() * 3 / 4];
  for (const auto& lines : pages) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (roles[lines[i]] == LineRole::body && is_lone_marker(document, lines, i, pointers))
        roles[lines[i]] = LineRole::footnote;
    }
    // From the foot upwards: small lines, or a few of full size, of which the topmost that starts
    // with a marker begins the notes.
    std::size_t first = lines.size();
    std::size_t large = 0;
    for (std::size_t i = lines.size(); i-- > 0;) {
      const Line& line = document.lines[lines[i]];
      if (roles[lines[i]] != LineRole::body) continue;
      if (line.size > limit && ++large > kLargeNoteLines) break;
      if (is_row(document, lines[i]) || opens_part(grammar, line)) break;
      const std::string sign = leading_sign(document, line);
      if ((pointers.contains(sign) || (line.size <= limit && weak.contains(sign))) &&
          !starts_with_period(grammar, line.text.view()))
        first = i;
    }
    for (std::size_t i = first; i < lines.size(); ++i) {
      if (roles[lines[i]] == LineRole::body) roles[lines[i]] = LineRole::footnote;
    }
  }
}

void find_text_footnotes(Document& document, const Grammar& grammar, std::vector<LineRole>& roles) {
  static const Pattern url = Pattern::of(R"(\s*https?:\S+\s*)");
  int next = 1;
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    Line& line = document.lines[i];
    if (roles[i] != LineRole::body) continue;
    for (const NumeralSpan& span : find_numerals(line.text.view())) {
      const std::string number = std::to_string(next);
      if (line.text.view().substr(span.begin, span.end - span.begin) != number ||
          !is_text_marker(grammar, line, span))
        continue;
      std::size_t at = note_body(document, grammar, roles, i + 1, number);
      if (at == document.lines.size()) continue;
      remove_glyphs(line, {line.text.origin.begin() + static_cast<std::ptrdiff_t>(span.begin),
                           line.text.origin.begin() + static_cast<std::ptrdiff_t>(span.end)});
      roles[at] = LineRole::footnote;
      for (++at; at < document.lines.size() && url.matches_all(document.lines[at].text.view());
           ++at)
        roles[at] = LineRole::footnote;
      ++next;
      break;
    }
  }
}

}  // namespace tradereport::parser
