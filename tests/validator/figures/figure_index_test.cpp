// Figures by what they say something of.
#include "validator/figures/figure_index.h"

#include <gtest/gtest.h>

#include "tests/validator/report_builder.h"

namespace tradereport::validator::test {
namespace {

TEST(FigureIndex, FindsWhatTheTablesPrintOfAClaim) {
  const Report& report = may_2024();
  const FigureIndex figures(report);
  ASSERT_FALSE(report.claims.empty());
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    const FigureKey& key = report.claims[i].key;
    EXPECT_EQ(figures.of_claim(i), figures.series(key));
    std::vector<const Figure*> expected;
    for (const Figure& figure : report.figures) {
      if (figure.key.flow == key.flow && figure.key.row == key.row && figure.key.span == key.span &&
          figure.key.measure == key.measure)
        expected.push_back(&figure);
    }
    std::vector<const Figure*> found;
    for (const Figure* figure = figures.first(figures.of_claim(i), key.measure); figure != nullptr;
         figure = figures.next(*figure))
      found.push_back(figure);
    EXPECT_EQ(found, expected) << i;
  }
}

TEST(FigureIndex, NothingIsPrinted) {
  const FigureIndex figures(may_2024());
  EXPECT_EQ(figures.series({"export", "nothing", Span::month}), -1);
  EXPECT_EQ(figures.first(-1, Measure::value), nullptr);
}

TEST(FigureIndex, TwoFiguresOfOneThingContradictEachOther) {
  const Report report = ReportBuilder()
                            .row("table2 month export 木制品 value=0.4")
                            .row("table4 month export 木制品 value=0.4")
                            .row("table2 ytd export 木制品 value=2.4")
                            .row("table2 ytd export 木制品 value=2.7")
                            .report();
  const FigureIndex figures(report);
  EXPECT_FALSE(figures.contradictory(figures.of_figure(0)));
  EXPECT_TRUE(figures.contradictory(figures.of_figure(2)));
}

}  // namespace
}  // namespace tradereport::validator::test
