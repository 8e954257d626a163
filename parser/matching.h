// Where an expression matches a text, and what its slots catch on the way.
//
// The ways to match are tried in the order in which the pattern prefers them, as Perl does and as
// RE2 pretends to; the first that succeeds is the match. Few texts need many steps. Where one does,
// whatever has failed once is not tried again: then the work is bounded by the lengths of text and
// pattern, not by the ways to match.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "parser/expression.h"

namespace tradereport::parser {

// What a slot has caught: bytes [begin, end) of the text matched.
struct SlotMatch {
  std::string_view slot;  // "flow", "names", "amounts", …; belongs to the pattern
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Where the preferred match that begins at text[at] ends, Expression::kNoEnd if there is none.
std::size_t find_end(const Expression& expression, std::string_view text, std::size_t at);

// Is there a match of text[begin, end)?
bool spans(const Expression& expression, std::string_view text, std::size_t begin, std::size_t end);

// The slots of the preferred match of text[begin, end), in order; none if there is no match. What
// stands within slots is not told apart; in a repetition the last of each slot counts.
std::vector<SlotMatch> find_slots(const Expression& expression, std::string_view text,
                                  std::size_t begin, std::size_t end);

// The preferred match that begins at text[at], with its slots.
struct Match {
  std::size_t end = Expression::kNoEnd;  // if there is none
  std::vector<SlotMatch> slots;
};
Match find_match(const Expression& expression, std::string_view text, std::size_t at);

}  // namespace tradereport::parser
