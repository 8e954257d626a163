// What is sentence and what is note.
#include "parser/layout/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/layout/furniture.h"
#include "parser/pages/lines.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Layout layout_of(std::string_view text) {
  std::optional<Document> document = lines_of(text);
  const std::vector<LineRole> roles = take_out_furniture(*document, test::beijing());
  return lay_out(*document, roles, test::beijing());
}

std::vector<std::string> block_texts(const std::vector<Text>& blocks) {
  std::vector<std::string> out;
  for (const Text& block : blocks) out.push_back(block.utf8);
  return out;
}

// A line that begins with 注 within an open bracket was taken for a note, and the rest of its
// sentence with it.
TEST(Layout, ANoteInBracketsGoesOnWithItsSentence) {
  const Layout layout = layout_of(
      "2024年5月，北京市出口 74.7亿美元（占全国出口份额为2.5%，\n"
      "注：贸易份额为北京市该类贸易额的比重），同比上升15.7%。\n");
  EXPECT_THAT(block_texts(layout.narrative),
              ElementsAre("2024年5月,北京市出口74.7亿美元(占全国出口份额为2.5%,"
                          "注:贸易份额为北京市该类贸易额的比重),同比上升15.7%。"));
  EXPECT_THAT(block_texts(layout.notes), IsEmpty());
}

TEST(Layout, ABracketThatIsNeverClosedEndsWithItsSentence) {
  const Layout layout = layout_of(
      "2024年5月，北京市出口 74.7亿美元（占全国出口份额为2.5%，同比上升15.7%。\n"
      "注：贸易份额为北京市该类贸易额的比重。\n");
  EXPECT_THAT(block_texts(layout.notes), ElementsAre("注:贸易份额为北京市该类贸易额的比重。"));
}

}  // namespace
}  // namespace tradereport::parser
