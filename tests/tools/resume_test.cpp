// A second run of `convert` in a folder: what it takes over, what it cleans up, what it never
// spoils.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kNotes = "out/.tradereport-resume";

class Resume : public ::testing::Test {
 protected:
  void SetUp() override {
    text_ = read_file(sample("beijing-goods-2024-05.txt"));
    scratch_.write("in/1.txt", text_);
    std::string other = text_;
    other.replace(other.find("24.3%"), 5, "24.4%");
    scratch_.write("in/2.txt", other);
  }

  Outcome convert(const std::string& args) const {
    return run_program("convert " + args, scratch_.path());
  }

  std::vector<std::string> names(const std::string& folder) const {
    std::vector<std::string> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(scratch_.path() / folder))
      found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
  }

  // What the manifest says of the folder.
  int verify(const std::string& folder) const {
    const std::string command = "cd '" + (scratch_.path() / folder).string() +
                                "' && sha256sum --check --status .tradereport-files";
    const int status = std::system(command.c_str());
    return WEXITSTATUS(status);
  }

  ScratchFolder scratch_;
  std::string text_;
};

// A flipped byte in a record broke every later run.
TEST_F(Resume, AnyFlippedByteCostsARecordAtMost) {
  ASSERT_EQ(convert("-o plain in").status, 0);
  const std::string right = scratch_.read("plain/figures.csv");
  ASSERT_EQ(convert("-o out --resume in").status, 0);
  const std::string good = scratch_.read(kNotes);
  unsigned seed = 11;
  for (int i = 0; i < 12; ++i) {
    seed = seed * 1664525U + 1013904223U;
    std::string notes = good;
    // The stamp, the heads, the keys and the messages.
    const std::size_t at =
        i < 4 ? 20U + 30U * static_cast<std::size_t>(i) : (seed >> 8U) % good.size();
    notes[at] ^= 0x10;
    scratch_.write(kNotes, notes);
    for (int run = 0; run < 2; ++run) {
      const Outcome outcome = convert("-o out --resume in");
      EXPECT_EQ(outcome.status, 0) << at << outcome.err;
      EXPECT_EQ(scratch_.read("out/figures.csv"), right) << at;
      if (run == 0) continue;
      EXPECT_THAT(outcome.err, HasSubstr("2 reports were reused")) << at;
    }
  }
}

TEST_F(Resume, AnotherFamilyFileReadsAnew) {
  ASSERT_EQ(convert("-o out --resume in").status, 0);
  const std::string family =
      read_file(fs::path(kSourceFolder) / "schemas/families/uibe-beijing-goods.toml");
  scratch_.write("family.toml", family);
  const Outcome other = convert("-o out --resume --family family.toml in");
  EXPECT_EQ(other.status, 0) << other.err;
  EXPECT_THAT(other.err, Not(HasSubstr("reused")));
  scratch_.write("family.toml", family + "\n# changed\n");
  EXPECT_THAT(convert("-o out --resume --family family.toml in").err, Not(HasSubstr("reused")));
  EXPECT_THAT(convert("-o out --resume --family family.toml --lang en -j1 in").err,
              HasSubstr("reused"));
}

TEST_F(Resume, FilesThatAreNoLongerWrittenAreRemoved) {
  ASSERT_EQ(convert("-o out in").status, 0);
  EXPECT_EQ(verify("out"), 0);
  scratch_.write("out/notes.csv", "the user's");
  scratch_.write("out/table2.csv", "changed by the user");
  ASSERT_EQ(convert("-o out --format json in").status, 0);
  EXPECT_EQ(verify("out"), 0);
  EXPECT_EQ(names("out"),
            (std::vector<std::string>{".tradereport-files", "figures.json", "findings.json",
                                      "notes.csv", "table2.csv", "tables.json", "unread.json"}));
  EXPECT_THAT(scratch_.read("out/.tradereport-files"), HasSubstr("# tradereport: complete\n"));
}

TEST_F(Resume, AManifestNamesNothingOutsideItsFolder) {
  scratch_.write("victim.txt", "precious");
  const std::string hash(64, '0');
  scratch_.write("out/.tradereport-files", hash + "  ../victim.txt\n" + hash + "  \nrubbish\n");
  EXPECT_EQ(convert("-o out in").status, 0);
  EXPECT_EQ(scratch_.read("victim.txt"), "precious");
}

TEST_F(Resume, WhatAKilledRunLeftIsCleanedUp) {
  scratch_.write("out/.tradereport-tmp-figures.csv.abcdef", "half");
  scratch_.write("out/.tradereport-tmp-living.XXXXXX", "of a run that goes on");
  scratch_.write("out/.figures.csv.swp", "of an editor");
  const int living =
      ::open((scratch_.path() / "out/.tradereport-tmp-living.XXXXXX").c_str(), O_RDONLY);
  ASSERT_EQ(::flock(living, LOCK_EX), 0);
  EXPECT_EQ(convert("-o out in").status, 0);
  EXPECT_THAT(names("out"), Not(Contains(".tradereport-tmp-figures.csv.abcdef")));
  EXPECT_THAT(names("out"), Contains(".tradereport-tmp-living.XXXXXX"));
  EXPECT_THAT(names("out"), Contains(".figures.csv.swp"));
  ::close(living);
}

// However a run is killed, the manifest agrees with the files or says that they are mixed.
TEST_F(Resume, AKilledRunLeavesOneResultOrSaysSo) {
  ASSERT_EQ(convert("-o out in/1.txt").status, 0);
  unsigned seed = 5;
  for (int i = 0; i < 10; ++i) {
    const int process = ::fork();
    if (process == 0) {
      if (::chdir(scratch_.path().c_str()) != 0) ::_exit(99);
      const int nothing = ::open("/dev/null", O_WRONLY);
      ::dup2(nothing, STDERR_FILENO);
      ::execl(kProgramFile, kProgramFile, "convert", "-o", "out",
              i % 2 == 0 ? "--format=json" : "--format=csv", "in/1.txt", "in/2.txt", nullptr);
      ::_exit(98);
    }
    seed = seed * 1664525U + 1013904223U;
    ::usleep((seed >> 8U) % 900'000);
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
    const bool complete =
        scratch_.read("out/.tradereport-files").find("# tradereport: complete") == 0;
    if (!complete) continue;
    EXPECT_EQ(verify("out"), 0);
  }
  ASSERT_EQ(convert("-o out --format json in").status, 0);
  EXPECT_EQ(verify("out"), 0);
  for (const std::string& name : names("out")) {
    EXPECT_FALSE(name.starts_with(".tradereport-tmp-")) << name;
    EXPECT_FALSE(name.ends_with(".csv")) << name;
  }
}

}  // namespace
}  // namespace tradereport::tools::test
