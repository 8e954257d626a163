// Words of a page joined to what may stand in one cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/pages/bands.h"
#include "parser/plain_tables/rulings.h"

namespace tradereport::parser {

// Words that follow one another on a line.
struct TextPiece {
  Box box;
  std::vector<Placed> words;  // from left to right
  std::string text;           // UTF-8, words parted by one blank
  bool figure = false;        // a number, or what stands in its place ("-", "n.a.", ":")
};

struct TextLine {
  Box box;
  std::vector<TextPiece> pieces;  // from left to right
};

// Does the text stand where a number does: digits with their signs, per cent, brackets, a note's
// mark; a dash or points, alone?
//   "1 234.5", "(0.3)", "12%", "-", "n.a.", "..", "3.1*"  true;  "Q1", "200 (as BTEX)"  false
bool is_figure(std::string_view text);

// A year, or two: a figure that may be the head of a column. "1996", "1996/97", "2004-05"
bool is_year(std::string_view text);

// Does the text begin within a sentence, as the second line of a label does? "and compounds", "(as
// Cl)"
bool goes_on_from_before(std::string_view text);

// Does the text end where a label cannot? "Chlorine and", "Turnover (in", "Non-"
bool ends_open(std::string_view text);

// Lines from top to bottom. No piece reaches over an upright ruling.
std::vector<TextLine> text_lines(const std::vector<Placed>& words,
                                 const std::vector<Ruling>& upright);

// What words say that stand in one cell, on one or more lines, in reading order.
std::string cell_text_of(const std::vector<Placed>& words);

}  // namespace tradereport::parser
