#include "tests/project/type_names.h"

#include <re2/re2.h>

#include <set>

namespace tradereport::test {

namespace {

// Words (with their ::), and every other character by itself; comments, texts, directives and the
// arguments of templates are left out.
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

struct Scope {
  enum Kind { name_space, type, other } kind = other;
  std::string name;
};

bool is_word(const std::string& token) {
  return RE2::FullMatch(token, "[A-Za-z_][A-Za-z_0-9:]*");
}

}  // namespace

std::vector<TypeName> types_of(std::string_view source) {
  static const std::set<std::string> kinds{"class", "struct", "union", "enum"};
  const std::vector<std::string> tokens = tokens_of(source);
  std::vector<TypeName> found;
  std::vector<Scope> open;
  Scope next;
  const auto at = [&](std::size_t i) { return i < tokens.size() ? tokens[i] : std::string(); };
  const auto add = [&](const std::string& name) {
    TypeName type{"", name, false};
    std::string outer;
    for (const Scope& scope : open) {
      if (scope.kind == Scope::other) return;
      std::string& path = scope.kind == Scope::name_space ? type.scope : outer;
      if (scope.name.empty()) {
        type.anonymous = true;
      } else {
        path += (path.empty() ? "" : "::") + scope.name;
      }
    }
    if (!outer.empty()) type.name = outer + "::" + name;
    found.push_back(std::move(type));
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i] == "{") {
      open.push_back(next);
      next = {};
    } else if (tokens[i] == "}") {
      if (!open.empty()) open.pop_back();
    } else if (tokens[i] == "namespace") {
      next = {Scope::name_space, at(i + 1) == "{" ? "" : at(i + 1)};
    } else if (tokens[i] == "using" && is_word(at(i + 1)) && at(i + 2) == "=") {
      add(at(i + 1));
    } else if (kinds.contains(tokens[i]) && (i == 0 || !kinds.contains(tokens[i - 1]))) {
      std::size_t name = i + 1;
      if (kinds.contains(at(name))) ++name;  // enum class
      while (at(name) == "[") {              // [[nodiscard]]
        while (at(name) != "]") ++name;
        while (at(name) == "]") ++name;
      }
      if (!is_word(at(name))) continue;
      std::size_t brace = name + 1;
      if (at(brace) == "final") ++brace;
      if (at(brace) == ":") {  // bases
        while (brace < tokens.size() && at(brace) != "{" && at(brace) != ";") ++brace;
      }
      if (at(brace) != "{") continue;
      add(at(name));
      next = {Scope::type, at(name)};
      i = brace - 1;
    } else if (tokens[i] == ";") {
      next = {};
    }
  }
  return found;
}

}  // namespace tradereport::test
