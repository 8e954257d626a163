// The parts of patterns that match in one way or in none: literals, characters, edges of words.
#pragma once

#include <cstddef>
#include <string_view>

#include "parser/expression.h"

namespace tradereport::parser {

inline bool is_simple(const Expression& e) {
  using Kind = Expression::Kind;
  return e.kind == Kind::literal || e.kind == Kind::set || e.kind == Kind::boundary;
}

// Where a simple expression ends that begins at text[at]; Expression::kNoEnd if it does not.
std::size_t simple_end(const Expression& e, std::string_view text, std::size_t at);

}  // namespace tradereport::parser
