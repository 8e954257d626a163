// Figures as nobody expects them to be printed: the program finds, and never ends in an error of
// its own.
#include <gtest/gtest.h>

#include <string>

#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

// The text of the report of May 2024 with another figure in it, checked.
Outcome check_with(const std::string& figure, const std::string& instead) {
  std::string text = read_file(sample("beijing-goods-2024-05.txt"));
  const std::size_t at = text.find(figure);
  EXPECT_NE(at, std::string::npos) << figure;
  text.replace(at, figure.size(), instead);
  const ScratchFolder scratch;
  scratch.write("odd.txt", text);
  return run_program("check odd.txt", scratch.path());
}

TEST(OddFigures, AZeroOfOneDigitInATable) {
  const Outcome outcome = check_with("46.5 19.4 113.8", "46.5 0 113.8");
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_NE(outcome.out.find("table 2 prints 0% as growth of 矿产品"), std::string::npos)
      << outcome.out;
}

TEST(OddFigures, AZeroOfOneDigitInASentence) {
  const Outcome outcome = check_with("同比上升 15.7%", "同比上升 0%");
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_NE(outcome.out.find("The text gives 0%"), std::string::npos) << outcome.out;
}

TEST(OddFigures, InATable) {
  for (const char* const odd :
       {"0.0", "-0.0", "00.0", "000", "-0", "0.000000000000000", "999999999999999999",
        "9999999999999999999", "-999999999999999999999999999999999999999", "1,000,000,000,000",
        "0.0000000000000000000000000001", "１９．４", "19.4.4", "--19.4"}) {
    const Outcome outcome = check_with("矿产品 25.5", "矿产品 " + std::string(odd));
    EXPECT_LE(outcome.status, 2) << odd;
    EXPECT_NE(outcome.out.find(" error"), std::string::npos) << odd << outcome.out;
    EXPECT_EQ(outcome.err, "") << odd;
  }
}

TEST(OddFigures, InASentence) {
  for (const char* const odd :
       {"0.0", "-0.0", "00.0", "000", "999999999999999999", "9999999999999999999",
        "99999999999999999999999999999999999999", "0.0000000000000000000000000001"}) {
    const Outcome outcome = check_with("同比上升 15.7%", "同比上升 " + std::string(odd) + "%");
    EXPECT_LE(outcome.status, 2) << odd;
    EXPECT_NE(outcome.out.find(" error"), std::string::npos) << odd << outcome.out;
    EXPECT_EQ(outcome.err, "") << odd;
  }
}

// Numbers that are no figures: how many names a list has, periods.
TEST(OddFigures, InCountsAndPeriods) {
  for (const auto& [figure, instead] :
       {std::pair{"前三大", "前99999999999999999999大"}, std::pair{"前三大", "前2000000000大"},
        std::pair{"2024年", "99999999999999999999年"}, std::pair{"5月", "0月"},
        std::pair{"5月", "99999999999999999999月"}}) {
    const Outcome outcome = check_with(figure, instead);
    EXPECT_LE(outcome.status, 2) << instead;
    EXPECT_EQ(outcome.err.find("internal"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.out + outcome.err, "");
  }
}

}  // namespace
}  // namespace tradereport::tools::test
