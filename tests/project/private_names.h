// The names that a source declares, above all those that it keeps to itself, for tests of the
// project's names.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tradereport::test {

struct DeclaredName {
  std::string name;
  std::string scope;        // "tradereport::parser"; "" outside of all namespaces
  std::string from;         // where a using-declaration has it from, "" for what is declared here
  bool is_private = false;  // in an unnamed namespace

  friend bool operator==(const DeclaredName&, const DeclaredName&) = default;
};

// What a source declares in its namespaces, in its order: functions, variables, types, aliases and
// using-declarations. Types that are only announced, tests (TEST() and its like), operators,
// members that are defined apart from their class and aliases of namespaces are none, and neither
// is what stands within functions and types.
//
//   "namespace a { int b(); namespace { using c::d; } }" -> b of a, and private in a: d from c::d
std::vector<DeclaredName> names_of(std::string_view source);

// The names that the file brings in by a using-declaration, or as the alias of a namespace, and
// never says: clang-tidy looks for them only in the file that it is called with.
//
//   "using a::b; using a::c; namespace d = e; void f(c);" -> b, d
std::vector<std::string> unused_names_of(std::string_view source);

// One line for each private name of a .cpp file that another one has as well, or that a header
// declares in the same namespace or one around it: "a: x.cpp y.cpp", "a: x.cpp z.h". Two may have
// the same using-declaration. `sources`: texts by path, of a program and of the headers that it may
// include.
std::vector<std::string> private_clashes(const std::map<std::string, std::string>& sources);

}  // namespace tradereport::test
