#include "tests/project/cpp_tokens.h"

#include <re2/re2.h>

namespace tradereport::test {

std::vector<std::string> tokens_of(std::string_view source) {
  static const RE2 token(
      R"re((//[^\n]*|(?s:/\*.*?\*/)|R"(?:re)?\((?s:.*?)\)(?:re)?"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|(?m:^[ \t]*#[^\n]*)|\s+)|(~?[A-Za-z_][A-Za-z_0-9]*(?:::[A-Za-z_][A-Za-z_0-9]*)*)|((?s:.)))re");
  std::vector<std::string> tokens;
  re2::StringPiece rest(source.data(), source.size());
  std::string blank, word, sign;
  while (RE2::Consume(&rest, token, &blank, &word, &sign)) {
    if (!word.empty() || !sign.empty()) tokens.push_back(word.empty() ? sign : word);
  }
  return tokens;
}

bool is_word(std::string_view token) {
  static const RE2 word("[A-Za-z_][A-Za-z_0-9:]*");
  return RE2::FullMatch(re2::StringPiece(token.data(), token.size()), word);
}

}  // namespace tradereport::test
