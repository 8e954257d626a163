// Folders with pipes, devices and files that are no reports by their names; streams without an end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class OddFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(scratch_.path() / "in");
    fs::copy_file(sample("beijing-goods-2024-05.txt"), scratch_.path() / "in/good.txt");
    ASSERT_EQ(::mkfifo((scratch_.path() / "in/pipe.txt").c_str(), 0600), 0);
  }

  void make_socket(const std::string& name) const {
    const int number = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, (scratch_.path() / name).c_str(), sizeof(address.sun_path) - 1);
    ASSERT_EQ(::bind(number, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    ::close(number);
  }

  // The program, ended by force if it waits for what never comes.
  Outcome run(const std::string& args) const {
    return run_program(args, scratch_.path(), "timeout 60");
  }

  ScratchFolder scratch_;
};

TEST_F(OddFiles, AreNamedAndNotOpened) {
  make_socket("in/socket");
  fs::create_symlink("/dev/zero", scratch_.path() / "in/zero.pdf");
  ASSERT_EQ(::mkfifo((scratch_.path() / "elsewhere").c_str(), 0600), 0);
  fs::create_symlink("../elsewhere", scratch_.path() / "in/to-pipe");
  const Outcome outcome = run("check --format json --fail-on never in");
  EXPECT_EQ(outcome.status, 2);
  const nlohmann::json json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["reports"].size(), 1U);
  std::vector<std::string> told;
  for (const nlohmann::json& error : json["errors"])
    told.push_back(error["file"].get<std::string>() + " " + error["code"].get<std::string>());
  EXPECT_THAT(told, ::testing::ElementsAre("in/pipe.txt not_a_file", "in/socket not_a_file",
                                           "in/to-pipe not_a_file", "in/zero.pdf not_a_file"));
  EXPECT_THAT(outcome.err, HasSubstr("in/zero.pdf: is a device, not a file"));
}

TEST_F(OddFiles, AreNotOpenedByNameEither) {
  for (const char* const command :
       {"check in/pipe.txt", "check /dev/zero", "convert -o out in/pipe.txt",
        "check --family in/pipe.txt in/good.txt", "families check in/pipe.txt",
        "families check /dev/zero", "families try in/pipe.txt in/good.txt"}) {
    const Outcome outcome = run(command);
    EXPECT_EQ(outcome.status, 2) << command << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("so it was not opened")) << command;
  }
}

TEST_F(OddFiles, WhatTheShellHasOpenedIsRead) {
  const Outcome outcome =
      run("check --fail-on never --format json /dev/stdin < in/good.txt && rm in/pipe.txt");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["reports"].size(), 1U);
}

TEST_F(OddFiles, StandardInputStopsAtTheLimits) {
  const Outcome endless = run("check --memory-limit 64 - < /dev/zero");
  EXPECT_EQ(endless.status, 2);
  EXPECT_THAT(endless.err, HasSubstr("--memory-limit"));
  EXPECT_EQ(endless.error_lines(), 1U);
  // The pipe has a writer, which writes nothing.
  const Outcome silent = run("check --time-limit 1 - <> in/pipe.txt");
  EXPECT_EQ(silent.status, 2);
  EXPECT_THAT(silent.err, HasSubstr("--time-limit"));
}

TEST_F(OddFiles, AHugeFileStopsAtTheLimit) {
  const fs::path path = scratch_.path() / "huge.txt";
  scratch_.write("huge.txt", "a");
  ASSERT_EQ(::truncate(path.c_str(), off_t{1} << 40U), 0);
  for (const char* const command :
       {"check huge.txt", "convert -o out --resume --cpu-limit 2 huge.txt",
        "families check huge.txt", "check --family huge.txt in"}) {
    const Outcome outcome = run(command);
    EXPECT_EQ(outcome.status, 2) << command;
    EXPECT_THAT(outcome.err, HasSubstr("huge.txt: ")) << command;
    EXPECT_THAT(outcome.err, ::testing::Not(HasSubstr("internal"))) << command;
  }
}

TEST_F(OddFiles, WhatLooksLikeAReportIsReadOrNamed) {
  fs::remove(scratch_.path() / "in/pipe.txt");
  fs::copy_file(sample("beijing-goods-2024-05.pdf"), scratch_.path() / "in/may.fuzz");
  scratch_.write("in/a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  scratch_.write("in/scan", "\x89PNG\r\n\x1a\n");
  scratch_.write("in/b.XLS", "");
  scratch_.write("in/readme.md", "Of %PDF-1.7 files.");
  const Outcome outcome = run("check --format json --fail-on never in");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const nlohmann::json json = nlohmann::json::parse(outcome.out);
  ASSERT_EQ(json["reports"].size(), 2U);
  EXPECT_EQ(json["reports"][1]["file"], "in/may.fuzz");
  EXPECT_EQ(outcome.error_lines(), 1U) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("3 files look like reports and were not read: in/a.doc, "
                                     "in/b.XLS, in/scan;"));
}

TEST_F(OddFiles, AllAreReadByWorkersOfTheirOwn) {
  fs::remove(scratch_.path() / "in/pipe.txt");
  fs::copy_file(sample("beijing-goods-2024-05.pdf"), scratch_.path() / "in/may.pdf");
  const Outcome pooled = run("check --fail-on never in");
  const Outcome fresh = run("check --fail-on never --fresh-workers in");
  EXPECT_EQ(fresh.status, 0) << fresh.err;
  EXPECT_EQ(fresh.out, pooled.out);
}

}  // namespace
}  // namespace tradereport::tools::test
