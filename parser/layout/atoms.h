// The pieces that a line of a table consists of.
#pragma once

#include <optional>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// A figure, a mark that stands for a missing figure (or a figure that is not understood), figures
// of neighbouring columns that touch, a word for "no change", or a piece of text.
struct Atom {
  enum class Kind { text, figure, missing, touching, unchanged };
  Kind kind = Kind::text;
  Text text;             // of a figure: with its sign, without a per cent sign
  Box box;               // empty for plain text
  std::size_t line = 0;  // index into Document::lines
  Text marks{};          // behind a figure: of a note, or a flag
  // A missing figure that is one below zero, if its table prints negative figures so.
  std::optional<NegativeForm> negative{};

  double centre() const { return (box.x0 + box.x1) / 2; }
  // Digits that are no number by themselves: the rest stands on another line of the cell.
  bool is_fragment() const {
    return !text.empty() && (is_point(text.utf8.front()) || is_point(text.utf8.back()));
  }
  // Printed where there is no figure: a dash, a word for it. Digits with a sign that is not
  // understood are none.
  bool is_mark() const {
    return kind == Kind::missing && text.utf8.find_first_of("0123456789") == std::string::npos;
  }
  static bool is_point(char c) { return c == '.' || c == ','; }
  bool is_dash() const { return text.utf8 == "\u2013" || text.utf8 == "-"; }
};

// Splits a line into atoms, from left to right.
//
// Blanks (gaps between boxes) separate figures; text runs on over small gaps. A whole number that
// text follows closely belongs to that text ("5 月当月", "排名前 10 地区"); one that stands at the
// end of a text, after a blank or with a decimal point, is a figure ("净出口额(亿美元) -312.6").
// "–", "—", "…", "*", "/" alone are missing figures, and so is what one of `placeholders` matches.
std::vector<Atom> atoms_of(const Document& document, std::size_t line,
                           const std::vector<Pattern>& placeholders = {});

// The same, with the family's placeholders, and its words for "no change" told from other text.
std::vector<Atom> cells_of(const Document& document, std::size_t line, const Grammar& grammar);

// A line with more than one figure apart from text, as rows of tables are.
bool is_row(const Document& document, std::size_t line);

// Every way to cut figures that touch into figures with a decimal point and their signs:
//   "0.92190.3" -> 0.9 2190.3 | 0.92 190.3 | 0.921 90.3 | 0.9219 0.3
// At most a few hundred ways.
std::vector<std::vector<Atom>> cuts_of(const Document& document, const Atom& touching);

}  // namespace tradereport::parser
