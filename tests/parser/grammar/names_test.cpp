// Names: finding the canonical one for what is printed.
#include "parser/grammar/names.h"

#include <gtest/gtest.h>

#include <string>

#include "parser/text/normalize.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::beijing;

struct SoughtName {
  const char* set;
  const char* label;
  const char* expected;  // "" for none
};

void expect_found(const std::vector<SoughtName>& cases) {
  for (const SoughtName& c : cases)
    EXPECT_EQ(beijing().names.find(c.set, c.label).value_or(""), c.expected) << c.label;
}

TEST(Names, Aliases) {
  expect_found({
      {"partners", "中国香港", "中国香港"},
      {"partners", "香港", "中国香港"},
      {"partners", "印尼", "印度尼西亚"},
      {"products", "其它制品", "其他制品"},
      {"products", "纺织、服装", "纺织服装"},
      {"blocs", "东南亚国家联盟", "东盟"},
  });
}

TEST(Names, SetsAreApart) {
  expect_found({
      {"products", "美国", ""},
      {"partners", "矿产品", ""},
      {"blocs", "德国", ""},
      {"row:table1", "出口额", "出口额"},
      {"row:table1", "出口", "出口额"},
      {"row:table2", "出口额", ""},
      {"no such set", "美国", ""},
  });
}

TEST(Names, NumberingBracketsAndMarkersDoNotMatter) {
  expect_found({
      {"partners", "1.香港", "中国香港"},
      {"partners", "10、美国", "美国"},
      {"partners", "(3)日本", "日本"},
      {"partners", "*越南", "越南"},
      {"partners", "越南*", "越南"},
      {"partners", "德国1", "德国"},
      {"partners", "(10)●日本", "日本"},
      {"partners", "日本‡(a)(b)12", "日本"},
      {"partners", "日本†:", "日本"},
      {"partners", "中国 香港", "中国香港"},
      {"partners", "　　美国　", "美国"},
      {"partners", "刚果（金）", "刚果(金)"},
      {"partners", "1. 刚果（布）", "刚果(布)"},
      {"row:table1", "净出口额（亿美元）", "净出口额"},
      {"row:table1", "净出口额(亿美元)2", "净出口额"},
      {"row:table1", "出口额：", "出口额"},
      {"products", "⽊制品", "木制品"},
  });
}

TEST(Names, StrangersStayStrangers) {
  expect_found({
      {"partners", "火星", ""},
      {"partners", "美国等", ""},
      {"partners", "北美国", ""},
      {"partners", "", ""},
      {"partners", "1.", ""},
      {"partners", "(亿美元)", ""},
      {"partners", ")", ""},
      {"partners", "日本)", ""},
      {"partners", "(日本", ""},
  });
}

TEST(Names, LettersOfEitherCase) {
  NameIndex names;
  names.add("partners", "Viet Nam", "Viet Nam");
  EXPECT_EQ(names.find("partners", "VIETNAM"), "Viet Nam");
  EXPECT_EQ(names.find("partners", "Ｖｉｅｔ　Ｎａｍ"), "Viet Nam");
}

TEST(Names, TheFirstOwnerOfASpellingKeepsIt) {
  NameIndex names;
  names.add("set", "first", "shared");
  names.add("set", "second", "shared");
  EXPECT_EQ(names.find("set", "shared"), "first");
}

TEST(Names, MatchAtTakesTheLongest) {
  const auto match = [](std::string_view text, std::size_t at) {
    std::string name;
    const std::size_t length = beijing().names.match_at(text, at, &name);
    return name + " " + std::to_string(length);
  };
  EXPECT_EQ(match("赤道几内亚和", 0), "赤道几内亚 15");
  EXPECT_EQ(match("几内亚比绍", 0), "几内亚比绍 15");
  EXPECT_EQ(match("几内亚和", 0), "几内亚 9");
  EXPECT_EQ(match("对美国出口", 3), "美国 6");
  EXPECT_EQ(match("对美国出口", 0), " 0");
  EXPECT_EQ(match("刚果(金)", 0), "刚果(金) 11");
  EXPECT_EQ(match("美", 0), " 0");
}

// Rows of a table with words that are no names elsewhere ("exports") are not looked for in text.
TEST(Names, RowsOfTablesAreNotInText) {
  NameIndex names;
  names.add("row:t", "Exports", "exports", false);
  EXPECT_EQ(names.match_at("exports", 0, nullptr), 0u);
  EXPECT_TRUE(names.find("row:t", "Exports"));
}

TEST(Names, Key) {
  EXPECT_EQ(name_key(" 中国　香港 "), "中国香港");
  EXPECT_EQ(name_key("ＵＳＡ"), "usa");
  EXPECT_EQ(name_key("⽇本"), "日本");
  EXPECT_EQ(name_key(""), "");
}

// Labels of ideographs and ASCII take a short way to the same key.
TEST(Names, KeyOfPlainLabels) {
  for (const char* label :
       {"中国 香港", "A b,C. 1 000 (x)", "1-5月", "A - b", "电子设备1.5%", "・日本"}) {
    std::string expected = normalize(label);
    std::erase(expected, ' ');
    for (char& c : expected) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    EXPECT_EQ(name_key(label), expected) << label;
  }
}

// Every canonical name and alias of the family finds its canonical name.
TEST(Names, AllOfTheFamily) {
  for (const NameSet& set : beijing().family->names) {
    for (const NameEntry& entry : set.names) {
      EXPECT_EQ(beijing().names.find(set.id, entry.name), entry.name);
      for (const std::string& alias : entry.aliases)
        EXPECT_EQ(beijing().names.find(set.id, alias), entry.name) << alias;
    }
  }
}

}  // namespace
}  // namespace tradereport::parser
