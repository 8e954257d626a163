// Numerals: finding them in normalised text, and keeping the account of what became of each.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "parser/text/text.h"

namespace tradereport::parser {

// A numeral within a text: bytes [begin, end), the sign included.
struct NumeralSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t digits = 0;  // where the digits begin: begin, or one further after a sign

  bool has_sign() const { return digits > begin; }
};

// Where the ASCII digits end that begin at this place.
std::size_t end_of_digits(std::string_view text, std::size_t at);

// All numerals of a normalised text, in order. A numeral is a run of ASCII digits, with at most one
// point followed by digits, and commas that separate groups of three; a '-' or '+' right before it
// is its sign unless a digit or letter stands before that ("1-5月" are 1 and 5, "5.3 -1.9" are
// 5.3 and -1.9, "1,845.4" is one numeral, "2.2%,46.5%" are two). An apostrophe between digits is
// part of a numeral, which then has no value ("1'845.4"): who writes so says it
// (numeral_spelling.h).
std::vector<NumeralSpan> find_numerals(std::string_view text);

// The exact value of a numeral's text ("-1,845.4"), nothing if it has too many digits.
std::optional<Decimal> decimal_of(std::string_view numeral);

}  // namespace tradereport::parser
