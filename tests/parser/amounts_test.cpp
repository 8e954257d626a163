// The items of lists of amounts and rates.
#include "parser/amounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::beijing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "value unit direction", "±" where the number has a sign of its own.
std::vector<std::string> amounts(std::string_view text) {
  std::vector<std::string> out;
  for (const Amount& a : read_amounts(beijing(), text)) {
    std::string item = a.value.to_string();
    if (a.has_sign) item += " ±";
    if (a.unit != nullptr) item += " " + a.unit->id;
    if (a.flat) item += " flat";
    if (a.direction != 0) item += a.direction > 0 ? " up" : " down";
    if (!a.direction_word.empty()) item += " " + a.direction_word;
    out.push_back(item);
  }
  return out;
}

TEST(Amounts, Lists) {
  EXPECT_THAT(amounts("28.3亿美元、25.5亿美元和7.8亿美元"),
              ElementsAre("28.3 亿美元", "25.5 亿美元", "7.8 亿美元"));
  EXPECT_THAT(amounts("2.2%,46.5%和2.4%"), ElementsAre("2.2 %", "46.5 %", "2.4 %"));
  EXPECT_THAT(amounts("-24.3%、19.4%"), ElementsAre("-24.3 ± %", "19.4 %"));
  EXPECT_THAT(amounts("+1.5%"), ElementsAre("1.5 ± %"));
  EXPECT_THAT(amounts(""), IsEmpty());
  EXPECT_THAT(amounts("没有"), IsEmpty());
}

TEST(Amounts, TheUnitAtTheEndIsThatOfAll) {
  EXPECT_THAT(amounts("28.3、25.5和7.8亿美元"),
              ElementsAre("28.3 亿美元", "25.5 亿美元", "7.8 亿美元"));
  EXPECT_THAT(amounts("28.3,25.5,7.8%"), ElementsAre("28.3 %", "25.5 %", "7.8 %"));
  EXPECT_THAT(amounts("28.3亿美元、25.5"), ElementsAre("28.3 亿美元", "25.5"));
}

TEST(Amounts, DirectionsHoldUntilTheNext) {
  EXPECT_THAT(amounts("上升1.5%和2.5%"), ElementsAre("1.5 % up 上升", "2.5 % up 上升"));
  EXPECT_THAT(amounts("上升1.5%和下降2.5%"), ElementsAre("1.5 % up 上升", "2.5 % down 下降"));
  EXPECT_THAT(amounts("上升-1.6%"), ElementsAre("-1.6 ± % up 上升"));
  EXPECT_THAT(amounts("负增长1.6%"), ElementsAre("1.6 % down 负增长"));
}

TEST(Amounts, Flat) {
  EXPECT_THAT(amounts("下降1.6%和持平"), ElementsAre("1.6 % down 下降", "0.0 flat 持平"));
  EXPECT_THAT(amounts("零增长"), ElementsAre("0.0 flat 零增长"));
}

TEST(Amounts, OtherUnits) {
  EXPECT_THAT(amounts("74.7万美元"), ElementsAre("74.7 other"));
  EXPECT_THAT(amounts("74.7亿元"), ElementsAre("74.7 other"));
  EXPECT_THAT(amounts("1,845.4亿美元"), ElementsAre("1845.4 亿美元"));
}

TEST(Amounts, TooManyDigitsMakeTheListInvalid) {
  EXPECT_THAT(amounts("1.5%、1234567890123456789%"), IsEmpty());
}

TEST(Amounts, Positions) {
  const std::string text = "为-24.3%、19.4亿美元";
  const std::vector<Amount> list = read_amounts(beijing(), text);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(text.substr(list[0].begin, list[0].end - list[0].begin), "-24.3");
  EXPECT_EQ(text.substr(list[0].end, list[0].item_end - list[0].end), "%");
  EXPECT_EQ(text.substr(list[1].begin, list[1].item_end - list[1].begin), "19.4亿美元");
}

}  // namespace
}  // namespace tradereport::parser
