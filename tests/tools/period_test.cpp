// The month that --period says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

using ::testing::HasSubstr;

const std::string kPrices = "--family '" + std::string(kSourceFolder) +
                            "/docs/examples/consumer-prices.toml' '" + kSourceFolder +
                            "/docs/examples/consumer-prices.txt'";

class PeriodOption : public ::testing::Test {
 protected:
  Outcome run(const std::string& args) const { return run_program(args, scratch_.path()); }

  ScratchFolder scratch_;
};

TEST_F(PeriodOption, TakesTheReportToBeOfThatMonth) {
  const std::string sample_text = "'" + sample("beijing-goods-2024-05.txt").string() + "'";
  const Outcome outcome = run("check --format json --period 2024-06 " + sample_text);
  const nlohmann::json report = nlohmann::json::parse(outcome.out)["reports"][0];
  EXPECT_EQ(report["period"], "2024-06");
  bool stale = false;
  for (const nlohmann::json& finding : report["findings"])
    stale = stale || finding["rule"] == "D01";
  EXPECT_TRUE(stale);  // its captions name May
}

TEST_F(PeriodOption, OfConvertToo) {
  EXPECT_EQ(run("convert -o data --period 2026-04 --allow-unchecked " + kPrices).status, 0);
  EXPECT_THAT(scratch_.read("data/figures.csv"), HasSubstr("consumer-prices,2026-04,table1,"));
}

TEST_F(PeriodOption, WithoutItTheLastRowTells) {
  const Outcome outcome = run("check --format json " + kPrices);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["reports"][0]["period"], "2026-03");
}

TEST_F(PeriodOption, TakesMonthsAlone) {
  for (const char* const value : {"2024", "2024-13", "May", "2024-5"}) {
    const Outcome outcome = run(std::string("check x.pdf --period ") + value);
    EXPECT_EQ(outcome.status, 2) << value;
    EXPECT_THAT(outcome.err, HasSubstr("it takes a month")) << value;
  }
}

}  // namespace
}  // namespace tradereport::tools::test
