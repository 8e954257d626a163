// The fast solver against the slow one and against enumeration; certificates that lie.
#include "validator/solver/solver.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>
#include <random>

#include "tests/sanitized.h"
#include "tests/validator/outcomes.h"
#include "tests/validator/report_builder.h"

namespace tradereport::validator::test {
namespace {

Integer to_integer(const mpz_class& value) {
  const mpz_class high = value / (mpz_class(1) << 62);
  return (Integer(high.get_si()) << 62) + mpz_class(value - (high << 62)).get_si();
}

void add(IntegerRows& rows, const Row& row) {
  mpz_class divisor = 1;
  const auto widen = [&](const Rational& x) { divisor = lcm(divisor, x.get_den()); };
  const auto whole = [&](const Rational& x) { return to_integer(Rational(x * divisor).get_num()); };
  for (const auto& [at, coefficient] : row.terms) widen(coefficient);
  if (row.lo) widen(*row.lo);
  if (row.hi) widen(*row.hi);
  std::vector<IntegerTerm> terms;
  for (const auto& [at, coefficient] : row.terms) terms.emplace_back(at, whole(coefficient));
  IntegerRow& integers = rows.add(terms);
  integers.divisor = to_integer(divisor);
  if (row.lo) integers.lo = whole(*row.lo);
  if (row.hi) integers.hi = whole(*row.hi);
  integers.observation = row.observation;
}

// Unknowns x0, x1, … of a made-up system.
System made_up(std::vector<Row> rows, int unknowns) {
  System system;
  static constexpr std::string_view kNames = "abcdefghijklmnopqrstuvwxyz";
  for (int i = 0; i < unknowns; ++i) {
    const Unknown unknown{"flow", kNames.substr(static_cast<std::size_t>(i), 1), Span::month,
                          Population::this_year};
    system.unknowns.push_back(unknown);
    system.columns[unknown] = i;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].observation = static_cast<int>(i);
    system.observations.push_back({{}, nullptr, {static_cast<int>(i)}});
  }
  for (const Row& row : rows) add(system.integers, row);
  return system;
}

// Rows over small integers, with levels within 0 … 4, so that edges meet all the time.
System random_system(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto pick = [&](int a, int b) { return std::uniform_int_distribution<int>(a, b)(random); };
  const int unknowns = pick(1, 4);
  std::vector<Row> rows;
  for (int j = 0; j < unknowns; ++j) rows.push_back({{{j, Rational(1)}}, Rational(0), Rational(4)});
  const int count = pick(1, 6);
  for (int i = 0; i < count; ++i) {
    Row row;
    for (int j = 0; j < unknowns; ++j) {
      if (const int c = pick(-2, 2); c != 0) row.terms.emplace_back(j, Rational(c));
    }
    if (row.terms.empty()) continue;
    const int end = pick(-6, 6);
    const int kind = pick(0, 3);
    if (kind != 1) row.lo = end;
    if (kind != 0) row.hi = end + (kind == 2 ? 0 : pick(0, 3));
    rows.push_back(std::move(row));
  }
  return made_up(std::move(rows), unknowns);
}

bool proven(const System& system, const Decision& decision) {
  if (const auto* levels = std::get_if<std::vector<Rational>>(&decision))
    return verify_point(rational_rows(system.integers), *levels);
  return verify_certificate(system.integers, std::get<Certificate>(decision));
}

TEST(Solver, AgreesWithTheSlowOneAndProvesIt) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const System system = random_system(seed);
    Solver solver(system);
    const Decision fast = solver.decide();
    const Decision slow =
        decide_exactly(rational_rows(system.integers), static_cast<int>(system.unknowns.size()));
    ASSERT_EQ(fast.index(), slow.index()) << seed;
    ASSERT_TRUE(proven(system, fast)) << seed;
    ASSERT_TRUE(proven(system, slow)) << seed;
  }
}

// Halves of 0 … 4 for every unknown: a solution among them must be seen.
TEST(Solver, FindsWhatEnumerationFinds) {
  int found = 0;
  for (std::uint32_t seed = 0; seed < 300 / kOneIn; ++seed) {
    const System system = random_system(seed);
    std::vector<Rational> levels(system.unknowns.size());
    std::vector<int> at(levels.size(), 0);
    bool any = false;
    while (!any) {
      for (std::size_t i = 0; i < at.size(); ++i) levels[i] = Rational(at[i], 2);
      for (Rational& level : levels) level.canonicalize();
      any = verify_point(rational_rows(system.integers), levels);
      std::size_t i = 0;
      while (i < at.size() && ++at[i] > 8) at[i++] = 0;
      if (i == at.size()) break;
    }
    if (!any) continue;
    ++found;
    EXPECT_EQ(Solver(system).decide().index(), 0U) << seed;
  }
  EXPECT_GT(found, 50 / int{kOneIn});
}

TEST(Solver, SeesGapsThatDoublesDoNot) {
  const Rational tiny = 1 / power_of_ten(30);
  for (const int sign : {-1, 0, 1}) {
    const System system =
        made_up({{{{0, Rational(1)}, {1, Rational(1)}}, Rational(1 + sign * tiny), std::nullopt},
                 {{{0, Rational(1)}}, std::nullopt, Rational(1, 3)},
                 {{{1, Rational(1)}}, std::nullopt, Rational(2, 3)}},
                2);
    Solver solver(system);
    EXPECT_EQ(solver.decide().index(), sign > 0 ? 1U : 0U);
  }
}

TEST(Solver, LeavesOutAndTakesBack) {
  const System system = made_up({{{{0, Rational(1)}}, Rational(3), std::nullopt},
                                 {{{0, Rational(1)}, {1, Rational(1)}}, std::nullopt, Rational(2)},
                                 {{{1, Rational(1)}}, Rational(0), std::nullopt}},
                                2);
  Solver solver(system);
  EXPECT_EQ(solver.decide().index(), 1U);
  for (int observation = 0; observation < 3; ++observation) {
    solver.exclude({observation});
    EXPECT_EQ(solver.decide().index(), 0U);
  }
  solver.exclude({});
  EXPECT_EQ(solver.decide().index(), 1U);
}

TEST(Certificate, TamperedOnesAreRejected) {
  Report report = may_2024();
  misprint(report, "table1", Span::month, "进口额", Measure::growth, "1.6");
  const System system = system_of(report);
  const Decision decision = Solver(system).decide();
  ASSERT_EQ(decision.index(), 1U);
  const Certificate right = std::get<Certificate>(decision);
  ASSERT_TRUE(verify_certificate(system.integers, right));
  ASSERT_GT(right.multipliers.size(), 2U);
  for (std::size_t i = 0; i < right.multipliers.size(); ++i) {
    Certificate wrong = right;
    wrong.multipliers[i].second *= Rational(1001, 1000);
    EXPECT_FALSE(verify_certificate(system.integers, wrong));
    wrong = right;
    wrong.multipliers[i].second *= -1;
    EXPECT_FALSE(verify_certificate(system.integers, wrong));
    wrong = right;
    wrong.multipliers.erase(wrong.multipliers.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_FALSE(verify_certificate(system.integers, wrong));
    wrong = right;
    wrong.multipliers[i].first = static_cast<int>(system.integers.size());
    EXPECT_FALSE(verify_certificate(system.integers, wrong));
  }
  EXPECT_FALSE(verify_certificate(system.integers, {}));
}

TEST(Certificate, TamperedLevelsAreRejected) {
  const System system = system_of(may_2024());
  Solver solver(system);
  for (const auto& conflict : system.printed_conflicts)
    solver.exclude({conflict.front(), conflict.back()});
  const Decision decision = solver.decide();
  ASSERT_EQ(decision.index(), 0U);
  std::vector<bool> excluded(system.observations.size(), false);
  for (const int observation : system.printed_conflicts.at(0))
    excluded[static_cast<std::size_t>(observation)] = true;
  std::vector<Rational> levels = std::get<0>(decision);
  ASSERT_TRUE(verify_point(rational_rows(system.integers), levels, excluded));
  const int exports = system.column({"export", "出口额", Span::month, Population::this_year});
  levels.at(static_cast<std::size_t>(exports)) += 1;
  EXPECT_FALSE(verify_point(rational_rows(system.integers), levels, excluded));
  EXPECT_FALSE(verify_point(rational_rows(system.integers), {}, excluded));
}

TEST(Solver, ConsistentReportsHaveLevels) {
  int exactly = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Report report = consistent_report(seed);
    const System system = system_of(report);
    Solver solver(system);
    const Decision decision = solver.decide();
    ASSERT_EQ(decision.index(), 0U) << seed;
    ASSERT_TRUE(proven(system, decision)) << seed;
    exactly += solver.decided_exactly();
  }
  EXPECT_LT(exactly, 20);
}

TEST(Solver, FiguresBeyondMeasureAreDecidedExactly) {
  const Report report =
      ReportBuilder()
          .row("table1 month total 进出口总额 value=999999999999999999 growth=0.9")
          .row("table1 month export 出口额 value=0.00000000000000001")
          .row("table1 month import 进口额 value=999999999999999999")
          .report();
  const System system = system_of(report);
  Solver solver(system);
  EXPECT_TRUE(proven(system, solver.decide()));
  EXPECT_EQ(solver.decided_exactly(), 1);
}

// A figure printed a little off: levels are a proof only because integers check them.
TEST(Solver, FindsNoLevelsForAnImpossibleReport) {
  int impossible = 0;
  for (std::uint64_t number = 0; number < 30 / kOneIn; ++number) {
    Report report = consistent_report(number);
    report.claims.clear();
    report.lists.clear();
    Figure& figure = report.figures[number * 7 % report.figures.size()];
    figure.value = Decimal(figure.value.unscaled() + (number % 2 == 0 ? 3 : -2), 1);
    const System system = system_of(report);
    const Decision fast = Solver(system).decide();
    const Decision slow =
        decide_exactly(rational_rows(system.integers), static_cast<int>(system.unknowns.size()));
    EXPECT_EQ(fast.index(), slow.index()) << number;
    EXPECT_TRUE(proven(system, fast)) << number;
    impossible += slow.index() == 1;
  }
  EXPECT_GT(impossible, 3 / int{kOneIn});
}

TEST(Solver, DISABLED_Timing) {
  using Clock = std::chrono::steady_clock;
  double build = 0, make = 0, first = 0, again = 0;
  int exactly = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Report report = consistent_report(seed);
    auto t0 = Clock::now();
    const System system = system_of(report);
    auto t1 = Clock::now();
    Solver solver(system);
    auto t2 = Clock::now();
    const Decision a = solver.decide();
    auto t3 = Clock::now();
    solver.exclude({static_cast<int>(seed) % 100});
    const Decision b = solver.decide();
    auto t4 = Clock::now();
    build += std::chrono::duration<double, std::milli>(t1 - t0).count();
    make += std::chrono::duration<double, std::milli>(t2 - t1).count();
    first += std::chrono::duration<double, std::milli>(t3 - t2).count();
    again += std::chrono::duration<double, std::milli>(t4 - t3).count();
    exactly += solver.decided_exactly();
  }
  std::printf("ms: build %.2f make %.2f first %.2f again %.2f; exactly %d\n", build / 200,
              make / 200, first / 200, again / 200, exactly);
}

}  // namespace
}  // namespace tradereport::validator::test
