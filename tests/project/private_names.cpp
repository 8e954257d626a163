#include "tests/project/private_names.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "tests/project/cpp_tokens.h"

namespace tradereport::test {

namespace {

const std::set<std::string> kTypeWords{"class", "struct", "union", "enum"};

// Reads the declarations of namespaces, one after the other.
class Declarations {
 public:
  explicit Declarations(std::string_view source) : tokens_(tokens_of(source)) {}

  std::vector<DeclaredName> names() {
    while (!at_end()) {
      in_namespace("", false);
      ++at_;  // a brace too many
    }
    return std::move(found_);
  }

 private:
  // The one at hand, or so many further on; "" behind the last.
  const std::string& token(std::ptrdiff_t ahead = 0) const {
    static const std::string end;
    const std::size_t at =
        at_ + static_cast<std::size_t>(ahead);  // before the first: far too large
    return at < tokens_.size() ? tokens_[at] : end;
  }
  bool at_end() const { return at_ >= tokens_.size(); }

  // Over a bracket and what it encloses.
  void over(const std::string& open, const std::string& close) {
    int depth = 0;
    do {
      if (token() == open) ++depth;
      if (token() == close) --depth;
      ++at_;
    } while (depth > 0 && !at_end());
  }
  void over_any() {
    if (token() == "(") return over("(", ")");
    if (token() == "[") return over("[", "]");
    if (token() == "{") return over("{", "}");
    ++at_;
  }
  void to(const std::string& sign) {
    while (!at_end() && token() != sign) over_any();
  }

  void add(const std::string& name, const std::string& from = "") {
    found_.push_back({name, scope_, from, is_private_});
  }

  // Up to the brace that closes it.
  void in_namespace(const std::string& scope, bool is_private) {
    const std::string scope_outside = std::exchange(scope_, scope);
    const bool private_outside = std::exchange(is_private_, is_private);
    while (!at_end() && token() != "}") declaration();
    scope_ = scope_outside;
    is_private_ = private_outside;
  }

  void declaration() {
    if (token() == "namespace") {
      ++at_;
      const bool unnamed = token() == "{";
      const std::string inner =
          scope_ + (unnamed || scope_.empty() ? "" : "::") + (unnamed ? "" : token());
      while (!at_end() && token() != "{" && token() != ";") ++at_;
      const bool alias = token() == ";";
      ++at_;
      if (alias) return;
      in_namespace(inner, is_private_ || unnamed);
      ++at_;
    } else if (token() == "using") {
      use();
    } else if (token() == "template") {
      ++at_;
      over("<", ">");
    } else if (token() == "static_assert") {
      to(";");
    } else if (token() == "{" || token() == ";" || token() == ",") {
      over_any();
    } else if (!kTypeWords.contains(token()) || !type()) {
      function_or_variable();
    }
  }

  // using a::b; using a = b; using namespace a;
  void use() {
    ++at_;
    const bool alias = token(1) == "=";
    if (alias) add(token());
    std::string last;
    for (; !at_end() && token() != ";"; ++at_) {
      if (token() == "namespace") return to(";");
      if (is_word(token())) last = token();
    }
    if (!alias) add(last.substr(last.rfind(':') + 1), last);
  }

  // False, and nothing read, if no type is defined here: "struct sigaction action {};".
  bool type() {
    const std::size_t begin = at_;
    while (kTypeWords.contains(token())) ++at_;
    while (token() == "[") over_any();
    const std::string name = token();
    ++at_;
    if (token() == "final") ++at_;
    if (token() == ";" && is_word(name)) return true;  // only declared
    if (token() == ":") {
      while (!at_end() && token() != "{" && token() != ";") ++at_;
    }
    if (token() != "{" || !is_word(name)) {
      at_ = begin;
      ++at_;
      return false;
    }
    add(name);
    over_any();
    return true;
  }

  void function_or_variable() {
    std::size_t words = 0;
    std::string name;
    bool member = false;
    for (; !at_end(); ++at_) {
      const std::string& here = token();
      if (here == "<") {
        over("<", ">");
        --at_;
      } else if (here == "[" && words == 0) {  // [[nodiscard]]
        over_any();
        --at_;
      } else if (here == "operator") {
        member = true;
        while (!at_end() && token(1) != "(") ++at_;
      } else if (is_word(here)) {
        ++words;
        member = member || token(-1) == ":";
        name = here;
      } else if (here == "(" || here == "=" || here == "{" || here == "[" || here == ";") {
        break;
      }
    }
    const bool macro = words == 1 && token() == "(";  // TEST(…)
    if (words > 0 && !macro && !member && name.find(':') == std::string::npos) add(name);
    const bool function = token() == "(";
    if (function) {
      over_any();
      while (!at_end() && token() != "{" && token() != ";" && token() != "=" && token() != ":") {
        ++at_;
      }
      if (token() == ":") initialisers();
    }
    if (function && token() == "{") return over_any();
    to(";");
  }

  // ": a_(1), b_{2}"
  void initialisers() {
    do {
      ++at_;
      while (!at_end() && token() != "(" && token() != "{") ++at_;
      over_any();
    } while (token() == ",");
  }

  std::vector<std::string> tokens_;
  std::size_t at_ = 0;
  std::string scope_;
  bool is_private_ = false;
  std::vector<DeclaredName> found_;
};

bool encloses(const std::string& outer, const std::string& scope) {
  return outer.empty() || scope == outer || scope.starts_with(outer + "::");
}

}  // namespace

std::vector<DeclaredName> names_of(std::string_view source) {
  return Declarations(source).names();
}

std::vector<std::string> unused_names_of(std::string_view source) {
  const std::vector<std::string> tokens = tokens_of(source);
  std::vector<std::string> brought_in;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const bool alias = tokens[i] == "namespace" && tokens[i + 2] == "=";
    std::size_t last = i + 1;
    if (tokens[i] == "using" && tokens[last] != "namespace") {
      while (last < tokens.size() && (is_word(tokens[last]) || tokens[last] == ":")) ++last;
      if (last == tokens.size() || tokens[last--] != ";") continue;
    } else if (!alias) {
      continue;
    }
    brought_in.push_back(tokens[last].substr(tokens[last].rfind(':') + 1));
  }
  std::vector<std::string> unused;
  for (const std::string& name : brought_in) {
    // In its using-declaration the name ends a longer word, or a sign stands before it.
    const auto says = [&](const std::string& token) {
      return token == name || token.starts_with(name + "::");
    };
    const auto said = std::count_if(tokens.begin(), tokens.end(), says);
    const bool alias = std::adjacent_find(tokens.begin(), tokens.end(),
                                          [&](const std::string& a, const std::string& b) {
                                            return a == "namespace" && b == name;
                                          }) != tokens.end();
    if (said == (alias ? 1 : 0)) unused.push_back(name);
  }
  return unused;
}

std::vector<std::string> private_clashes(const std::map<std::string, std::string>& sources) {
  struct Place {
    std::string path;
    DeclaredName declared;
  };
  std::map<std::string, std::vector<Place>> in_sources;
  std::map<std::string, std::vector<Place>> in_headers;
  for (const auto& [path, text] : sources) {
    const bool header = path.ends_with(".h");
    for (DeclaredName& declared : names_of(text)) {
      if (declared.is_private == header) continue;
      auto& places = (header ? in_headers : in_sources)[declared.name];
      places.push_back({path, std::move(declared)});
    }
  }
  std::vector<std::string> clashes;
  for (const auto& [name, places] : in_sources) {
    std::set<std::string> paths;
    for (const Place& place : places) {
      for (const Place& other : places) {
        const bool same =
            !place.declared.from.empty() && place.declared.from == other.declared.from;
        if (place.path != other.path && !same) paths.insert({place.path, other.path});
      }
      const auto public_ones = in_headers.find(name);
      if (public_ones == in_headers.end() || !place.declared.from.empty()) continue;
      for (const Place& other : public_ones->second) {
        if (encloses(other.declared.scope, place.declared.scope))
          paths.insert({place.path, other.path});
      }
    }
    if (paths.empty()) continue;
    std::string line = name + ":";
    for (const std::string& path : paths) line += " " + path;
    clashes.push_back(line);
  }
  return clashes;
}

}  // namespace tradereport::test
