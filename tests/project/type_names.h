// The types that a source file defines, for tests of the project's names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tradereport::test {

struct TypeName {
  std::string scope;       // "tradereport::parser"; "" outside of all namespaces
  std::string name;        // with the classes around it: "NumeralLedger::Entry"
  bool anonymous = false;  // in an anonymous namespace: of its file alone
};

// The classes, structs, unions, enums and aliases (`using A = B`) that are defined, in their order.
// Declarations, templates' parameters, specialisations and types within functions are none.
//
//   "namespace a { class B { struct C {}; }; }" -> B and B::C, both in "a"
std::vector<TypeName> types_of(std::string_view source);

}  // namespace tradereport::test
