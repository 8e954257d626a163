// What was not read is said, and is not green.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

class Holes : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string text = read_file(sample("beijing-goods-2024-05.txt"));
    const std::string row = "电子设备 28.3 2.2 11.0";
    const std::size_t at = text.find(row);
    ASSERT_NE(at, std::string::npos);
    scratch_.write("whole.txt", text);
    scratch_.write("cell.txt", text.replace(at, row.size(), "电子设备 28.3 2.2"));
  }
  Outcome run(const std::string& args) const { return run_program(args, scratch_.path()); }

  ScratchFolder scratch_;
};

TEST_F(Holes, CheckEndsWithTwo) {
  const Outcome outcome = run("check --fail-on never cell.txt");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.out.find("No figure was read in table 2, row 电子设备"), std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.out.find("1 report was not checked in full"), std::string::npos);
  EXPECT_NE(run("check --lang zh cell.txt").out.find("表2“电子设备”一行的数字均未识别"),
            std::string::npos);
  EXPECT_EQ(run("check --fail-on never --allow-unchecked cell.txt").status, 0);
}

TEST_F(Holes, TheJsonSaysIt) {
  const auto json = [&](const std::string& file) {
    return nlohmann::json::parse(run("check --format json " + file).out)["reports"][0];
  };
  EXPECT_EQ(json("whole.txt")["checked"], true);
  EXPECT_EQ(json("cell.txt")["checked"], false);
}

TEST_F(Holes, ConvertNamesThemAndEndsWithTwo) {
  const Outcome whole = run("convert whole.txt -o data");
  EXPECT_EQ(whole.status, 0) << whole.err;
  const Outcome outcome = run("convert cell.txt -o data");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_TRUE(
      outcome.err.starts_with("cell.txt, page 1: No figure was read in table 2, row 电子设备\n"))
      << outcome.err;
  EXPECT_EQ(run("convert --allow-unchecked cell.txt -o data").status, 0);
}

TEST_F(Holes, NothingReadIsAFailureOfBoth) {
  scratch_.write("nothing.txt", "北京市货物贸易月度监测报告\n（2024年5月）\n本期数据另行公布。\n");
  for (const char* const command :
       {"check --allow-unchecked", "convert --allow-unchecked -o data"}) {
    const Outcome outcome = run(std::string(command) + " nothing.txt");
    EXPECT_EQ(outcome.status, 2) << command;
    EXPECT_EQ(outcome.error_lines(), 1U) << outcome.err;
    EXPECT_NE(outcome.err.find("not one of its figures could be read"), std::string::npos);
  }
}

TEST_F(Holes, AnUnknownReportIsToldInWords) {
  scratch_.write("other.txt", "Minutes of the meeting, 3 May 2024\n");
  const Outcome outcome = run("check other.txt");
  EXPECT_NE(outcome.err.find("the title “北京市货物贸易月度监测报告” or 2 of the captions “表1 "),
            std::string::npos)
      << outcome.err;
  for (const char* const part : {"(?:", "[", "\\d"})
    EXPECT_EQ(outcome.err.find(part), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("tradereport families --help"), std::string::npos);
  const Outcome help = run("families --help");
  EXPECT_NE(help.out.find("families check FILE"), std::string::npos) << help.out;
  EXPECT_NE(help.out.find("families try FILE REPORT"), std::string::npos) << help.out;
}

}  // namespace
}  // namespace tradereport::tools::test
