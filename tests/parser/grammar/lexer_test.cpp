// The tokens of sentences, and what they say.
#include "parser/grammar/lexer.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/narrative/sentence.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::beijing;
using test::tourism;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string kind_of(const Token& token) {
  switch (token.kind) {
    case Token::Kind::name:
      return "name";
    case Token::Kind::period:
      return "period";
    case Token::Kind::base:
      return "base";
    case Token::Kind::period_or_base:
      return "period or base";
    case Token::Kind::flow:
      return fmt::format("{}{}{}", token.flow.sign < 0 ? "-" : "", token.flow.flow->id,
                         token.flow.weak ? "?" : "");
    case Token::Kind::figure:
      break;
  }
  const FigureToken& figure = token.figure;
  std::string said = figure.value ? figure.value->to_string() : "too long";
  if (figure.has_sign) said += " ±";
  if (figure.unit != nullptr) said += " " + figure.unit->id;
  if (figure.flat) said += " flat";
  if (figure.direction != 0) said += figure.direction > 0 ? " up" : " down";
  return said;
}

// "text: what it is", one a token.
std::vector<std::string> tokens(const Grammar& grammar, std::string_view text, Coding coding) {
  const Stretch stretch = code_sentence(text, grammar.names);
  const CodedSentence sentence = grammar.lexer.read(stretch.coded, coding);
  std::vector<std::string> out;
  for (const Token& token : sentence.tokens_in({0, stretch.coded.size()})) {
    const std::size_t begin = stretch.text_begin(token.at.begin);
    out.push_back(fmt::format("{}: {}", text.substr(begin, stretch.text_end(token.at.end) - begin),
                              kind_of(token)));
  }
  return out;
}

std::vector<std::string> tokens(std::string_view text) {
  return tokens(beijing(), text, Coding::tokens);
}

TEST(Lexer, ASentence) {
  EXPECT_THAT(tokens("2024年5月,北京对美国出口74.7亿美元,同比下降1.6%"),
              ElementsAre("2024年5月: period or base", "美国: name", "出口: export",
                          "74.7亿美元: 74.7 亿美元", "下降1.6%: 1.6 % down"));
  EXPECT_THAT(tokens("前三大出口产品为电子设备和矿产品,分别出口28.3、25.5亿美元"),
              ElementsAre("出口: export", "电子设备: name", "矿产品: name", "出口: export",
                          "28.3: 28.3", "25.5亿美元: 25.5 亿美元"));
  EXPECT_THAT(tokens(""), IsEmpty());
  EXPECT_THAT(tokens("没有"), IsEmpty());
}

// In the words of a sentence only names and figures are tokens.
TEST(Lexer, Words) {
  EXPECT_THAT(tokens(beijing(), "2024年5月美国出口74.7亿美元", Coding::words),
              ElementsAre("2024: 2024", "5: 5", "美国: name", "74.7亿美元: 74.7 亿美元"));
}

TEST(Lexer, Figures) {
  EXPECT_THAT(tokens("-24.3%、+19.4%"), ElementsAre("-24.3%: -24.3 ± %", "+19.4%: 19.4 ± %"));
  EXPECT_THAT(tokens("上升1.5%和2.5%"), ElementsAre("上升1.5%: 1.5 % up", "2.5%: 2.5 %"));
  EXPECT_THAT(tokens("负增长1.6%和持平"), ElementsAre("负增长1.6%: 1.6 % down", "持平: 0.0 flat"));
  EXPECT_THAT(tokens("74.7万美元"), ElementsAre("74.7万美元: 74.7 万美元"));
  EXPECT_THAT(tokens("1,845.4亿美元"), ElementsAre("1,845.4亿美元: 1845.4 亿美元"));
  EXPECT_THAT(tokens("1234567890123456789%"), ElementsAre("1234567890123456789%: too long %"));
  // A direction belongs to a number only where it touches it.
  EXPECT_THAT(tokens("下降至1.6%"), ElementsAre("1.6%: 1.6 %"));
}

TEST(Lexer, TheLongestOfThoseThatBeginFirst) {
  EXPECT_THAT(tokens("累计进出口"), ElementsAre("累计进出口: total"));
  EXPECT_THAT(tokens("2023年同期"), ElementsAre("2023年同期: base"));
  EXPECT_THAT(tokens("2023年"), ElementsAre("2023年: period or base"));
  EXPECT_THAT(tokens("净进口"), ElementsAre("净进口: -net"));
  EXPECT_THAT(tokens("贸易"), ElementsAre("贸易: total?"));
  EXPECT_THAT(tokens("12024年5月"), ElementsAre("12024: 12024", "5月: period"));
}

TEST(Lexer, WordsThatPhrasesSpell) {
  Lexer lexer{beijing().vocabulary()};
  EXPECT_FALSE(lexer.code_of_word("同期份额"));
  EXPECT_FALSE(lexer.code_of_word("美丽"));
  const auto code = lexer.code_of_word("同期");
  ASSERT_TRUE(code);
  EXPECT_EQ(code, lexer.code_of_word("同期"));
  EXPECT_EQ(lexer.read("同期", Coding::tokens).code(), to_utf8(*code));
  EXPECT_NE(lexer.read("上年同期", Coding::tokens).code(), to_utf8(*code));
}

TEST(Lexer, TheWayBack) {
  const std::string text = "出口74.7亿美元,";
  const CodedSentence sentence = beijing().lexer.read(text, Coding::tokens);
  EXPECT_EQ(sentence.code_at(0), 0u);
  EXPECT_EQ(sentence.code_at(3), std::nullopt);  // within 出口
  EXPECT_EQ(sentence.code_at(6), 4u);
  EXPECT_EQ(sentence.code_at(7), std::nullopt);  // within the figure
  EXPECT_EQ(sentence.code_at(text.size() - 1), 8u);
  EXPECT_EQ(sentence.text_at(8), text.size() - 1);
  EXPECT_EQ(sentence.text_at(9), text.size());
  // A phrase of words has ended within 出口.
  EXPECT_EQ(beijing().lexer.read(text, Coding::tokens, 3).code_at(3), 0u);
}

TEST(Lexer, WordsWrittenApart) {
  EXPECT_THAT(tokens(tourism(), "arrivals reached 208,253, up by 102.9% on March", Coding::tokens),
              ElementsAre("208,253: 208253", "up by 102.9%: 102.9 % up"));
  // A percentage is no count, whatever the words before it want.
  EXPECT_THAT(tokens(tourism(), "reaching 43% of 2,000 tourists", Coding::words),
              ElementsAre("43%: 43 %", "2,000 tourists: 2000 arrivals"));
}

}  // namespace
}  // namespace tradereport::parser
