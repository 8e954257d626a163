// The worlds that other tests take for granted.
#include "tools/dev/worlds/economy.h"

#include <gtest/gtest.h>

#include <set>

#include "tools/dev/worlds/issue.h"

namespace tradereport::worlds {
namespace {

const Family& family() {
  static const Family loaded = [] {
    const auto& [file, text] = bundled_families().front();
    return *load_family(text, file).family;
  }();
  return loaded;
}

Level sum_of(const Economy& world, const std::string& table, Period period, Span span) {
  Level sum = 0;
  for (const TimeSeries& row : world.rows()) {
    if (row.table == table) sum += row.level(period, span);
  }
  return sum;
}

const Figure* figure_of(const Report& report, const std::string& place, Span span,
                        const TimeSeries& row, Measure measure) {
  return find_figure(report, {place, span, row.flow, "", 0, row.name, measure});
}

TEST(Worlds, RelationsHoldExactly) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Economy world = make_economy(family(), seed);
    for (const RelationForm& relation : family().relations) {
      if (!relation.equal || !relation.parts[0].series.ends_with("/*")) continue;
      const std::string& whole = relation.whole.series;
      const TimeSeries* const row =
          world.find(whole.substr(0, whole.find('/')), whole.substr(whole.find('/') + 1));
      ASSERT_NE(row, nullptr);
      const std::string table =
          relation.parts[0].series.substr(0, relation.parts[0].series.find('/'));
      for (const Span span : {Span::month, Span::ytd})
        EXPECT_EQ(sum_of(world, table, {2023, 11}, span), row->level({2023, 11}, span));
    }
    for (const TimeSeries& row : world.rows()) {
      if (row.nation.empty() || family().flow(row.flow)->negative != "") continue;
      EXPECT_LE(row.level({2023, 11}, Span::ytd), row.nation_level({2023, 11}, Span::ytd));
    }
  }
}

TEST(Worlds, AreTheSameEverywhere) {
  const TimeSeries row = make_economy(family(), 7).rows().front();
  std::uint64_t sum = 0;
  for (const Level level : row.region) sum = sum * 31 + static_cast<std::uint64_t>(level);
  for (const Level level : row.nation) sum = sum * 31 + static_cast<std::uint64_t>(level);
  EXPECT_EQ(sum, 1055502765865354102U);
}

TEST(Worlds, AreVaried) {
  int surplus = 0, deficit = 0, no_base = 0, tenfold = 0, collapse = 0, entered = 0;
  for (std::uint64_t number = 0; number < 200; ++number) {
    const Report report = issue_by_number(family(), number);
    std::set<std::string> month, ytd;
    int levels = 0, rates = 0;
    for (const Figure& figure : report.figures) {
      const FigureKey& key = figure.key;
      const bool net = family().flow(key.flow)->negative != "";
      if (net && key.measure == Measure::value) ++(figure.value.negative() ? deficit : surplus);
      if (key.rank > 0) (key.span == Span::month ? month : ytd).insert(key.row);
      if (key.measure == Measure::value && !net) ++levels;
      if (key.measure != Measure::growth) continue;
      ++rates;
      if (figure.value.unscaled() > 9000) ++tenfold;
      if (figure.value.unscaled() < -900) ++collapse;
    }
    no_base += levels > rates;
    entered += !month.empty() && month != ytd;
    EXPECT_EQ(report.has_month, number % 8 != 1);
    EXPECT_EQ(report.has_month, !month.empty());
  }
  EXPECT_GT(surplus, 20);
  EXPECT_GT(deficit, 100);
  EXPECT_GT(no_base, 20);
  EXPECT_GT(tenfold, 20);
  EXPECT_GT(collapse, 20);
  EXPECT_GT(entered, 50);
}

TEST(Worlds, MonthAndYearToDateAreOneInJanuary) {
  const Economy world = make_economy(family(), 3);
  const Report january = make_issue(world, family(), {2024, 1});
  const Report december = make_issue(world, family(), {2023, 12});
  const TimeSeries& row = world.rows().front();
  EXPECT_EQ(figure_of(january, row.table, Span::month, row, Measure::value)->value,
            figure_of(january, row.table, Span::ytd, row, Measure::value)->value);
  EXPECT_NE(figure_of(december, row.table, Span::month, row, Measure::value)->value,
            figure_of(december, row.table, Span::ytd, row, Measure::value)->value);
}

// As many figures as the family's real report repeats: twenty of the overview, and lists.
TEST(Worlds, TextIsThatOfTheFamily) {
  const Report report = make_issue(make_economy(family(), 5), family(), {2024, 5});
  EXPECT_EQ(report.claims.size(), 96U);
  EXPECT_EQ(report.lists.size(), 8U);
  EXPECT_LE(report.figures.size(), 226U);
  EXPECT_GT(report.figures.size(), 220U);  // but for rates without a base
  for (const Claim& claim : report.claims) {
    EXPECT_EQ(claim.direction < 0, claim.value.negative());
    EXPECT_EQ(claim.printed, claim.value.abs().to_string());
    EXPECT_EQ(claim.direction == 0, claim.direction_word.empty());
  }
}

TEST(Worlds, HalvesAreRoundedAsTheyAreToldTo) {
  EXPECT_EQ(rounded(5, 100, 1, Halves::up), Decimal(1, 1));
  EXPECT_EQ(rounded(5, 100, 1, Halves::down), Decimal(0, 1));
  EXPECT_EQ(rounded(-5, 100, 1, Halves::up), Decimal(0, 1));
  EXPECT_EQ(rounded(-5, 100, 1, Halves::away_from_zero), Decimal(-1, 1));
  EXPECT_EQ(rounded(15, 100, 1, Halves::to_even), Decimal(2, 1));
  EXPECT_EQ(rounded(25, 100, 1, Halves::to_even), Decimal(2, 1));
  EXPECT_EQ(rounded(-149, 1000, 1, Halves::up), Decimal(-1, 1));
  EXPECT_EQ(rounded(-151, 1000, 1, Halves::down), Decimal(-2, 1));
}

TEST(Worlds, NoIssueBeforeThereIsAYearAgo) {
  const Economy world = make_economy(family(), 1);
  EXPECT_THROW(make_issue(world, family(), {2017, 12}), std::invalid_argument);
  EXPECT_THROW(make_issue(world, family(), {2031, 1}), std::invalid_argument);
}

}  // namespace
}  // namespace tradereport::worlds
