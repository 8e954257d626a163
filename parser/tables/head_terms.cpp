#include "parser/tables/head_terms.h"

#include <algorithm>

#include "parser/layout/heads.h"
#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

// A line of a head follows the one above it within so many character heights.
constexpr double kNextHeadLine = 1.8;
// Words of a head are apart by more than this part of their height.
constexpr double kGapInHead = 0.3;
// A head with blanks in it has at most so many pieces.
constexpr std::size_t kMostSpaced = 8;

std::optional<int> year_in(const Grammar& grammar, std::string_view text) {
  static const Pattern alone = Pattern::of(R"((?:19|20)\d\d)");
  if (alone.matches_all(text)) return std::stoi(std::string(text));
  const auto found = grammar.vocabulary().find_period(text, 0);
  return found ? found->mention.year : std::nullopt;
}

// The earlier one of "2022/18" or "2018/2019".
std::optional<int> base_in(std::string_view text) {
  static const Pattern pair = Pattern::of(R"(((?:19|20)\d\d) ?/ ?((?:19|20)?\d\d))");
  const TextRange found = pair.find(text, 0);
  if (found.empty()) return std::nullopt;
  const std::vector<TextRange> groups = pair.groups(text, found);
  const auto number = [&](const TextRange& at) {
    return std::stoi(std::string(text.substr(at.begin, at.size())));
  };
  const int first = number(groups[0]);
  const int second = number(groups[1]);
  return std::min(first, second < 100 ? first / 100 * 100 + second : second);
}

bool is_ascii_word(char c) {
  return is_ascii_letter(c) || is_digit(c);
}

// A piece of a line as it stands there, blanks included.
void restore_blanks(const Document& document, Atom& piece) {
  const Text& line = document.lines[piece.line].text;
  const auto first = std::find(line.origin.begin(), line.origin.end(), piece.text.origin.front());
  const auto last = std::find(line.origin.rbegin(), line.origin.rend(), piece.text.origin.back());
  if (first == line.origin.end() || last == line.origin.rend() || first >= last.base()) return;
  piece.text = line.substr(static_cast<std::size_t>(first - line.origin.begin()),
                           static_cast<std::size_t>(last.base() - line.origin.begin()));
}

bool is_known(const Grammar& grammar, const Text& text) {
  const std::vector<HeadPart> parts = head_parts(grammar, text.view());
  return std::all_of(parts.begin(), parts.end(), [](const HeadPart& part) { return part.known; });
}

// Is the text one head of the family's and nothing else?
bool is_one_head(const Grammar& grammar, const Text& text) {
  const std::vector<HeadPart> parts = head_parts(grammar, text.view());
  return parts.size() == 1 && parts[0].known && parts[0].form != nullptr;
}

// Joins what stands beside one another on a line with wide blanks between, some of it not
// understood by itself, and is one head together: "1 至 3 月累计".
std::vector<Atom> join_spaced(const Grammar& grammar, std::vector<Atom> pieces) {
  std::stable_sort(pieces.begin(), pieces.end(), [](const Atom& a, const Atom& b) {
    return a.line != b.line ? a.line < b.line : a.box.x0 < b.box.x0;
  });
  std::vector<bool> known_alone;
  known_alone.reserve(pieces.size());
  for (const Atom& piece : pieces) known_alone.push_back(is_known(grammar, piece.text));
  if (std::find(known_alone.begin(), known_alone.end(), false) == known_alone.end()) return pieces;
  std::vector<Atom> joined;
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t end = i + 1;
    bool known = known_alone[i];
    Text text = pieces[i].text;
    Box box = pieces[i].box;
    Atom whole = pieces[i];
    for (std::size_t at = i + 1; at < std::min(i + kMostSpaced, pieces.size()); ++at) {
      if (pieces[at].line != pieces[i].line) break;
      text.append(pieces[at].text);
      box = unite(box, pieces[at].box);
      known = known && known_alone[at];
      if (known || !is_one_head(grammar, text)) continue;
      whole.text = text;
      whole.box = box;
      end = at + 1;
    }
    joined.push_back(std::move(whole));
    i = end;
  }
  return joined;
}

// Joins the lines of heads that are broken within their cell: each stands alone over the other.
std::vector<Atom> join_broken(const Document& document, const Grammar& grammar,
                              std::vector<Atom> pieces) {
  for (Atom& piece : pieces) restore_blanks(document, piece);
  pieces = join_spaced(grammar, std::move(pieces));
  std::stable_sort(pieces.begin(), pieces.end(), [](const Atom& a, const Atom& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  const auto follows = [](const Atom& above, const Atom& below) {
    return below.box.y0 > above.box.y0 && below.line != above.line &&
           below.box.y0 - above.box.y1 < (kNextHeadLine - 1) * above.box.height() &&
           overlap(above.box.x0, above.box.x1, below.box.x0, below.box.x1);
  };
  std::vector<int> over(pieces.size(), 0);
  std::vector<int> under(pieces.size(), 0);
  std::vector<std::size_t> next(pieces.size(), pieces.size());
  for (std::size_t a = 0; a < pieces.size(); ++a) {
    for (std::size_t b = 0; b < pieces.size(); ++b) {
      if (!follows(pieces[a], pieces[b])) continue;
      ++under[a];
      ++over[b];
      next[a] = b;
    }
  }
  std::vector<Atom> joined;
  std::vector<bool> used(pieces.size(), false);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (used[i]) continue;
    Atom whole = pieces[i];
    for (std::size_t at = i; under[at] == 1 && over[next[at]] == 1;) {
      at = next[at];
      used[at] = true;
      const Text& rest = pieces[at].text;
      if (is_ascii_word(whole.text.utf8.back()) && is_ascii_word(rest.utf8.front()))
        whole.text.append(" ", rest.origin.front());
      whole.text.append(rest);
      whole.box = unite(whole.box, pieces[at].box);
    }
    joined.push_back(std::move(whole));
  }
  return joined;
}

// Where a part of a head is printed; in plain text only from left to right.
Box box_around_words(const Document& document, const Text& text, TextRange at) {
  if (!document.has_boxes) {
    const int first = document.glyphs[text.origin[at.begin]].column;
    const int last = document.glyphs[text.origin[at.end - 1]].column;
    return {static_cast<double>(first), 0, static_cast<double>(last) + 1, 0};
  }
  Box box = document.glyphs[text.origin[at.begin]].box;
  for (std::size_t i = at.begin; i < at.end; ++i)
    box = unite(box, document.glyphs[text.origin[i]].box);
  return box;
}

// Is there a blank between text[at - 1] and text[at] on the page? Normalised text has none between
// ideographs.
bool is_apart(const Document& document, const Text& text, std::size_t at) {
  const Glyph& a = document.glyphs[text.origin[at - 1]];
  const Glyph& b = document.glyphs[text.origin[at]];
  if (!document.has_boxes) return b.line != a.line || b.column > a.column + 2;
  return overlap(a.box.y0, a.box.y1, b.box.y0, b.box.y1) &&
         b.box.x0 - a.box.x1 > kGapInHead * a.box.height();
}

std::vector<HeadTerm> terms_of(const Document& document, const Grammar& grammar, const Text& text) {
  std::vector<HeadTerm> terms;
  const std::optional<int> base = base_in(text.view());
  bool goes_on = false;  // what comes next belongs to the last term, if either is unknown
  const auto add = [&](const HeadPart& part) {
    HeadTerm term;
    term.box = box_around_words(document, text, part.at);
    term.unknown = !part.known;
    if (part.form != nullptr) {
      term.span = part.form->span;
      term.measure = part.form->measure;
      term.flow = part.form->flow;
    }
    term.base = base;
    term.year = year_in(grammar, text.view().substr(part.at.begin, part.at.size()));
    const bool touches = goes_on && !terms.empty() && !is_apart(document, text, part.at.begin);
    goes_on = term.unknown || term.span || term.measure || term.year;
    if (touches && (term.unknown || terms.back().unknown)) {
      const Box box = unite(terms.back().box, term.box);
      terms.back() = {box, std::nullopt, std::nullopt, std::nullopt, true};
      goes_on = true;
    } else if (goes_on) {
      terms.push_back(term);
    }
  };
  for (HeadPart part : head_parts(grammar, text.view())) {
    for (std::size_t at = part.at.begin + 1; !part.known && at < part.at.end; ++at) {
      if (is_continuation(text.utf8[at]) || !is_apart(document, text, at)) continue;
      add({{part.at.begin, at}});
      part.at.begin = at;
    }
    add(part);
  }
  return terms;
}

// A character of a head.
struct Character {
  Box box;
  std::size_t line = 0;
  Text text;
};

// Is the piece nothing but words for the span of several columns?
bool is_span(const Grammar& grammar, const Text& piece) {
  const std::vector<HeadPart> parts = head_parts(grammar, piece.view());
  return std::all_of(parts.begin(), parts.end(), [](const HeadPart& part) {
    return part.form != nullptr && part.form->span && !part.form->measure;
  });
}

std::vector<Character> characters_of(const Document& document, const Atom& piece) {
  std::vector<Character> out;
  const Text& text = piece.text;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && text.origin[end] == text.origin[at]) ++end;
    out.push_back({document.glyphs[text.origin[at]].box, piece.line, text.substr(at, end)});
    at = end;
  }
  return out;
}

// Line by line; from left to right where none stands over another, though some stand lower.
void put_in_order(std::vector<Character>& characters) {
  const auto by_x = [](const Character& a, const Character& b) { return a.box.x0 < b.box.x0; };
  std::stable_sort(characters.begin(), characters.end(), by_x);
  const auto over = [](const Character& a, const Character& b) {
    return b.box.x0 < (a.box.x0 + a.box.x1) / 2;
  };
  if (std::adjacent_find(characters.begin(), characters.end(), over) == characters.end()) return;
  std::stable_sort(characters.begin(), characters.end(),
                   [](const Character& a, const Character& b) { return a.line < b.line; });
}

}  // namespace

bool overlap(double a0, double a1, double b0, double b1) {
  return std::min(a1, b1) > std::max(a0, b0);
}

bool overlaps_any(const Box& box, const std::vector<Box>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const Box& other) { return overlap(box.x0, box.x1, other.x0, other.x1); });
}

std::vector<HeadTerm> head_terms(const Document& document, const Grammar& grammar,
                                 std::vector<Atom> pieces) {
  std::vector<HeadTerm> terms;
  for (const Atom& piece : join_broken(document, grammar, std::move(pieces))) {
    const std::vector<HeadTerm> own = terms_of(document, grammar, piece.text);
    terms.insert(terms.end(), own.begin(), own.end());
  }
  return terms;
}

std::vector<Box> head_places(const Document& document, const Grammar& grammar,
                             std::vector<Atom> pieces, const std::vector<Box>& labels) {
  std::vector<Box> places;
  for (const Atom& piece : join_broken(document, grammar, std::move(pieces))) {
    const std::vector<HeadTerm> terms = terms_of(document, grammar, piece.text);
    if (terms.empty() || overlaps_any(piece.box, labels)) continue;
    if (std::any_of(terms.begin(), terms.end(), [](const HeadTerm& term) { return term.unknown; }))
      return {};
    places.push_back(piece.box);
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  return places;
}

std::vector<HeadTerm> head_terms(const Document& document, const Grammar& grammar,
                                 const Line& line) {
  return terms_of(document, grammar, line.text);
}

std::optional<Measure> measure_between(const Document& document, const Grammar& grammar,
                                       const std::vector<Atom>& pieces,
                                       const std::vector<Box>& labels, double from, double to) {
  std::vector<Character> inside;
  for (const Atom& piece : pieces) {
    if (is_span(grammar, piece.text)) continue;
    for (Character& character : characters_of(document, piece)) {
      const double centre = (character.box.x0 + character.box.x1) / 2;
      const bool over_labels = std::any_of(labels.begin(), labels.end(), [&](const Box& label) {
        return centre > label.x0 && centre < label.x1;
      });
      if (centre > from && centre < to && !over_labels) inside.push_back(std::move(character));
    }
  }
  put_in_order(inside);
  Text text;
  for (const Character& character : inside) text.append(character.text);
  std::optional<Measure> measure;
  for (const HeadPart& part : head_parts(grammar, text.view())) {
    if (!part.known) return std::nullopt;
    if (part.form == nullptr || !part.form->measure) continue;
    if (measure && *measure != *part.form->measure) return std::nullopt;
    measure = part.form->measure;
  }
  return measure;
}

}  // namespace tradereport::parser
