#include "validator/relations/relations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/validator/report_builder.h"
#include "validator/system/contradiction.h"

namespace tradereport::validator::test {
namespace {

// Those of which the member is as wanted: their id, or what kind they are of.
template <class Member, class Wanted>
std::vector<Relation> relations_with(const Report& report, Member member, const Wanted& wanted) {
  std::vector<Relation> found = build_relations(report, family());
  std::erase_if(found, [&](const Relation& relation) { return relation.*member != wanted; });
  return found;
}

std::vector<Relation> relations_of(const Report& report, const std::string& id) {
  return relations_with(report, &Relation::id, id);
}

std::vector<Relation> relations_of(const Report& report, RelationKind kind) {
  return relations_with(report, &Relation::kind, kind);
}

TEST(Relations, SumOverACompleteTable) {
  const auto relations = relations_of(may_2024(), "export-products");
  ASSERT_EQ(relations.size(), 6U);  // two spans, three populations
  for (const Relation& relation : relations) {
    EXPECT_TRUE(relation.equal);
    EXPECT_EQ(relation.parts.size(), 9U);
  }
  EXPECT_EQ(relations[0].rule, "T03");
  EXPECT_EQ(relations[1].rule, "G01");
  EXPECT_EQ(relations[2].rule, "S01");
}

TEST(Relations, MissingRowLeavesAtLeast) {
  Report report = may_2024();
  std::erase_if(report.figures, [](const Figure& figure) {
    return figure.key.place == "table2" && figure.key.row == "木制品" &&
           figure.key.span == Span::month;
  });
  const auto relations = relations_of(report, "export-products");
  ASSERT_EQ(relations.size(), 6U);
  EXPECT_TRUE(relations[0].partial);
  EXPECT_FALSE(relations[0].equal);
  EXPECT_EQ(relations[0].parts.size(), 8U);
  EXPECT_TRUE(relations[3].equal);  // the year to date is complete
}

TEST(Relations, UnknownRowDoesNotStandInForAMissingOne) {
  // It may be the missing one under another name, or a subtotal: nothing more than "at least".
  Report report = may_2024();
  for (Figure& item : report.figures) {
    if (item.key.place == "table2" && item.key.row == "木制品") item.key.row = "木质品";
  }
  const auto renamed = relations_of(report, "export-products");
  EXPECT_FALSE(renamed.at(0).equal);
  EXPECT_TRUE(renamed.at(0).partial);
  EXPECT_EQ(renamed.at(0).parts.size(), 8U);
}

TEST(Relations, UnknownRowBesidesAllKnownOnesIsNoPart) {
  // It may be a subtotal.
  Report report = may_2024();
  Figure subtotal = figure(report, "table2", Span::month, "木制品", Measure::value);
  subtotal.key.row = "合计";
  report.figures.push_back(subtotal);
  const auto relations = relations_of(report, "export-products");
  EXPECT_FALSE(relations.at(0).equal);
  EXPECT_EQ(relations.at(0).parts.size(), 9U);
}

TEST(Relations, GroupsAndMembers) {
  EXPECT_EQ(relations_of(may_2024(), "export-partners").at(0).parts.size(), 10U);
  EXPECT_EQ(relations_of(may_2024(), "export-blocs").at(0).parts.size(), 2U);
  const auto asean = relations_of(may_2024(), "export-asean").at(0);
  std::vector<std::string> members;
  for (const RelationTerm& part : asean.parts) members.emplace_back(part.unknown.row);
  EXPECT_THAT(members, testing::ElementsAre("菲律宾", "新加坡", "印度尼西亚", "越南"));
}

TEST(Relations, MonthAndYearToDate) {
  for (const Relation& relation :
       relations_of(may_2024(), RelationKind::month_within_year_to_date)) {
    EXPECT_FALSE(relation.equal);
    EXPECT_NE(relation.whole.unknown.flow, "net");
  }
  Report january = may_2024();
  january.period.month = 1;
  bool net = false;
  for (const Relation& relation : relations_of(january, RelationKind::month_within_year_to_date)) {
    EXPECT_TRUE(relation.equal);
    net = net || relation.whole.unknown.flow == "net";
  }
  EXPECT_TRUE(net);
}

TEST(Relations, RankedLists) {
  // Four lists of ten.
  EXPECT_EQ(relations_of(may_2024(), RelationKind::ranked).size(), 36U);
}

TEST(Evidence, ThreePopulations) {
  const Report report = may_2024();
  const FigureIndex figures(report);
  const Evidence evidence(figures, family());
  Unknown unknown{"export", "出口额", Span::month, Population::this_year};
  EXPECT_EQ(to_text(evidence.of(unknown).bounds, 2), "[74.65, 74.75]");
  unknown.population = Population::last_year;  // 74.7 / 1.157
  EXPECT_EQ(to_text(evidence.of(unknown).bounds, 2), "[64.49, 64.64]");
  unknown.population = Population::nation;  // 74.7 / 0.025
  EXPECT_EQ(to_text(evidence.of(unknown).bounds, 2), "[2927.45, 3051.03]");
  unknown = {"net", "净出口额", Span::month, Population::last_year};  // -312.6 - 16.3
  EXPECT_EQ(to_text(evidence.of(unknown).bounds, 2), "[-329.00, -328.80]");
}

TEST(Evidence, DivisorThatReachesZeroLeavesOneSide) {
  const Report report =
      ReportBuilder().row("table2 month export 木制品 value=0.4 growth=-100.0 share=0.0").report();
  const FigureIndex figures(report);
  const Evidence evidence(figures, family());
  Unknown unknown{"export", "木制品", Span::month, Population::last_year};
  EXPECT_EQ(to_text(evidence.of(unknown).bounds, 0), "[700, ∞)");
  unknown.population = Population::nation;
  EXPECT_EQ(to_text(evidence.of(unknown).bounds, 0), "[700, ∞)");
}

TEST(Evidence, NothingPrinted) {
  const Report report = may_2024();
  const FigureIndex figures(report);
  const Evidence evidence(figures, family());
  EXPECT_EQ(
      to_text(evidence.of({"export", "铁矿砂", Span::month, Population::this_year}).bounds, 0),
      "[0, ∞)");
  EXPECT_EQ(to_text(evidence.of({"net", "铁矿砂", Span::month, Population::this_year}).bounds, 0),
            "(−∞, ∞)");
}

TEST(Evidence, RowPrintedTwiceWithDifferentFiguresSaysNothing) {
  const Report report = ReportBuilder()
                            .row("table2 month export 木制品 value=0.4")
                            .row("table2 month export 木制品 value=0.7")
                            .report();
  const FigureIndex figures(report);
  const Evidence evidence(figures, family());
  const Unknown unknown{"export", "木制品", Span::month, Population::this_year};
  EXPECT_EQ(to_text(evidence.of(unknown).bounds, 0), "[0, ∞)");
}

}  // namespace
}  // namespace tradereport::validator::test
