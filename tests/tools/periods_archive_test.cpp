// Issues of a family whose rows are periods, held against each other: what a row is of says its
// name, not the issue that prints it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PeriodsArchive : public ::testing::Test {
 protected:
  // The issue of docs/examples up to, not including, the row that begins so; its sentence names
  // those changes.
  void write(const std::string& name, const std::string& row, const std::string& on_month,
             const std::string& on_year) {
    std::string text = read_file(std::string(kSourceFolder) + "/docs/examples/consumer-prices.txt");
    text.resize(text.find(row));
    text.replace(text.find("rose by 0.4%"), 12, "rose by " + on_month);
    text.replace(text.find("rose by 4.5%"), 12, "rose by " + on_year);
    scratch_.write(name, text);
  }

  Outcome check(const std::string& files) const {
    return run_program("check --lang en --fail-on never --family '" + std::string(kSourceFolder) +
                           "/docs/examples/consumer-prices.toml' " + files + " '" + kSourceFolder +
                           "/docs/examples/consumer-prices.txt'",
                       scratch_.path());
  }

  ScratchFolder scratch_;
};

TEST_F(PeriodsArchive, AYearApartNothingContradicts) {
  write("2025-03.txt", "       April ", "0.6%", "8.5%");
  const Outcome outcome = check("2025-03.txt");
  EXPECT_THAT(outcome.out, HasSubstr("March 2025"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("warning"))) << outcome.out;
  EXPECT_THAT(outcome.out, Not(HasSubstr("error"))) << outcome.out;
}

TEST_F(PeriodsArchive, ARowPrintedOtherwiseIsFound) {
  write("2026-02.txt", "       March         187.7", "1.6%", "4.6%");
  std::string text = scratch_.read("2026-02.txt");
  text.replace(text.find("183.9"), 5, "182.9");
  scratch_.write("2026-02.txt", text);
  EXPECT_THAT(check("2026-02.txt").out, HasSubstr("A03"));
}

}  // namespace
}  // namespace tradereport::tools::test
