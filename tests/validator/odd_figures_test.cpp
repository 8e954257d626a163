// Whatever figures are printed, validate() gives findings and throws nothing.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/validator/report_builder.h"
#include "validator/archive/editions.h"
#include "validator/blame/misprint.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

// As a document may print a figure; canonical, as Decimal::parse() takes it. Figures of very many
// digits are tried by tests/tools/odd_figures_test.cpp, one by one: they are slow to check.
std::string odd_figure() {
  return *rc::gen::element<std::string>("0", "0.0", "-0.0", "-0", "00.0", "000", "1", "-1", "10",
                                        "100.0", "-100.0", "-100", "-0.001", "7.000");
}

template <class F>
void make_odd(F& figure) {
  figure.printed = odd_figure();
  figure.value = *Decimal::parse(figure.printed);
}

TEST(OddFigures, NeverThrow) {
  EXPECT_TRUE(rc::check([] {
    Report report = consistent_report(*rc::gen::inRange<std::uint32_t>(0, 1000));
    const int tables = *rc::gen::inRange(0, 4);
    for (int i = 0; i < tables; ++i)
      make_odd(report.figures[*rc::gen::inRange<std::size_t>(0, report.figures.size())]);
    const int text = report.claims.empty() ? 0 : *rc::gen::inRange(0, 3);
    for (int i = 0; i < text; ++i)
      make_odd(report.claims[*rc::gen::inRange<std::size_t>(0, report.claims.size())]);
    validate(report, family());
  }));
}

TEST(OddFigures, NeverThrowAcrossIssues) {
  EXPECT_TRUE(rc::check([] {
    Editions editions;
    for (Report& report : consistent_neighbours(*rc::gen::inRange<std::uint32_t>(0, 1000))) {
      for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        make_odd(report.figures[*rc::gen::inRange<std::size_t>(0, report.figures.size())]);
      editions.add(report);
    }
    check_editions(editions, family());
  }));
}

// Of a figure of one digit that digit may be one too many: then nothing is left of it.
TEST(OddFigures, ASingleDigitHasOrigins) {
  for (const char* const printed : {"0", "7", "-7", "0.0", "00.0", "999999999999999999"})
    EXPECT_NO_THROW(origins(*Decimal::parse(printed))) << printed;
}

}  // namespace
}  // namespace tradereport::validator::test
