// Families whose words are written apart: blanks, capitals, names, full stops.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/grammar/names.h"
#include "parser/grammar/pattern.h"
#include "parser/grammar/text_slots.h"
#include "parser/narrative/sentence.h"

namespace tradereport::parser {
namespace {

using testing::ElementsAre;

Pattern alphabetic_pattern(std::string_view say) {
  Family family;
  family.alphabetic = true;
  family.months = {{"May", 5}, {"September", 9}, {"Sep", 9}};
  family.separators = ",? and|,";
  Unit percent;
  percent.id = percent.say = "%";
  percent.percent = true;
  family.units = {percent};
  std::string error;
  const std::string translated = translate(say, text_syntax(family), error);
  EXPECT_EQ(error, "");
  return {translated, {true, false}};
}

TEST(Alphabetic, BlanksMayBeThereOrNot) {
  const Pattern caption = alphabetic_pattern("Table 1 [.:]? Monthly arrivals");
  EXPECT_TRUE(caption.matches_all("Table 1.Monthly arrivals"));
  EXPECT_TRUE(caption.matches_all("Table 1 Monthly arrivals"));
  EXPECT_TRUE(caption.matches_all("TABLE1: MONTHLY ARRIVALS"));
  EXPECT_FALSE(caption.matches_all("Table 2.Monthly arrivals"));
}

TEST(Alphabetic, BlanksWithinBracketsAreThemselves) {
  EXPECT_TRUE(alphabetic_pattern("a[ _]b").matches_all("a b"));
  EXPECT_FALSE(alphabetic_pattern("a[ _]b").matches_all("ab"));
}

TEST(Alphabetic, TheLongerNameOfAMonth) {
  EXPECT_EQ(alphabetic_pattern("{month}").match_at("September 2023", 0), 9U);
}

TEST(Alphabetic, ListsOfPercentages) {
  EXPECT_TRUE(alphabetic_pattern("{percents}").matches_all("12%,7%, 6% and 6%"));
  EXPECT_TRUE(alphabetic_pattern("{percents}").matches_all("23%,11%,and 7 %"));
  EXPECT_FALSE(alphabetic_pattern("{percents}").matches_all("23%,11%,and"));
}

TEST(Alphabetic, CountsNeedNoUnit) {
  EXPECT_TRUE(alphabetic_pattern("reached {counts}").matches_all("reached 767,913"));
}

std::string name_at(std::string_view text, std::size_t at) {
  NameIndex names(true);
  names.add("countries", "United Kingdom", "United Kingdom");
  names.add("countries", "United Kingdom", "UK");
  names.add("countries", "Oman", "Oman");
  names.add("countries", "India", "India");
  std::string name;
  return names.match_at(text, at, &name) > 0 ? name : "";
}

TEST(Alphabetic, NamesAreWholeWords) {
  EXPECT_EQ(name_at("the UNITED kingdom,", 4), "United Kingdom");
  EXPECT_EQ(name_at("UnitedKingdom", 0), "United Kingdom");
  EXPECT_EQ(name_at("the UK.", 4), "United Kingdom");
  EXPECT_EQ(name_at("Indian tourists", 0), "");
  EXPECT_EQ(name_at("woman", 1), "");
}

std::vector<std::string> alphabetic_sentences(std::string_view text) {
  std::vector<std::string> found;
  for (const auto& [begin, end] : sentences_of(text, true))
    found.emplace_back(text.substr(begin, end - begin));
  return found;
}

TEST(Alphabetic, SentencesEndBeforeACapital) {
  EXPECT_THAT(alphabetic_sentences("143,039 visitors.This is 1.5 more.The end."),
              ElementsAre("143,039 visitors", "This is 1.5 more", "The end"));
  EXPECT_THAT(alphabetic_sentences("The U.S. Census of www.site.org"),
              ElementsAre("The U.S. Census of www.site.org"));
}

}  // namespace
}  // namespace tradereport::parser
