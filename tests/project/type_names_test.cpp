// No two types of one name: a second definition in a namespace is undefined behaviour that no
// compiler has to tell, and the same name in two libraries misleads the reader.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/project/source_tree.h"
#include "tests/project/type_names.h"

namespace tradereport {
namespace {

namespace fs = std::filesystem;
using test::contents;
using test::files_under;
using test::TypeName;
using test::types_of;

std::string names_in(std::string_view source) {
  std::string names;
  for (const TypeName& type : types_of(source))
    names +=
        (names.empty() ? "" : " ") + type.scope + "/" + type.name + (type.anonymous ? "*" : "");
  return names;
}

TEST(TypeNames, AreFound) {
  EXPECT_EQ(names_in("namespace a::b { class C; class D final : public E<F> { struct G {}; }; }"),
            "a::b/D a::b/D::G");
  EXPECT_EQ(names_in("namespace a { namespace { enum class B : int { c }; } using D = int; }"),
            "a/B* a/D");
  EXPECT_EQ(names_in("template <class T, class U> class [[nodiscard]] A { U u; };"), "/A");
  EXPECT_EQ(names_in("struct A f(struct B b) { struct C {}; using D = int; }"), "");
  EXPECT_EQ(names_in("// struct A {};\n/* struct B {}; */ const char* c = \"struct D {};\";"), "");
  EXPECT_EQ(names_in("struct A { int f() { if (b) { return 1; } return 2; } struct C {}; };"),
            "/A /A::C");
}

// A type of a test program may have the name of one in another test program, for they are never
// linked together.
TEST(TypeNames, OneDefinitionInANamespace) {
  std::map<std::string, std::set<std::string>> files;  // by name
  for (const fs::path& file :
       files_under({"schemas", "parser", "validator", "tools", "tests"}, {".h", ".cpp"})) {
    std::map<std::string, int> here;
    for (const TypeName& type : types_of(contents(file))) {
      const std::string name = type.scope + "::" + type.name;
      EXPECT_LE(++here[name + (type.anonymous ? "*" : "")], 1) << name << " twice in " << file;
      if (!type.anonymous) files[name].insert(file.generic_string());
    }
  }
  EXPECT_GT(files.size(), 100U);
  for (const auto& [name, all] : files) {
    const auto library = std::count_if(all.begin(), all.end(), [](const std::string& file) {
      return !file.starts_with("tests/");
    });
    std::map<std::string, int> programs;
    for (const std::string& file : all) {
      if (file.starts_with("tests/")) ++programs[file.substr(0, file.find('/', 6))];
    }
    int most = 0;
    for (const auto& [program, count] : programs) most = std::max(most, count);
    EXPECT_LE(library + most, 1) << name << " is defined in " << *all.begin() << " and "
                                 << *all.rbegin();
  }
}

TEST(TypeNames, NoNameInTwoLibraries) {
  std::map<std::string, std::set<std::string>> libraries;  // by name
  for (const fs::path& file :
       files_under({"schemas", "parser", "validator", "tools"}, {".h", ".cpp"})) {
    for (const TypeName& type : types_of(contents(file))) {
      if (!type.anonymous && type.name.find("::") == std::string::npos)
        libraries[type.name].insert(file.begin()->string());
    }
  }
  for (const auto& [name, all] : libraries)
    EXPECT_EQ(all.size(), 1U) << name << " is a type of " << *all.begin() << " and of "
                              << *all.rbegin();
}

}  // namespace
}  // namespace tradereport
