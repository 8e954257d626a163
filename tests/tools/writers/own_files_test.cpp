// `convert` overwrites only what it has written itself.
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>

#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

class OwnFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::copy_file(sample("tourist-arrivals-2025-05.pdf"), scratch_.path() / "may.pdf");
  }

  Outcome convert(const std::string& options) const {
    return run_program("convert --allow-unchecked --lang en may.pdf " + options, scratch_.path());
  }

  ScratchFolder scratch_;
};

class OwnFilesOf : public OwnFilesTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(OwnFilesOf, AreWrittenAnew) {
  const std::string options = std::string("--format ") + GetParam() + " -o out/";
  EXPECT_EQ(convert(options).status, 0);
  const Outcome again = convert(options);
  EXPECT_EQ(again.status, std::string(GetParam()) == "xlsx" ? 2 : 0) << again.err;
  EXPECT_EQ(convert(options + " --force").status, 0);
}

TEST_P(OwnFilesOf, AnothersFileStays) {
  const std::string format = GetParam();
  fs::create_directory(scratch_.path() / "out");
  const std::string name =
      format == "csv" || format == "json" ? "out/figures." + format : "out/tradereport." + format;
  scratch_.write(name, "mine");
  const std::string options = "--format " + format + " -o out/";
  const Outcome outcome = convert(options);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find(name + ": exists"), std::string::npos) << outcome.err;
  EXPECT_EQ(scratch_.read(name), "mine");
  EXPECT_EQ(std::distance(fs::directory_iterator(scratch_.path() / "out"), {}), 1);
  EXPECT_EQ(convert(options + " --force").status, 0);
  EXPECT_NE(scratch_.read(name), "mine");
}

INSTANTIATE_TEST_SUITE_P(Formats, OwnFilesOf, ::testing::Values("csv", "json", "xlsx", "sqlite"),
                         [](const auto& format) { return std::string(format.param); });

TEST_F(OwnFilesTest, AreNotThoseThatSomebodyHasChanged) {
  EXPECT_EQ(convert("-o out").status, 0);
  scratch_.write("out/unread.csv", scratch_.read("out/unread.csv") + "checked by hand\r\n");
  const Outcome outcome = convert("-o out");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.error_lines(), 1U) << outcome.err;
  EXPECT_NE(scratch_.read("out/unread.csv").find("by hand"), std::string::npos);
}

// What stands beside them is none of convert's business.
TEST_F(OwnFilesTest, OthersBesideThemDoNotMatter) {
  fs::create_directory(scratch_.path() / "out");
  scratch_.write("out/notes.csv", "mine");
  EXPECT_EQ(convert("-o out").status, 0);
  EXPECT_EQ(scratch_.read("out/notes.csv"), "mine");
}

}  // namespace
}  // namespace tradereport::tools::test
