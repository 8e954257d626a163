// A C++ source as tokens, as far as tests of the project's names need it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tradereport::test {

// Words (with their ::), and every other character by itself; comments, texts, directives and
// blanks are left out.
//
//   "int a::b(); // c" -> "int", "a::b", "(", ")", ";"
std::vector<std::string> tokens_of(std::string_view source);

bool is_word(std::string_view token);

}  // namespace tradereport::test
