#include "parser/layout/furniture.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>

#include "parser/layout/atoms.h"
#include "parser/layout/footnotes.h"
#include "parser/layout/heads.h"
#include "parser/text/normalize.h"
#include "parser/text/numeral.h"

namespace tradereport::parser {

namespace {

// How many lines at the top and at the foot of a page can be running heads.
constexpr std::size_t kOutermost = 3;
// A running head has at least so many letters.
constexpr std::size_t kHeadLetters = 2;
// Running heads stand at the same height on their pages, give or take this many points.
constexpr double kSameHeight = 6.0;

bool is_page_number(const Line& line) {
  static const Pattern pattern =
      Pattern::of(R"((?:\d{1,4}|[ivxIVX]{1,6})(?:\s?/\s?\d{1,4})?)"
                  R"(|[–\-·.|~]+\s?(?:\d{1,4}|[ivxIVX]{1,6})\s?[–\-·.|~]+)");
  return pattern.matches_all(line.text.view());
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
  const std::string_view text = line.text.view();
  return any_matches(grammar.running_heads, text);
}

std::string digits_folded(const std::string& text) {
  std::string out = text;
  for (char& c : out) {
    if (is_digit(c)) c = '#';
  }
  return out;
}

std::vector<std::vector<std::size_t>> lines_by_page(const Document& document) {
  int last = 0;
  for (const Line& line : document.lines) last = std::max(last, line.page);
  std::vector<std::vector<std::size_t>> pages(static_cast<std::size_t>(last) + 1);
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
  const auto is_repeated = [&](const Line& line) {
    const auto& places = seen[digits_folded(line.text.utf8)];
    return can_be_head(line) && std::any_of(places.begin(), places.end(), [&](const auto& place) {
             return place.second != line.page && std::abs(place.first - line.box.y0) < kSameHeight;
           });
  };
  // From both edges inwards, up to the first line of the text itself. However many heads the family
  // declares, they are no text. Heads and rows of tables may stand at one height on two pages as
  // well.
  const auto walk = [&](auto first, auto last) {
    for (std::size_t others = 0; first != last && others < kOutermost; ++first) {
      const Line& line = document.lines[*first];
      if (is_running_head(grammar, line)) {
        roles[*first] = LineRole::running_head;
        continue;
      }
      const bool in_table =
          read_head(grammar, line.text.view()).only_heads || is_row(document, *first);
      const bool repeated = !in_table && is_repeated(line);
      if (!is_page_number(line) && !repeated) return;
      roles[*first] = is_page_number(line) ? LineRole::page_number : LineRole::running_head;
      ++others;
    }
  };
  for (const auto& lines : pages) {
    walk(lines.begin(), lines.end());
    walk(lines.rbegin(), lines.rend());
  }
}

}  // namespace

std::vector<LineRole> take_out_furniture(Document& document, const Grammar& grammar) {
  std::vector<LineRole> roles(document.lines.size(), LineRole::body);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (document.lines[i].aside) roles[i] = LineRole::running_head;
  }
  take_out_markers(document);
  const auto pages = lines_by_page(document);
  if (document.has_boxes) {
    find_running_heads(document, grammar, pages, roles);
    find_footnotes(document, grammar, pages, roles);
    return roles;
  }
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    if (is_running_head(grammar, document.lines[i])) roles[i] = LineRole::running_head;
    // Numbers on lines of their own in a row are the cells of a table, unless the page ends there.
    const auto number = [&](std::size_t at) {
      return at < document.lines.size() && is_number(document.lines[at].text.view());
    };
    const bool in_a_row = number(i + 1) || (i > 0 && number(i - 1));
    if (is_page_number(document.lines[i]) && (!in_a_row || ends_page(document, i)))
      roles[i] = LineRole::page_number;
  }
  find_text_footnotes(document, grammar, roles);
  return roles;
}

}  // namespace tradereport::parser
