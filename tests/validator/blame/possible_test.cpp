// What could be printed, against trying every decimal.
#include "validator/blame/possible.h"

#include <gtest/gtest.h>

#include "tests/sanitized.h"
#include "tests/validator/outcomes.h"
#include "tests/validator/report_builder.h"

namespace tradereport::validator::test {
namespace {

TEST(Possible, AgreesWithTryingEveryDecimal) {
  Report report = may_2024();
  report.claims.clear();
  report.lists.clear();
  const std::pair<const char*, Measure> cases[] = {{"净出口额", Measure::change},
                                                   {"净出口额", Measure::value},
                                                   {"出口额", Measure::growth},
                                                   {"出口额", Measure::share},
                                                   {"进口额", Measure::value}};
  for (const auto& [row, measure] : cases) {
    SCOPED_TRACE(row + std::string(to_string(measure)));
    Figure& item = figure(report, "table1", Span::month, row, measure);
    const System system = system_of(report);
    Solver solver(system);
    const int observation = system.observation_of(&item);
    const auto bounds = possible_decimals(system, solver, observation, {observation});
    ASSERT_TRUE(bounds && bounds->lo && bounds->hi);
    EXPECT_TRUE(bounds->contains(item.value.value()));
    const Decimal printed = item.value;
    for (std::int64_t step = -12; step <= 12; step += kOneIn) {
      item.value = Decimal(printed.unscaled() + step, 1);
      const System changed = system_of(report);
      const bool fits =
          decide_exactly(rational_rows(changed.integers), static_cast<int>(changed.unknowns.size()))
              .index() == 0;
      EXPECT_EQ(fits, bounds->contains(item.value.value())) << item.value.to_string();
      item.value = printed;
    }
  }
}

TEST(Possible, AnUnboundedEndIsLeftOpen) {
  const Report report =
      ReportBuilder().row("table2 month export 木制品 value=0.4 growth=10.0").report();
  const System system = system_of(report);
  Solver solver(system);
  const auto level = possible_decimals(system, solver, 0, {0});
  ASSERT_TRUE(level);
  EXPECT_EQ(level->lo, Rational(0));
  EXPECT_FALSE(level->hi);
  const auto growth = possible_decimals(system, solver, 1, {1});
  ASSERT_TRUE(growth);
  EXPECT_EQ(growth->lo, Rational(-100));
  EXPECT_FALSE(growth->hi);
}

}  // namespace
}  // namespace tradereport::validator::test
