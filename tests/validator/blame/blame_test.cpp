// The smallest sets of wrong figures.
#include "validator/blame/blame.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "tests/sanitized.h"
#include "tests/validator/outcomes.h"
#include "tests/validator/report_builder.h"

namespace tradereport::validator::test {
namespace {

// Without the observations there are levels, and no conflict is left.
bool repairs(const System& system, const std::vector<int>& set) {
  std::vector<bool> excluded(system.observations.size(), false);
  for (const int observation : set) excluded[static_cast<std::size_t>(observation)] = true;
  for (const auto& conflict : system.printed_conflicts) {
    if (std::none_of(conflict.begin(), conflict.end(), [&](int observation) {
          return excluded[static_cast<std::size_t>(observation)];
        }))
      return false;
  }
  return decide_exactly(rational_rows(system.integers), static_cast<int>(system.unknowns.size()),
                        excluded)
             .index() == 0;
}

TEST(Blame, RealReportNeedsOneCorrection) {
  const Report report = may_2024();
  const System system = system_of(report);
  Solver solver(system);
  const Blame blame = find_blame(system, solver);
  ASSERT_EQ(blame.sets.size(), 1U);
  ASSERT_EQ(blame.sets.front().size(), 1U);
  const Figure& figure =
      *system.observations[static_cast<std::size_t>(blame.sets.front().front())].figure();
  EXPECT_EQ(figure.key.place, "text");
  EXPECT_EQ(figure.printed, "-24.3");
  EXPECT_TRUE(blame.complete);
}

TEST(Blame, TablesOfTheRealReportArePossible) {
  Report report = may_2024();
  report.claims.clear();
  const System system = system_of(report);
  Solver solver(system);
  EXPECT_TRUE(find_blame(system, solver).possible());
}

TEST(Blame, FindsTwoMistakesApart) {
  Report report = may_2024();
  report.claims.clear();
  misprint(report, "table1", Span::month, "净出口额", Measure::change, "61.3");
  misprint(report, "table5", Span::ytd, "加拿大", Measure::value, "49.4");
  const System system = system_of(report);
  Solver solver(system);
  const Blame blame = find_blame(system, solver);
  ASSERT_FALSE(blame.sets.empty());
  EXPECT_TRUE(blame.complete);
  for (const auto& set : blame.sets) EXPECT_EQ(set.size(), 2U);
}

// Every smallest set repairs, and none that the search leaves out does (single mistakes).
TEST(Blame, AgreesWithTryingEveryFigure) {
  std::mt19937 random(7);
  const int wanted = kOneIn == 1 ? 6 : 2;
  int impossible = 0;
  for (std::uint32_t seed = 0; impossible < wanted && seed < 60; ++seed) {
    Report report = may_2024();
    report.claims.clear();
    report.lists.clear();
    Figure& figure = report.figures[random() % report.figures.size()];
    figure.value = Decimal(figure.value.unscaled() + static_cast<int>(random() % 400) - 200, 1);
    const System system = system_of(report);
    Solver solver(system);
    const Blame blame = find_blame(system, solver);
    if (blame.possible()) continue;
    ++impossible;
    ASSERT_EQ(blame.sets.front().size(), 1U);
    std::vector<std::vector<int>> expected;
    for (int i = 0; i < static_cast<int>(system.observations.size()); ++i) {
      solver.exclude({i});
      if (solver.decide().index() == 0 && system.printed_conflicts.empty()) expected.push_back({i});
    }
    solver.exclude({});
    EXPECT_EQ(blame.sets, expected);
    EXPECT_TRUE(repairs(system, blame.sets.front()));
    EXPECT_TRUE(std::find(blame.sets.begin(), blame.sets.end(),
                          std::vector<int>{system.observation_of(&figure)}) != blame.sets.end());
  }
  EXPECT_EQ(impossible, wanted);
}

TEST(Blame, DISABLED_Timing) {
  using Clock = std::chrono::steady_clock;
  std::mt19937 random(7);
  for (int mistakes = 1; mistakes <= 5; ++mistakes) {
    double total = 0, worst = 0;
    int impossible = 0, exactly = 0, decided = 0, complete = 0;
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
      Report report = consistent_report(seed);
      std::vector<const Figure*> wrong;
      for (int i = 0; i < mistakes; ++i) {
        Figure& figure = report.figures[random() % report.figures.size()];
        figure.value = Decimal(figure.value.unscaled() + static_cast<int>(random() % 400) - 200, 1);
        wrong.push_back(&figure);
      }
      const auto t0 = Clock::now();
      const System system = system_of(report);
      Solver solver(system);
      const Blame blame = find_blame(system, solver);
      const double ms = std::chrono::duration<double, std::milli>(Clock::now() - t0).count();
      if (blame.possible()) continue;
      ++impossible;
      total += ms;
      worst = std::max(worst, ms);
      exactly += solver.decided_exactly();
      decided += solver.decided();
      complete += blame.complete;
    }
    std::printf(
        "%d mistakes: %d impossible, %.1f ms, worst %.1f; %d decided, %d exactly, %d complete\n",
        mistakes, impossible, total / impossible, worst, decided, exactly, complete);
  }
}

}  // namespace
}  // namespace tradereport::validator::test
