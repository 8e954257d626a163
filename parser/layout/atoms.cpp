#include "parser/layout/atoms.h"

#include <algorithm>

#include "parser/layout/marked_figures.h"
#include "parser/text/normalize.h"
#include "parser/text/numeral.h"

namespace tradereport::parser {

namespace {

constexpr double kBlank = 0.15;     // gaps of this part of the size separate figures
constexpr double kPointGap = 0.32;  // a decimal point is no further from its digits
constexpr double kTextGap = 0.65;   // wider ones separate texts
constexpr double kSignGap = 0.9;    // a sign is no further from its figure
constexpr double kMarkGap = 1.5;    // nor is a mark
constexpr double kOverNeighbour =
    -0.4;  // what begins so far before the end of another text is another cell
constexpr double kWideDigit = 0.9;  // part of an em; the digits of most fonts are half an em wide
constexpr double kNextCell = 1;     // as if it were so far apart

// A stretch of characters without a blank: bytes [begin, end) of the line without blanks.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  Box box;
  double gap = 0;  // to the run before, in parts of the size; 1 a blank of plain text
};

Text without_blanks(const Text& text) {
  Text out = text;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.utf8[i] == ' ') continue;
    out.utf8[kept] = text.utf8[i];
    out.origin[kept++] = text.origin[i];
  }
  out.utf8.resize(kept);
  out.origin.resize(kept);
  return out;
}

// What gaps are measured by. Where digits are as wide as ideographs (MuPDF's own Chinese font), so
// are blanks, and texts stand twice as far apart.
double gap_em(const Document& document, const Line& line) {
  double widest = 0;
  for (const std::uint32_t g : line.glyphs) {
    const Glyph& glyph = document.glyphs[g];
    if (is_ascii_digit(glyph.raw)) widest = std::max(widest, glyph.box.width());
  }
  const double em = std::max(line.size, 1.0);
  return widest > kWideDigit * em ? 2 * em : em;
}

std::vector<Run> runs_of(const Document& document, const Line& line) {
  std::vector<Run> runs;
  const double em = gap_em(document, line);
  // Positions of blanks in plain text come from the line as printed.
  std::vector<bool> blank_before;
  if (!document.has_boxes) {
    blank_before.resize(line.glyphs.size());
    const std::string_view raw = line.raw;
    std::size_t at = 0;
    for (std::size_t g = 0; g < line.glyphs.size(); ++g) {
      while (at < raw.size() && raw[at] == ' ') {
        blank_before[g] = true;
        ++at;
      }
      if (at < raw.size()) at += utf8_length(raw[at]);
    }
  }
  std::size_t position = 0;  // of the current glyph in line.glyphs
  std::size_t blanks = 0;    // before the current byte
  const Glyph* last = nullptr;
  const auto is_digit_at = [&](std::size_t i) {
    return i < line.text.size() && line.text.utf8[i] >= '0' && line.text.utf8[i] <= '9';
  };
  for (std::size_t i = 0; i < line.text.size();) {
    const std::uint32_t origin = line.text.origin[i];
    if (line.text.utf8[i] == ' ') {
      ++i;
      ++blanks;
      continue;
    }
    std::size_t end = i + 1;
    while (end < line.text.size() && line.text.origin[end] == origin && line.text.utf8[end] != ' ')
      ++end;
    const std::size_t first_position = position;
    while (position < line.glyphs.size() && line.glyphs[position] != origin) ++position;
    const Glyph& glyph = document.glyphs[origin];
    double gap = 0;
    if (last != nullptr && document.has_boxes) {
      gap = (glyph.box.x0 - last->box.x1) / em;
      if (gap < kOverNeighbour) gap = kNextCell;
    } else if (last != nullptr) {
      for (std::size_t p = first_position + 1; p <= position && p < blank_before.size(); ++p)
        if (blank_before[p]) gap = 1;
    }
    // A blank between digits that normalising took away groups them; one after a point is the
    // point's own width.
    std::size_t digits = i;
    while (is_digit_at(digits)) ++digits;
    const bool another_point = i > 0 && line.text.utf8[i - 1] == '.' && digits < line.text.size() &&
                               line.text.utf8[digits] == '.';
    const bool after_point = !another_point && i > 1 && Atom::is_point(line.text.utf8[i - 1]) &&
                             is_digit_at(i - 2) && gap < kPointGap;
    const bool one_number = is_digit_at(i) && position == first_position + 1 && i > 0 &&
                            (is_digit_at(i - 1) || after_point);
    if (runs.empty() || (gap > kBlank && !one_number))
      runs.push_back({i - blanks, 0, glyph.box, gap});
    runs.back().end = end - blanks;
    runs.back().box = unite(runs.back().box, glyph.box);
    last = &glyph;
    i = end;
  }
  return runs;
}

Box box_around(const Document& document, const Text& text) {
  Box box = document.glyphs[text.origin.front()].box;
  for (const std::uint32_t origin : text.origin) box = unite(box, document.glyphs[origin].box);
  return box;
}

struct Piece {
  Atom atom;
  double gap = 0;
  bool whole = false;  // a figure without decimal point
};

// Cuts a run of a line without blanks into figures and texts.
void cut(const Document& document, const Text& bare, const Run& run, std::size_t line,
         const std::vector<Pattern>& placeholders, std::vector<Piece>& pieces) {
  static const Pattern missing = Pattern::of(R"([–\-]{1,3}|\.{2,6}|\*|/|[nN]/?[aA]|·{2,6}|×)");
  const auto add = [&](Atom::Kind kind, std::size_t begin, std::size_t end, double gap,
                       bool whole) {
    if (begin >= end) return;
    Atom atom{kind, bare.substr(run.begin + begin, run.begin + end), {}, line, {}, {}};
    atom.box = box_around(document, atom.text);
    pieces.push_back({std::move(atom), gap, whole});
  };
  const std::string_view text = bare.view().substr(run.begin, run.end - run.begin);
  const std::string_view number = text.substr(0, text.size() - (text.ends_with('%') ? 1 : 0));
  if (missing.matches_all(text) || any_matches(placeholders, number)) {
    add(Atom::Kind::missing, 0, text.size(), run.gap, false);
    return;
  }
  // Figures of several columns that touch ("0.92190.3", "17.6-2.1"): the columns tell where one
  // ends.
  static const Pattern touching = Pattern::of(R"([-+]?[\d,]*\d\.\d+%?(?:[-+]?[\d,]*\d?\.\d+%?)+)");
  if (std::count(text.begin(), text.end(), '.') > 1 && touching.matches_all(text)) {
    add(Atom::Kind::touching, 0, text.size(), run.gap, false);
    return;
  }
  // Full-width numbers break anywhere within narrow cells.
  static const Pattern fragment = Pattern::of(R"([-+]?[\d,]*\d[.,]|[.,]\d[\d,]*(?:\.\d+)?)");
  if ((Atom::is_point(text.front()) || Atom::is_point(text.back())) && fragment.matches_all(text)) {
    add(Atom::Kind::figure, 0, text.size(), run.gap, false);
    return;
  }
  // A number with more around it than a minus: its cell is known, what it says may not be.
  if (const auto marked = read_marks(document, bare, {run.begin, run.end})) {
    const bool figure = marked->understood;
    const TextRange at = figure ? marked->digits : TextRange{run.begin, run.end};
    add(figure ? Atom::Kind::figure : Atom::Kind::missing, at.begin - run.begin, at.end - run.begin,
        run.gap, false);
    Atom& atom = pieces.back().atom;
    atom.negative = marked->negative;
    if (figure) atom.marks = bare.substr(marked->marks.begin, marked->marks.end);
    return;
  }
  // "10-20" is no figure, but may be the start of a period.
  static const Pattern range = Pattern::of(R"(\d{1,3}[-–~]\d{1,3}%?)");
  if (range.matches_all(text)) {
    add(Atom::Kind::missing, 0, text.size(), run.gap, true);
    return;
  }
  const std::vector<NumeralSpan> numerals = find_numerals(text);
  // Text with whole numbers inside or at its end, such as "1至5月" or "前10地区", stays in one
  // piece; figures are what stands alone or has a decimal point at the end of the run.
  std::size_t at = 0;
  double gap = run.gap;
  for (const NumeralSpan& n : numerals) {
    const bool decimal = text.substr(n.begin, n.end - n.begin).find('.') != std::string_view::npos;
    std::size_t end = n.end;
    if (end < text.size() && text[end] == '%') ++end;
    const bool starts = n.begin == 0 || at == n.begin;
    const bool followed_by_text = end < text.size() && (text[end] < '0' || text[end] > '9') &&
                                  text[end] != '-' && text[end] != '+';
    if (!decimal && (!starts || followed_by_text)) continue;
    if (decimal && followed_by_text && !starts) continue;
    add(Atom::Kind::text, at, n.begin, gap, false);
    if (n.begin > at) gap = 0;
    add(Atom::Kind::figure, n.begin, n.end, gap, !decimal);
    gap = 0;
    at = end;
  }
  add(Atom::Kind::text, at, text.size(), gap, false);
}

// "▼ 3.7": a mark that stands apart from its figure. Which of the figures beside it is its own, it
// does not tell.
void attach_marks(std::vector<Piece>& pieces, bool has_boxes) {
  const double reach = has_boxes ? kMarkGap : 1;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].atom.kind != Atom::Kind::text || !is_sign_mark(pieces[i].atom.text.view()))
      continue;
    const bool before =
        i > 0 && pieces[i - 1].atom.kind == Atom::Kind::figure && pieces[i].gap <= reach;
    const bool after = i + 1 < pieces.size() && pieces[i + 1].atom.kind == Atom::Kind::figure &&
                       pieces[i + 1].gap <= reach;
    if (before) pieces[i - 1].atom.kind = Atom::Kind::missing;
    if (after) pieces[i + 1].atom.kind = Atom::Kind::missing;
    if (before || after) pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i--));
  }
}

// "8.5     - 3.7": a dash that stands much nearer to the figure after it than to what is before it
// is that figure's sign, not a missing figure.
void attach_signs(std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    Piece& dash = pieces[i];
    Piece& figure = pieces[i + 1];
    if (dash.atom.kind != Atom::Kind::missing || !dash.atom.is_dash()) continue;
    if (figure.atom.kind != Atom::Kind::figure || figure.atom.text.utf8.front() == '-') continue;
    if (figure.gap > kSignGap || (i > 0 && figure.gap > dash.gap / 2)) continue;
    Text with_sign;
    with_sign.append("-", dash.atom.text.origin.front());
    with_sign.append(figure.atom.text);
    figure.atom.text = std::move(with_sign);
    figure.atom.box = unite(dash.atom.box, figure.atom.box);
    figure.gap = dash.gap;
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

constexpr std::size_t kMostCuts = 256;

// All ways to read text[at…] as figures, each added to `done` in turn.
void cut_further(std::string_view text, std::size_t at,
                 std::vector<std::pair<std::size_t, std::size_t>>& done,
                 std::vector<std::vector<std::pair<std::size_t, std::size_t>>>& ways) {
  static const Pattern figure = Pattern::of(R"([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+)");
  if (at >= text.size()) ways.push_back(done);
  const std::size_t point = text.find('.', at);
  if (point == std::string_view::npos) return;
  for (std::size_t end = point + 2; end <= text.size() && ways.size() < kMostCuts; ++end) {
    if (text[end - 1] < '0' || text[end - 1] > '9') break;
    const std::string_view part = text.substr(at, end - at);
    if (!figure.matches_all(part)) continue;
    const bool percent = end < text.size() && text[end] == '%';
    done.emplace_back(at, end);
    cut_further(text, percent ? end + 1 : end, done, ways);
    done.pop_back();
  }
}

}  // namespace

std::vector<std::vector<Atom>> cuts_of(const Document& document, const Atom& touching) {
  std::vector<std::pair<std::size_t, std::size_t>> done;
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> ways;
  cut_further(touching.text.view(), 0, done, ways);
  std::vector<std::vector<Atom>> cuts;
  for (const auto& way : ways) {
    std::vector<Atom>& cut = cuts.emplace_back();
    for (const auto& [begin, end] : way) {
      Atom atom{Atom::Kind::figure, touching.text.substr(begin, end), {}, touching.line, {}, {}};
      atom.box = box_around(document, atom.text);
      cut.push_back(std::move(atom));
    }
  }
  return cuts;
}

std::vector<Atom> cells_of(const Document& document, std::size_t line, const Grammar& grammar) {
  std::vector<Atom> atoms = atoms_of(document, line, grammar.placeholders);
  const bool brackets = grammar.family->prints(NegativeForm::brackets);
  for (Atom& atom : atoms) {
    if (atom.kind != Atom::Kind::text) continue;
    // With decimals it is one in any family; a whole number may be the number of a note.
    static const Pattern whole = Pattern::of(R"(\(\d{1,3}(?:,?\d{3})*%?\))");
    if (brackets && whole.matches_all(atom.text.view())) {
      atom.kind = Atom::Kind::missing;
      atom.negative = NegativeForm::brackets;
      continue;
    }
    const auto word = grammar.vocabulary().find_word(atom.text.view(), 0);
    if (word && word->kind == FoundWord::Kind::flat && word->at.size() == atom.text.size())
      atom.kind = Atom::Kind::unchanged;
  }
  return atoms;
}

bool is_row(const Document& document, std::size_t line) {
  const std::vector<Atom> atoms = atoms_of(document, line);
  return std::count_if(atoms.begin(), atoms.end(), [](const Atom& atom) {
           return atom.kind == Atom::Kind::figure || atom.kind == Atom::Kind::touching;
         }) > 1;
}

std::vector<Atom> atoms_of(const Document& document, std::size_t index,
                           const std::vector<Pattern>& placeholders) {
  std::vector<Piece> pieces;
  const Line& line = document.lines[index];
  const Text bare = without_blanks(line.text);
  for (const Run& run : runs_of(document, line))
    cut(document, bare, run, index, placeholders, pieces);
  attach_marks(pieces, document.has_boxes);
  if (document.has_boxes) attach_signs(pieces);
  std::vector<Atom> atoms;
  double wide = kTextGap;
  if (!document.has_boxes) wide = 2;  // every blank is alike
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    const bool text_follows = i + 1 < pieces.size() && pieces[i + 1].gap < wide &&
                              pieces[i + 1].atom.kind == Atom::Kind::text;
    const bool lone = document.has_boxes || i == 0 || pieces[i - 1].atom.kind == Atom::Kind::text;
    const bool number =
        piece.atom.kind == Atom::Kind::figure || piece.atom.kind == Atom::Kind::missing;
    if (number && piece.whole && text_follows && lone) piece.atom.kind = Atom::Kind::text;
    // "Total (Jan – August)": within a text a dash is no blank cell.
    const bool within = !atoms.empty() && atoms.back().kind == Atom::Kind::text &&
                        piece.gap < wide && text_follows && document.has_boxes;
    if (piece.atom.kind == Atom::Kind::missing && piece.atom.is_dash() && within)
      piece.atom.kind = Atom::Kind::text;
    const bool joins = !atoms.empty() && atoms.back().kind == Atom::Kind::text &&
                       piece.atom.kind == Atom::Kind::text && piece.gap < wide;
    if (joins) {
      atoms.back().text.append(piece.atom.text);
      atoms.back().box = unite(atoms.back().box, piece.atom.box);
    } else {
      atoms.push_back(std::move(piece.atom));
    }
  }
  return atoms;
}

}  // namespace tradereport::parser
