#include "parser/furniture.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>

#include "parser/normalize.h"
#include "parser/numeral.h"

namespace tradereport {

namespace {

// How many lines at the top and at the foot of a page can be running heads.
constexpr std::size_t kOutermost = 3;
// A running head has at least so many letters.
constexpr std::size_t kHeadLetters = 2;
// Running heads stand at the same height on their pages, give or take this many points.
constexpr double kSameHeight = 6.0;
// A marker is smaller than this part of its line's characters …
constexpr double kMarkerSize = 0.84;
// … and ends above the foot of the line by at least this part of its height.
constexpr double kMarkerRaised = 0.15;
// … and follows its word within this part of an em.
constexpr double kMarkerGap = 0.4;
// Footnotes are set smaller than this part of the text that points to them.
constexpr double kFootnoteSize = 0.93;

const RE2& page_number() {
  static const RE2 pattern(R"((?:\d{1,4}|[ivxIVX]{1,6})(?:\s?/\s?\d{1,4})?)"
                           R"(|[–\-·.|~]+\s?(?:\d{1,4}|[ivxIVX]{1,6})\s?[–\-·.|~]+)");
  return pattern;
}

// One of the last two lines of a page that another page follows.
bool ends_page(const Document& document, std::size_t line) {
  const std::size_t after = std::min(line + 2, document.lines.size() - 1);
  return document.lines[after].page > document.lines[line].page;
}

bool is_number(std::string_view text) {
  const std::vector<NumeralSpan> numerals = find_numerals(text);
  return numerals.size() == 1 && numerals[0].begin == 0 && numerals[0].end == text.size();
}

bool is_running_head(const Grammar& grammar, const Line& line) {
  return std::any_of(grammar.running_heads.begin(), grammar.running_heads.end(),
                     [&](const Pattern& p) { return p.matches_all(line.text.view()); });
}

std::string digits_folded(const std::string& text) {
  std::string out = text;
  for (char& c : out) {
    if (c >= '0' && c <= '9') c = '#';
  }
  return out;
}

void remove_glyphs(Line& line, const std::vector<std::uint32_t>& gone) {
  const std::set<std::uint32_t> set(gone.begin(), gone.end());
  Text kept;
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    Text& to = set.contains(line.text.origin[i]) ? line.markers : kept;
    to.append(line.text.view().substr(i, 1), line.text.origin[i]);
  }
  line.text = std::move(kept);
}

// A small character that ends above the foot of its line.
bool is_small_and_raised(const Document& document, const Line& line, std::size_t position) {
  const Glyph& g = document.glyphs[line.glyphs[position]];
  const double height = line.box.height();
  if (g.box.height() > kMarkerSize * height || g.box.y1 > line.box.y1 - kMarkerRaised * height)
    return false;
  // Digits are about half an em wide: one as wide as its neighbours is only set higher.
  return g.raw < U'0' || g.raw > U'9' || 2 * g.box.width() < kMarkerSize * line.size;
}

bool can_mark(char32_t raw) {
  const std::u32string folded = fold(raw);
  if (folded.size() != 1) return false;
  const char32_t c = folded[0];
  return (c >= U'0' && c <= U'9') || c == U'*' || c == U'[' || c == U']';
}

// The positions of markers on a line: small raised signs that follow a character of full size, or
// begin the line. A figure that is small and raised as a whole is none.
std::vector<bool> raised_markers(const Document& document, const Line& line) {
  std::vector<bool> marker(line.glyphs.size(), false);
  bool before_small = false;
  for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
    const Glyph& g = document.glyphs[line.glyphs[i]];
    const bool small = is_small_and_raised(document, line, i);
    const bool close =
        i == 0 || g.box.x0 - document.glyphs[line.glyphs[i - 1]].box.x1 < kMarkerGap * line.size;
    marker[i] = small && can_mark(g.raw) && close && (!before_small || marker[i - 1]);
    before_small = small;
  }
  return marker;
}

void take_out_raised_markers(Document& document) {
  for (Line& line : document.lines) {
    if (line.glyphs.size() < 2) continue;
    std::vector<bool> raised(line.glyphs.size(), false);
    if (document.has_boxes) raised = raised_markers(document, line);
    std::vector<std::uint32_t> gone;
    for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
      // A circled digit at the start of a line numbers it; elsewhere it points to a note.
      if (raised[i] || (i > 0 && is_marker(document.glyphs[line.glyphs[i]].raw)))
        gone.push_back(line.glyphs[i]);
    }
    if (!gone.empty()) remove_glyphs(line, gone);
  }
}

std::vector<std::vector<std::size_t>> lines_by_page(const Document& document) {
  std::vector<std::vector<std::size_t>> pages(static_cast<std::size_t>(document.pages) + 1);
  for (std::size_t i = 0; i < document.lines.size(); ++i)
    if (!document.lines[i].aside)
      pages[static_cast<std::size_t>(document.lines[i].page)].push_back(i);
  return pages;
}

// Enough words to be a head, and no sentence: the short last lines of paragraphs ("亿美元。") stand
// at one height on several pages by chance.
bool can_be_head(const Line& line) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < line.text.size(); i += utf8_length(line.text.utf8[i])) {
    const auto c = static_cast<unsigned char>(line.text.utf8[i]);
    if (c >= 0x80 || std::isalpha(c) != 0) ++letters;
  }
  return letters >= kHeadLetters && line.text.utf8.find("。") == std::string::npos;
}

void find_running_heads(const Document& document, const Grammar& grammar,
                        const std::vector<std::vector<std::size_t>>& pages,
                        std::vector<LineRole>& roles) {
  // Text and height of the outermost lines -> the pages that have them.
  std::map<std::string, std::vector<std::pair<double, int>>> seen;
  for (const auto& lines : pages) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (std::min(i, lines.size() - 1 - i) >= kOutermost) continue;
      const Line& line = document.lines[lines[i]];
      seen[digits_folded(line.text.utf8)].emplace_back(line.box.y0, line.page);
    }
  }
  const auto role_of = [&](const Line& line) {
    if (is_running_head(grammar, line)) return LineRole::running_head;
    if (RE2::FullMatch(line.text.utf8, page_number())) return LineRole::page_number;
    const auto& places = seen[digits_folded(line.text.utf8)];
    const bool repeated = std::any_of(places.begin(), places.end(), [&](const auto& place) {
      return place.second != line.page && std::abs(place.first - line.box.y0) < kSameHeight;
    });
    return repeated && can_be_head(line) ? LineRole::running_head : LineRole::body;
  };
  // From both edges inwards, up to the first line of the text itself.
  const auto walk = [&](auto first, auto last) {
    for (std::size_t n = 0; first != last && n < kOutermost; ++first, ++n) {
      const LineRole role = role_of(document.lines[*first]);
      if (role == LineRole::body) return;
      roles[*first] = role;
    }
  };
  for (const auto& lines : pages) {
    walk(lines.begin(), lines.end());
    walk(lines.rbegin(), lines.rend());
  }
}

void find_footnotes(const Document& document, const std::vector<std::vector<std::size_t>>& pages,
                    std::vector<LineRole>& roles) {
  std::set<std::string> markers;  // met so far
  double limit = 0;               // for notes to them
  for (const auto& lines : pages) {
    for (const std::size_t i : lines) {
      const Line& line = document.lines[i];
      if (line.markers.empty()) continue;
      markers.insert(line.markers.utf8);
      limit = std::max(limit, kFootnoteSize * line.size);
    }
    if (markers.empty()) continue;
    // From the foot upwards: small lines, the topmost that starts with a marker begins the notes.
    std::size_t first = lines.size();
    for (std::size_t i = lines.size(); i-- > 0;) {
      const Line& line = document.lines[lines[i]];
      if (roles[lines[i]] != LineRole::body) continue;
      const bool raised_start =
          !line.markers.empty() && line.markers.origin.front() == line.glyphs.front();
      if (line.size > limit && !raised_start) break;
      const std::size_t after = line.text.utf8.find_first_not_of("0123456789*[]");
      const std::string start = line.text.utf8.substr(0, after);
      // "1.5%" is no note to a marker 1.
      if (after < line.text.size() &&
          std::string_view(".,%-").find(line.text.utf8[after]) != std::string_view::npos)
        continue;
      if (markers.contains(start) || raised_start) first = i;
    }
    for (std::size_t i = first; i < lines.size(); ++i) {
      if (roles[lines[i]] == LineRole::body) roles[lines[i]] = LineRole::footnote;
    }
  }
}

bool starts_with_period(const Grammar& grammar, std::string_view text) {
  return grammar.period.match_at(text, 0) > 0;
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

// Plain text has no raised characters: a number between two ideographs is a marker if a later line
// starts with it and a text. Numbers count up from 1.
void find_text_footnotes(Document& document, const Grammar& grammar, std::vector<LineRole>& roles) {
  static const RE2 url(R"(\s*https?:\S+\s*)");
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
      for (++at; at < document.lines.size() && RE2::FullMatch(document.lines[at].text.utf8, url);
           ++at)
        roles[at] = LineRole::footnote;
      ++next;
      break;
    }
  }
}

}  // namespace

std::vector<LineRole> take_out_furniture(Document& document, const Grammar& grammar) {
  std::vector<LineRole> roles(document.lines.size(), LineRole::body);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (document.lines[i].aside) roles[i] = LineRole::running_head;
  }
  take_out_raised_markers(document);
  const auto pages = lines_by_page(document);
  if (document.has_boxes) {
    find_running_heads(document, grammar, pages, roles);
    find_footnotes(document, pages, roles);
    return roles;
  }
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    if (is_running_head(grammar, document.lines[i])) roles[i] = LineRole::running_head;
    // Numbers on lines of their own in a row are the cells of a table, unless the page ends there.
    const auto number = [&](std::size_t at) {
      return at < document.lines.size() && is_number(document.lines[at].text.view());
    };
    const bool in_a_row = number(i + 1) || (i > 0 && number(i - 1));
    if (RE2::FullMatch(document.lines[i].text.utf8, page_number()) &&
        (!in_a_row || ends_page(document, i)))
      roles[i] = LineRole::page_number;
  }
  find_text_footnotes(document, grammar, roles);
  return roles;
}

}  // namespace tradereport
