// A name in an unnamed namespace stands in one file of its program alone, so that the sources can
// be compiled together (CMAKE_UNITY_BUILD).
#include "tests/project/private_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/project/source_tree.h"

namespace tradereport {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string private_names_in(std::string_view source) {
  std::string names;
  for (const test::DeclaredName& found : test::names_of(source)) {
    if (!found.is_private) continue;
    names += (names.empty() ? "" : " ") + found.name + (found.from.empty() ? "" : "=" + found.from);
  }
  return names;
}

TEST(PrivateNames, AreFound) {
  EXPECT_EQ(private_names_in("int a; namespace b { int c(); namespace { int d(); } int e(); }"),
            "d");
  EXPECT_EQ(private_names_in("namespace { namespace a { namespace b = c; int d; } int e; }"),
            "d e");
  EXPECT_EQ(private_names_in("namespace { using a::b; using ::c::d; using e = f::g<h>; }"),
            "b=a::b d=c::d e");
  EXPECT_EQ(
      private_names_in("namespace { class A; struct B : C<D> { int e; } f; enum class G : int "
                       "{ h }; struct I {}; }"),
      "B f G I");
  EXPECT_EQ(private_names_in("namespace { [[noreturn]] void a(int b) noexcept { int c; } "
                             "template <class T> std::map<T, int (*)(T)> d(T t) { return {}; } }"),
            "a d");
  EXPECT_EQ(private_names_in("namespace { constexpr const char* a = \"b\"; const C<D, 3> e{1, 2};"
                             " int f[] = {1}; const auto g = [](int h) { return h; }; A* i(); }"),
            "a e f g i");
}

TEST(PrivateNames, OfMembersOperatorsAndTestsAreNone) {
  EXPECT_EQ(private_names_in("namespace { A::A(int b) : c_{b}, d_(b) { int e; } int A::f() {} "
                             "int A<T>::g() {} bool operator==(A b, A c) { return true; } "
                             "TEST(H, I) { int j; } int k; }"),
            "k");
  EXPECT_EQ(private_names_in("namespace { static_assert(a(), \"b\"); using namespace c; int d; }"),
            "d");
}

TEST(PrivateNames, ClashIfTwoFilesHaveThem) {
  const std::string a = "namespace { int f(int i) { return i; } using g::h; int j; }";
  EXPECT_THAT(test::private_clashes({{"a.cpp", a}}), IsEmpty());
  EXPECT_THAT(test::private_clashes({{"a.cpp", a}, {"b.cpp", "int f; int h() { int j; }"}}),
              IsEmpty());
  EXPECT_THAT(test::private_clashes({{"a.cpp", a}, {"b.cpp", "namespace { using g::h; }"}}),
              IsEmpty());
  EXPECT_THAT(test::private_clashes({{"a.cpp", a}, {"b.cpp", "namespace { using i::h; }"}}),
              ElementsAre("h: a.cpp b.cpp"));
  EXPECT_THAT(test::private_clashes({{"a.cpp", a}, {"b.cpp", "namespace { double f; int h(); }"}}),
              ElementsAre("f: a.cpp b.cpp", "h: a.cpp b.cpp"));
}

TEST(PrivateNames, ClashIfAHeaderMayHaveThem) {
  const std::string header = "namespace a { class B; int f(); namespace c { struct D {}; } }";
  const auto clashes = [&](const std::string& source) {
    return test::private_clashes({{"a.h", header}, {"a.cpp", source}});
  };
  EXPECT_THAT(clashes("namespace a { namespace { int g(); struct B {}; } int f() { return 1; } }"),
              IsEmpty());
  EXPECT_THAT(clashes("namespace a { namespace { struct D {}; } }"), IsEmpty());
  EXPECT_THAT(clashes("namespace a { namespace { int f(int i) { return i; } } }"),
              ElementsAre("f: a.cpp a.h"));
  EXPECT_THAT(clashes("namespace a::c { namespace { int D; double f; using e::f; } }"),
              ElementsAre("D: a.cpp a.h", "f: a.cpp a.h"));
}

TEST(PrivateNames, ThatAreBroughtInAreUsed) {
  EXPECT_THAT(
      test::unused_names_of("using a::b; using ::a::c; namespace d = e; using f = g; void h(c); "
                            "namespace i = j; using k::L; i::M m; L::N n; using namespace o;"),
      ElementsAre("b", "d"));
  for (const fs::path& file :
       test::files_under({"schemas", "parser", "validator", "tools", "tests"}, {".cpp"}))
    EXPECT_THAT(test::unused_names_of(test::contents(file)), IsEmpty()) << file;
}

// Sources in other folders of tools/dev and of tests are of other programs.
std::string program_of(const fs::path& file) {
  const std::string path = file.generic_string();
  for (const std::string parent : {"tools/dev/", "tests/"}) {
    if (path.starts_with(parent)) return path.substr(0, path.find('/', parent.size()));
  }
  return path.substr(0, path.find('/'));
}

TEST(PrivateNames, AreThoseOfOneFile) {
  const std::vector<std::string> libraries{"schemas", "parser", "validator", "tools"};
  std::map<std::string, std::map<std::string, std::string>> programs;
  for (const fs::path& file :
       test::files_under({"schemas", "parser", "validator", "tools", "tests"}, {".cpp", ".h"}))
    programs[program_of(file)][file.generic_string()] = test::contents(file);
  EXPECT_GT(programs.size(), 8U);
  for (const fs::path& file : test::files_under(libraries, {".h"})) {
    for (auto& [program, sources] : programs)
      sources.emplace(file.generic_string(), test::contents(file));
  }
  for (const auto& [program, sources] : programs)
    EXPECT_THAT(test::private_clashes(sources), IsEmpty()) << program;
}

}  // namespace
}  // namespace tradereport
