#include "validator/findings/describe.h"

#include <gtest/gtest.h>

#include <utility>

namespace tradereport {
namespace {

TEST(Describe, FigureOfATable) {
  const FigureKey key{"table2", Span::month, "export", "", 0, "电子设备", Measure::growth};
  EXPECT_EQ(validator::describe(key, Language::en), "table 2, 电子设备, month, growth");
  EXPECT_EQ(validator::describe(key, Language::zh), "表2“电子设备”当月同比增速");
}

TEST(Describe, FigureOfTheTextSaysItsFlow) {
  FigureKey key{"text", Span::ytd, "import", "", 0, "电子设备", Measure::value};
  EXPECT_EQ(validator::describe(key, Language::en),
            "the text, imports, 电子设备, year to date, value");
  EXPECT_EQ(validator::describe(key, Language::zh), "正文进口“电子设备”累计绝对值");
  key.row = "进口额";
  EXPECT_EQ(validator::describe(key, Language::zh), "正文“进口额”累计绝对值");
}

TEST(Describe, UnknownIdsStayAsTheyAre) {
  EXPECT_EQ(validator::describe_place("table12", Language::en), "table 12");
  EXPECT_EQ(validator::describe_place("tableau", Language::en), "tableau");
  EXPECT_EQ(validator::describe_place("table", Language::zh), "table");
  EXPECT_EQ(validator::describe_place("", Language::en), "");
}

TEST(Describe, ArgumentsOfOneLanguage) {
  const std::map<std::string, std::string> args{{"a", "1"}, {"b.en", "two"}, {"b.zh", "二"}};
  EXPECT_EQ(validator::arguments_for(args, Language::en),
            (std::map<std::string, std::string>{{"a", "1"}, {"b", "two"}}));
  EXPECT_EQ(validator::arguments_for(args, Language::zh),
            (std::map<std::string, std::string>{{"a", "1"}, {"b", "二"}}));
}

// An entry of a ranking may be greater than the next: that it is proves nothing.
TEST(Describe, ARelationThatHoldsIsNotShown) {
  Finding finding;
  finding.rule = "M01";
  FindingRelation& relation = finding.relations.emplace_back();
  relation.sort = RelationSort::ranking;
  relation.items.resize(2);
  relation.left = Bounds(Interval{2, 3});
  relation.right = Bounds(Interval{0, 1});
  relation.equal = false;
  EXPECT_EQ(validator::shown_relation(finding), nullptr);
  relation.equal = true;
  EXPECT_EQ(validator::shown_relation(finding), &relation);
  std::swap(relation.left, relation.right);
  relation.equal = false;
  EXPECT_EQ(validator::shown_relation(finding), &relation);
}

}  // namespace
}  // namespace tradereport
