// The words of a table's head, with their places.
#pragma once

#include <optional>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/layout/atoms.h"

namespace tradereport::parser {

// A word of a head that says something of the columns under it, or that is not understood: a word
// that is known only in part is not understood at all.
struct HeadTerm {
  Box box;  // in plain text only from left to right: x0, x1 in narrow characters
  std::optional<Span> span;
  std::optional<Measure> measure;
  std::optional<int> year;
  bool unknown = false;
  std::string_view flow{};    // that it names, of the family
  std::optional<int> base{};  // "2022/18": the year that another one is compared with
};

// Do the stretches [a0, a1] and [b0, b1] share some of their length?
bool overlap(double a0, double a1, double b0, double b1);
// Does the box stand over or under one of the others?
bool overlaps_any(const Box& box, const std::vector<Box>& others);

// Those of the pieces of a head on a page. Words that are broken within their cell are joined.
std::vector<HeadTerm> head_terms(const Document& document, const Grammar& grammar,
                                 std::vector<Atom> pieces);

// Where the words of a head stand that say something of columns, those of a cell together; nothing
// if some of them are not understood.
std::vector<Box> head_places(const Document& document, const Grammar& grammar,
                             std::vector<Atom> pieces, const std::vector<Box>& labels);

// Those of a line of a head, in their order.
std::vector<HeadTerm> head_terms(const Document& document, const Grammar& grammar,
                                 const Line& line);

// The measure that the characters of a head between two columns name, if they are understood whole:
// in narrow columns words are broken, and what is broken stands beside what is not.
std::optional<Measure> measure_between(const Document& document, const Grammar& grammar,
                                       const std::vector<Atom>& pieces,
                                       const std::vector<Box>& labels, double from, double to);

}  // namespace tradereport::parser
