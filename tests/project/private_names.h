// The names that a source file keeps to itself, for tests of the project's names.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tradereport::test {

struct PrivateName {
  std::string name;
  std::string from;  // where a using-declaration has it from, "" for what the file declares itself

  friend bool operator==(const PrivateName&, const PrivateName&) = default;
};

// What stands in the file's unnamed namespaces, in its order: functions, variables, types, aliases
// and using-declarations. Tests (TEST() and its like), operators, members that are defined apart
// from their class and aliases of namespaces are none, and neither is what stands within functions
// and types.
//
//   "namespace { const int a = 1; using b::c; int d() {} }" -> a, c (from b::c), d
std::vector<PrivateName> private_names_of(std::string_view source);

// One line for each private name that two sources of a program cannot both have if they are
// compiled as one: "a: x.cpp y.cpp". Both may have the same using-declaration. `sources`: texts by
// path.
std::vector<std::string> private_clashes(const std::map<std::string, std::string>& sources);

}  // namespace tradereport::test
