#include "tests/project/type_names.h"

#include <set>

#include "tests/project/cpp_tokens.h"

namespace tradereport::test {

namespace {

struct Scope {
  enum Kind { name_space, type, other } kind = other;
  std::string name;
};

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
