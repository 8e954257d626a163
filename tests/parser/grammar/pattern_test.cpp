// The patterns of a family, with its words and slots.
#include "parser/grammar/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/grammar/text_slots.h"
#include "parser/reader.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Family small_family() {
  Family family;
  family.words = {{"region", "Beijing|the city"},
                  {"nested", "all of {region}"},
                  {"loop", "a{loop}"},
                  {"ping", "{pong}"},
                  {"pong", "{ping}"}};
  family.numbers = {{"ten", 10}, {"eleven", 11}, {"one", 1}};
  family.flows = {{"export", "Exports", "exports?", "", "", ""},
                  {"net", "Net", "net", "deficit", "", ""}};
  family.units = {{"m", "m\\$", false, false}, {"%", "%", true, false}, {"e", "EUR", false, true}};
  family.separators = "[,]|and";
  family.respectively = "each";
  family.direction = {"up", "down", "flat", "", {}};
  family.periods = {{"(?P<year>\\d{4})-(?P<to>\\d\\d)", {}, 0, 0, 0}};
  return family;
}

// What is wrong with a pattern, by the translation or by RE2.
std::string error_of(std::string_view say) {
  std::string error;
  const std::string translated = translate(say, text_syntax(small_family()), error);
  return error.empty() ? Pattern(translated, {}).error() : error;
}

Pattern compiled(std::string_view say) {
  std::string error;
  Pattern pattern(translate(say, text_syntax(small_family()), error), {});
  EXPECT_THAT(error + pattern.error(), IsEmpty()) << say;
  return pattern;
}

bool matches(std::string_view say, std::string_view text) {
  return compiled(say).matches_all(text);
}

TEST(Pattern, BlanksAreIgnored) {
  EXPECT_TRUE(matches("Table 1 [:]? total", "Table1:total"));
  EXPECT_TRUE(matches("a ?b", "b"));
  EXPECT_TRUE(matches("a\\ b", "a b"));
  EXPECT_TRUE(matches("a[ ]b", "a b"));
  EXPECT_FALSE(matches("a b", "a b"));
}

TEST(Pattern, Words) {
  EXPECT_TRUE(matches("in {region}?", "in"));
  EXPECT_TRUE(matches("in {region}?", "inBeijing"));
  EXPECT_TRUE(matches("{nested}", "allofthecity"));
}

TEST(Pattern, OtherBracesStay) {
  EXPECT_TRUE(matches("\\d{4}", "2024"));
  EXPECT_TRUE(matches("a{2,}", "aaa"));
  EXPECT_TRUE(matches("\\x{4E00}", "一"));
  EXPECT_TRUE(matches("\\{region}", "{region}"));
  EXPECT_TRUE(matches("a{,2}", "a{,2}"));
}

TEST(Pattern, Slots) {
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

TEST(Pattern, Find) {
  const Pattern pattern = compiled("b+");
  EXPECT_EQ(pattern.find("aabbb", 0).begin, 2u);
  EXPECT_EQ(pattern.find("aabbb", 0).end, 5u);
  EXPECT_TRUE(pattern.find("aabbb", 5).empty());
}

TEST(Pattern, AnEmptyMatchIsNone) {
  EXPECT_EQ(compiled("b*").match_at("aa", 0), 0u);
}

TEST(Pattern, APatternThatWasNeverMadeMatchesNothing) {
  const Pattern none;
  EXPECT_FALSE(none.matches_all(""));
  EXPECT_EQ(none.match_at("a", 0), 0u);
  EXPECT_TRUE(none.find("a", 0).empty());
}

TEST(Pattern, ListsThatTheFamilyLeavesEmptyMatchNothing) {
  std::string error;
  const Pattern pattern(translate("a{period}", text_syntax(Family{}), error), {});
  EXPECT_THAT(error + pattern.error(), IsEmpty());
  EXPECT_FALSE(pattern.matches_all("a"));
  EXPECT_FALSE(pattern.matches_all("a2024"));
}

TEST(PatternErrors, NameTheFragment) {
  EXPECT_EQ(error_of("in {nowhere}"), "there is no word or slot {nowhere}");
  EXPECT_EQ(error_of("{region"), "'{' without '}' in '{region'");
  EXPECT_EQ(error_of("{loop}"), "{loop} contains itself");
  EXPECT_THAT(error_of("{ping}"), HasSubstr("contains itself"));
}

TEST(PatternErrors, NameWhatCannotBeRead) {
  for (const auto& [say, fragment] :
       {std::pair{"a(b", "a(?:b"}, std::pair{"x[b", "[b"}, std::pair{"a**", "**"},
        std::pair{"(?<=a)b", "(?<"}, std::pair{"a\\", "\\"}, std::pair{"a)b", ")b"},
        std::pair{"*a", "*"}, std::pair{"a\\q", "\\q"}, std::pair{"\\x{110000}", "\\x{110000"},
        std::pair{"[b-a]", "b-a"}, std::pair{"a{2,1}", "{2,1}"}, std::pair{"a{9999}", "{9999}"},
        std::pair{"^a", "'^'"}, std::pair{"a$", "'$'"}, std::pair{"(?P<a", "(?P<a"}})
    EXPECT_THAT(error_of(say), HasSubstr(fragment)) << say;
}

// All that is wrong with a family's patterns comes at once, each under its key.
TEST(PatternErrors, OfAFamily) {
  Family family = small_family();
  family.notes = {"fine", "bad{"};
  PhraseForm broken;
  broken.name = "broken";
  broken.say = "({nowhere}";
  broken.line = 77;
  family.phrases.push_back(broken);
  family.running_heads = {"[a"};
  const std::vector<FamilyError> errors = check_patterns(family, "f.toml");
  std::string all;
  for (const FamilyError& error : errors) all += error.to_string() + "\n";
  EXPECT_THAT(all, HasSubstr("f.toml:77: phrase 'broken'"));
  EXPECT_THAT(all, HasSubstr("{nowhere}"));
  EXPECT_THAT(all, HasSubstr("lines.running_heads[1]"));
  EXPECT_THAT(all, Not(HasSubstr("lines.notes[1]")));
}

TEST(PatternErrors, BundledFamiliesHaveNone) {
  for (const auto& [name, toml] : bundled_families()) {
    const FamilyLoad load = load_family(toml, name);
    ASSERT_TRUE(load.family) << name;
    for (const FamilyError& error : check_patterns(*load.family, name))
      ADD_FAILURE() << error.to_string();
  }
}

TEST(Pattern, DeepGroupsEnd) {
  const std::string deep = std::string(5000, '(') + "a" + std::string(5000, ')');
  EXPECT_TRUE(error_of(deep).empty() ? matches(deep, "a") : !matches("b", "a"));
}

TEST(Pattern, AlternativesAreLiteral) {
  const std::string either = alternatives({"a.b", "c|d"});
  EXPECT_TRUE(matches(either, "a.b"));
  EXPECT_TRUE(matches(either, "c|d"));
  EXPECT_FALSE(matches(either, "axb"));
  EXPECT_EQ(alternatives({}), "");
}

// Ways to match that multiply do not cost time.
TEST(Pattern, ManyWaysToMatch) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "ab";
  EXPECT_FALSE(matches("(?:a|b|ab|(?:ab)*)*c", text));
  EXPECT_TRUE(matches("(?:a|b|ab|(?:ab)*)*", text));
}

}  // namespace
}  // namespace tradereport::parser
