// From a family's patterns to RE2 expressions.
#include "parser/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/reader.h"
#include "tests/parser/support.h"

namespace tradereport {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

Family small_family() {
  Family family;
  family.words = {{"region", "Beijing|the city"},
                  {"nested", "all of {region}"},
                  {"loop", "a{loop}"},
                  {"ping", "{pong}"},
                  {"pong", "{ping}"}};
  family.numbers = {{"ten", 10}, {"eleven", 11}, {"one", 1}};
  family.flows = {{"export", "Exports", "exports?", "", ""}, {"net", "Net", "net", "deficit", ""}};
  family.units = {{"m", "m\\$", false, false}, {"%", "%", true, false}, {"e", "EUR", false, true}};
  family.separators = "[,]|and";
  family.respectively = "each";
  family.direction = {"up", "down", "flat"};
  family.periods = {{"(?P<year>\\d{4})-(?P<to>\\d\\d)", {}, 0, 0, 0}};
  return family;
}

std::string expand(std::string_view say) {
  static const PatternCompiler compiler(small_family());
  std::string error;
  const std::string expression = compiler.expand(say, &error);
  return error.empty() ? expression : "error: " + error;
}

bool matches(std::string_view say, std::string_view text) {
  static const PatternCompiler compiler(small_family());
  std::string error;
  const Pattern pattern = compiler.compile(say, &error);
  EXPECT_THAT(error, IsEmpty()) << say;
  return pattern.matches_all(text);
}

TEST(Pattern, BlanksAreIgnored) {
  EXPECT_EQ(expand("Table 1 [:]? total"), "Table1[:]?total");
  EXPECT_EQ(expand("  "), "");
  EXPECT_EQ(expand("a\\ b"), "a\\ b");
}

TEST(Pattern, Words) {
  EXPECT_EQ(expand("in {region}?"), "in(?:Beijing|thecity)?");
  EXPECT_EQ(expand("{nested}"), "(?:allof(?:Beijing|thecity))");
  EXPECT_TRUE(matches("in{region}", "inBeijing"));
}

TEST(Pattern, Re2BracesStay) {
  EXPECT_EQ(expand("\\d{4}"), "\\d{4}");
  EXPECT_EQ(expand("\\d{1,2}"), "\\d{1,2}");
  EXPECT_EQ(expand(".{2,}"), ".{2,}");
  EXPECT_EQ(expand("\\x{4E00}"), "\\x{4E00}");
  EXPECT_EQ(expand("\\p{Han}"), "\\p{Han}");
  EXPECT_EQ(expand("\\{region}"), "\\{region}");
}

TEST(Pattern, Slots) {
  EXPECT_EQ(expand("{respectively}"), "(?P<respectively_1>(?:each))");
  // The same slot twice gets two names.
  EXPECT_THAT(expand("{flow} {flow}"), HasSubstr("(?P<flow_2>"));
  EXPECT_TRUE(matches("{period}", "2024-05"));
  EXPECT_TRUE(matches("{flow}", "deficit"));
  EXPECT_TRUE(matches("{flows}", "exports,net"));
  EXPECT_TRUE(matches("{amounts}", "1.5,2.5and3.5m$"));
  EXPECT_TRUE(matches("{amounts}", "1.5m$,-2.5EURand1,003.5m$"));
  EXPECT_FALSE(matches("{amounts}", "1.5,2.5"));
  EXPECT_TRUE(matches("{percents}", "1.5%,2.5%"));
  EXPECT_FALSE(matches("{percents}", "1.5m$"));
  EXPECT_TRUE(matches("{changes}", "up1.5%,down2.5%andflat"));
  EXPECT_TRUE(matches("{directed_changes}", "up1.5%"));
  EXPECT_FALSE(matches("{directed_changes}", "1.5%"));
  EXPECT_TRUE(matches("{directed_amounts}", "down2.5m$"));
  EXPECT_TRUE(matches("{flat}", "flat"));
  EXPECT_TRUE(matches("top{count}", "top10"));
  EXPECT_TRUE(matches("top{count}", "topeleven"));
  EXPECT_TRUE(matches("{number}", "ten"));
  EXPECT_FALSE(matches("{number}", "10"));
  EXPECT_TRUE(matches("{unit}", "EUR"));
}

TEST(Pattern, SlotsSayWhatTheyCaught) {
  const PatternCompiler compiler(small_family());
  std::string error;
  const Pattern pattern = compiler.compile("{flow} {respectively}? {amounts}", &error);
  std::vector<SlotMatch> slots;
  const std::string text = "..exports1.5m$.";
  EXPECT_EQ(pattern.match_at(text, 2, &slots), 12u);
  ASSERT_EQ(slots.size(), 2u);
  EXPECT_EQ(slots[0].slot, "flow");
  EXPECT_EQ(text.substr(slots[0].begin, slots[0].end - slots[0].begin), "exports");
  EXPECT_EQ(slots[1].slot, "amounts");
  EXPECT_EQ(text.substr(slots[1].begin, slots[1].end - slots[1].begin), "1.5m$");
  EXPECT_EQ(pattern.match_at(text, 0, &slots), 0u);
}

TEST(Pattern, Find) {
  const Pattern pattern("b+");
  std::size_t begin = 0;
  std::size_t end = 0;
  EXPECT_TRUE(pattern.find("aabbb", 0, begin, end));
  EXPECT_EQ(begin, 2u);
  EXPECT_EQ(end, 5u);
  EXPECT_FALSE(pattern.find("aabbb", 5, begin, end));
}

TEST(Pattern, AnEmptyMatchIsNone) {
  const Pattern pattern("b*");
  EXPECT_EQ(pattern.match_at("aa", 0), 0u);
}

TEST(Pattern, APatternThatWasNeverMadeMatchesNothing) {
  const Pattern none;
  std::size_t begin = 0;
  std::size_t end = 0;
  EXPECT_FALSE(none.matches_all(""));
  EXPECT_EQ(none.match_at("a", 0), 0u);
  EXPECT_FALSE(none.find("a", 0, begin, end));
}

TEST(Pattern, ListsThatTheFamilyLeavesEmptyMatchNothing) {
  const PatternCompiler compiler{Family{}};
  std::string error;
  const Pattern pattern = compiler.compile("a{period}", &error);
  EXPECT_THAT(error, IsEmpty());
  EXPECT_FALSE(pattern.matches_all("a"));
  EXPECT_FALSE(pattern.matches_all("a2024"));
}

TEST(PatternErrors, NameTheFragment) {
  EXPECT_EQ(expand("in {nowhere}"), "error: there is no word or slot {nowhere}");
  EXPECT_EQ(expand("{region"), "error: '{' without '}' in '{region'");
  EXPECT_EQ(expand("{loop}"), "error: {loop} contains itself");
  EXPECT_THAT(expand("{ping}"), HasSubstr("contains itself"));
}

TEST(PatternErrors, Re2SaysWhatItDoesNotTake) {
  const PatternCompiler compiler(small_family());
  std::string error;
  for (const auto& [say, fragment] :
       {std::pair{"a(b", "a(b"}, std::pair{"x[b", "[b"}, std::pair{"a**", "**"},
        std::pair{"(?<=a)b", "(?<"}, std::pair{"a\\", "\\"}}) {
    const Pattern pattern = compiler.compile(say, &error);
    EXPECT_THAT(error, HasSubstr(fragment)) << say;
    EXPECT_FALSE(pattern.matches_all("ab"));
  }
}

// All that is wrong with a family's patterns comes at once, each under its key.
TEST(PatternErrors, OfAFamily) {
  Family family = small_family();
  family.notes = {"fine", "bad{"};
  family.phrases.push_back({"broken", "({nowhere}", Measure::value, false, false, false, 77});
  family.running_heads = {"[a"};
  const std::vector<FamilyError> errors = check_patterns(family, "f.toml");
  std::string all;
  for (const FamilyError& error : errors) all += error.to_string() + "\n";
  EXPECT_THAT(all, HasSubstr("f.toml:77: phrase 'broken'"));
  EXPECT_THAT(all, HasSubstr("{nowhere}"));
  EXPECT_THAT(all, HasSubstr("lines.running_heads[1]"));
  EXPECT_THAT(all, ::testing::Not(HasSubstr("lines.notes[1]")));
}

TEST(PatternErrors, BundledFamiliesHaveNone) {
  for (const auto& [name, toml] : bundled_families()) {
    const FamilyLoad load = load_family(toml, name);
    ASSERT_TRUE(load.family) << name;
    for (const FamilyError& error : check_patterns(*load.family, name))
      ADD_FAILURE() << error.to_string();
  }
}

TEST(Pattern, AlternativesAreLiteral) {
  EXPECT_TRUE(Pattern(alternatives({"a.b", "c|d"})).matches_all("a.b"));
  EXPECT_TRUE(Pattern(alternatives({"a.b", "c|d"})).matches_all("c|d"));
  EXPECT_FALSE(Pattern(alternatives({"a.b", "c|d"})).matches_all("axb"));
  EXPECT_EQ(alternatives({}), "");
}

}  // namespace
}  // namespace tradereport
