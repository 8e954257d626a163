// Sentences made ready for the phrase grammar, and the way back.
#include "parser/narrative/sentence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::beijing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Names as "<name>", brackets as "(…)" after the stretch that they were taken from.
std::string shown(const Stretch& stretch) {
  std::string out;
  std::size_t name = 0;
  std::size_t inner = 0;
  for (std::size_t at = 0; at <= stretch.coded.size();) {
    while (inner < stretch.inner.size() && stretch.inner[inner].at == at)
      out += "{" + shown(stretch.inner[inner++].stretch) + "}";
    if (at == stretch.coded.size()) break;
    const std::size_t length = utf8_length(stretch.coded[at]);
    if (name < stretch.names.size() && stretch.names[name].at == at) {
      out += "<" + stretch.names[name++].name + ">";
    } else {
      out += stretch.coded.substr(at, length);
    }
    at += length;
  }
  return out;
}

std::string coded(std::string_view text) {
  return shown(code_sentence(text, beijing().names));
}

TEST(Sentence, Names) {
  EXPECT_EQ(coded("对美国和香港出口"), "对<美国>和<中国香港>出口");
  EXPECT_EQ(coded("赤道几内亚"), "<赤道几内亚>");
  EXPECT_EQ(coded("出口"), "出口");
  EXPECT_EQ(coded(""), "");
}

TEST(Sentence, Brackets) {
  EXPECT_EQ(coded("28.3亿美元(占全国2.2%),同比"), "28.3亿美元{占全国2.2%},同比");
  EXPECT_EQ(coded("甲(乙(丙)丁)戊"), "甲{乙{丙}丁}戊");
  EXPECT_EQ(coded("甲(乙)(丙)戊"), "甲{乙}{丙}戊");
  EXPECT_EQ(coded("(甲)"), "{甲}");
  EXPECT_EQ(coded("甲[注]乙"), "甲{注}乙");
  EXPECT_EQ(coded("甲()乙"), "甲{}乙");
}

TEST(Sentence, UnpairedBracketsStay) {
  EXPECT_EQ(coded("甲(乙"), "甲(乙");
  EXPECT_EQ(coded("甲)乙"), "甲)乙");
  EXPECT_EQ(coded("甲((乙)丙"), "甲({乙}丙");
  EXPECT_EQ(coded("甲(乙))丙"), "甲{乙})丙");
}

TEST(Sentence, BracketsOfNamesAreTheNames) {
  EXPECT_EQ(coded("从刚果(金)进口(占全国1.0%)"), "从<刚果(金)>进口{占全国1.0%}");
  EXPECT_EQ(coded("(刚果(布))"), "{<刚果(布)>}");
}

TEST(Sentence, DeepNestingEnds) {
  const std::string deep = std::string(5000, '(') + "x" + std::string(5000, ')');
  EXPECT_NO_FATAL_FAILURE(code_sentence(deep, beijing().names));
}

TEST(Sentence, TheWayBack) {
  const std::string text = "从刚果(金)进口(注)12.2亿";
  const Stretch stretch = code_sentence(text, beijing().names);
  const std::size_t number = stretch.coded.find("12.2");
  EXPECT_EQ(stretch.text_begin(number), text.find("12.2"));
  EXPECT_EQ(stretch.text_end(number + 4), text.find("12.2") + 4);
  ASSERT_EQ(stretch.names.size(), 1u);
  const std::size_t name = stretch.names[0].at;
  EXPECT_EQ(text.substr(stretch.text_begin(name), 11), "刚果(金)");
  EXPECT_EQ(stretch.text_end(name + 4), text.find("进口"));
  // A range over a bracket spans it.
  EXPECT_EQ(stretch.text_begin(stretch.coded.find("进口")), text.find("进口"));
  ASSERT_EQ(stretch.inner.size(), 1u);
  EXPECT_EQ(stretch.inner[0].stretch.text_begin(0), text.find("注"));
  EXPECT_EQ(stretch.text_end(0), 0u);
}

void check(const Stretch& stretch, const std::string& text) {
  RC_ASSERT(stretch.back.size() == stretch.coded.size() + 1);
  RC_ASSERT(stretch.forth.size() == stretch.coded.size());
  for (std::size_t i = 0; i < stretch.coded.size(); ++i) {
    RC_ASSERT(stretch.back[i] < stretch.forth[i]);
    RC_ASSERT(stretch.forth[i] <= text.size());
    if (i > 0) RC_ASSERT(stretch.back[i - 1] <= stretch.back[i]);
  }
  // Whatever is no name is the text itself.
  std::size_t name = 0;
  for (std::size_t at = 0; at < stretch.coded.size();) {
    const std::size_t length = utf8_length(stretch.coded[at]);
    if (name < stretch.names.size() && stretch.names[name].at == at) {
      ++name;
    } else {
      RC_ASSERT(text.substr(stretch.text_begin(at), length) == stretch.coded.substr(at, length));
      RC_ASSERT(stretch.text_end(at + length) == stretch.text_begin(at) + length);
    }
    at += length;
  }
  for (const Stretch::Inner& inner : stretch.inner) check(inner.stretch, text);
}

RC_GTEST_PROP(SentenceProperty, EveryCharacterFindsItsWayBack, ()) {
  static const std::vector<std::string> pieces{"(",        ")",  "[",   "]", "美国",
                                               "刚果(金)", "出", "1.5", "%", ","};
  std::string text;
  for (const std::size_t pick : *rc::gen::container<std::vector<std::size_t>>(
           rc::gen::inRange<std::size_t>(0, pieces.size())))
    text += pieces[pick];
  check(code_sentence(text, beijing().names), text);
}

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& [begin, end] : sentences_of(text))
    out.push_back(text.substr(begin, end - begin));
  return out;
}

TEST(Sentences, Split) {
  EXPECT_THAT(sentences("甲。乙!丙?丁"), ElementsAre("甲", "乙", "丙", "丁"));
  EXPECT_THAT(sentences("  甲 乙。  丙"), ElementsAre("甲 乙", "丙"));
  EXPECT_THAT(sentences("甲\n乙"), ElementsAre("甲", "乙"));
  EXPECT_THAT(sentences("1.5、2.5;3"), ElementsAre("1.5、2.5;3"));
  EXPECT_THAT(sentences("。。"), IsEmpty());
  EXPECT_THAT(sentences(""), IsEmpty());
}

}  // namespace
}  // namespace tradereport::parser
