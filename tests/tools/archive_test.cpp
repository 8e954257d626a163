// Folders and ZIP archives of reports: what is found in them, and what a second run takes over.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

#include "tests/places.h"
#include "tests/sanitized.h"
#include "tests/tools/hostile.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

class Archives : public ::testing::Test {
 protected:
  void SetUp() override {
    text_ = read_file(sample("beijing-goods-2024-05.txt"));
    fs::copy_file(sample("beijing-goods-2024-05.pdf"), scratch_.path() / "may.pdf");
  }

  void zip(const std::string& name, const std::string& files) const {
    const std::string command =
        "cd '" + scratch_.path().string() + "' && zip -q '" + name + "' " + files;
    ASSERT_EQ(std::system(command.c_str()), 0);
  }

  std::vector<std::string> files_of(const std::string& args, const char* list = "reports") {
    const Outcome outcome = run_program("check --format json " + args, scratch_.path());
    std::vector<std::string> files;
    const nlohmann::json json = nlohmann::json::parse(outcome.out);
    for (const nlohmann::json& entry : json[list]) files.push_back(entry["file"]);
    return files;
  }

  // The sample with another digit in one place of the text.
  std::string revised() const {
    std::string text = text_;
    text.replace(text.find("24.3%"), 5, "24.4%");
    return text;
  }

  ScratchFolder scratch_;
  std::string text_;
};

TEST_F(Archives, ReportsInZipFilesAreRead) {
  scratch_.write("b/二.txt", text_);
  scratch_.write("a.txt", text_);
  scratch_.write("readme.md", "nothing");
  zip("x.zip", "may.pdf b/二.txt readme.md a.txt");
  EXPECT_EQ(files_of("x.zip"),
            (std::vector<std::string>{"x.zip/a.txt", "x.zip/b/二.txt", "x.zip/may.pdf"}));
}

TEST_F(Archives, FoldersAreSearchedForThem) {
  scratch_.write("in/2.txt", text_);
  fs::rename(scratch_.path() / "may.pdf", scratch_.path() / "in/1.pdf");
  zip("in/3.ZIP", "in/1.pdf");
  scratch_.write("in/.hidden.txt", text_);
  EXPECT_EQ(files_of("in --jobs 1"),
            (std::vector<std::string>{"in/1.pdf", "in/2.txt", "in/3.ZIP/in/1.pdf"}));
  EXPECT_EQ(files_of("in --jobs 3"), files_of("in --jobs 1"));
}

// A worker that had the first of two archives open took it for the second.
TEST_F(Archives, ADamagedOneDoesNotSpoilTheNext) {
  zip("b.zip", "may.pdf");
  scratch_.write("a.zip", read_file(scratch_.path() / "b.zip").substr(0, 3000));
  EXPECT_EQ(files_of("a.zip b.zip --jobs 1"), std::vector<std::string>{"b.zip/may.pdf"});
  EXPECT_EQ(files_of("a.zip b.zip --jobs 1", "errors"), std::vector<std::string>{"a.zip"});
}

TEST_F(Archives, WhatIsWrongInOneIsSaidOfIt) {
  scratch_.write("none.md", "nothing");
  zip("none.zip", "none.md");
  const std::string locked =
      "cd '" + scratch_.path().string() + "' && zip -q -P secret locked.zip may.pdf";
  ASSERT_EQ(std::system(locked.c_str()), 0);
  const Outcome outcome = run_program("check --format json none.zip locked.zip", scratch_.path());
  EXPECT_EQ(outcome.status, 2);
  const nlohmann::json errors = nlohmann::json::parse(outcome.out)["errors"];
  EXPECT_EQ(errors[0]["code"], "no_reports");
  EXPECT_EQ(errors[1]["code"], "encrypted");
  EXPECT_EQ(errors[1]["file"], "locked.zip/may.pdf");
}

TEST_F(Archives, ABombInOneCostsOneLine) {
  std::ofstream(scratch_.path() / "bomb.txt") << std::string(300'000'000 / (kOneIn * kOneIn), '5');
  zip("bomb.zip", "bomb.txt may.pdf");
  const Outcome outcome =
      run_program("check --format json --memory-limit 128 bomb.zip", scratch_.path());
  const nlohmann::json json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["reports"].size(), 1U);
  ASSERT_EQ(json["errors"].size(), 1U);
  EXPECT_EQ(json["errors"][0]["file"], "bomb.zip/bomb.txt");
#if !defined(__SANITIZE_ADDRESS__)
  EXPECT_EQ(json["errors"][0]["code"], "memory_limit");
#endif
}

TEST_F(Archives, TheSameReportStandsInTheDataOnce) {
  scratch_.write("may.txt", text_);
  const Outcome outcome = run_program("convert -o out --lang en may.pdf may.txt", scratch_.path());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.err.find("may.txt is the same report as may.pdf"), std::string::npos);
  const nlohmann::json package = nlohmann::json::parse(scratch_.read("out/datapackage.json"));
  EXPECT_EQ(package["sources"].size(), 2U);
  run_program("convert -o alone may.pdf", scratch_.path());
  EXPECT_EQ(scratch_.read("out/figures.csv"), scratch_.read("alone/figures.csv"));
}

TEST_F(Archives, ARevisedReportStandsBesideTheFirst) {
  scratch_.write("may.txt", revised());
  const Outcome outcome = run_program("convert -o out may.pdf may.txt", scratch_.path());
  EXPECT_NE(outcome.err.find("may.pdf and may.txt are of one period"), std::string::npos)
      << outcome.err;
  const std::string csv = scratch_.read("out/table1.csv");
  EXPECT_NE(csv.find(",may.pdf,1\r\n"), std::string::npos) << csv;
  EXPECT_NE(csv.find(",may.txt,1\r\n"), std::string::npos) << csv;
}

TEST_F(Archives, CheckHoldsIssuesOfOneMonthAgainstEachOther) {
  scratch_.write("same.txt", text_);
  std::string table = text_;
  table.replace(table.find("462.1 "), 5, "462.3");
  scratch_.write("z.txt", table);
  const Outcome outcome =
      run_program("check --format json --fail-on never may.pdf same.txt z.txt", scratch_.path());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const nlohmann::json across = nlohmann::json::parse(outcome.out)["across"];
  ASSERT_EQ(across.size(), 3U) << across;
  EXPECT_EQ(across[0]["file"], "same.txt");
  EXPECT_EQ(across[0]["finding"]["rule"], "A04");
  EXPECT_EQ(across[0]["finding"]["severity"], "note");
  EXPECT_EQ(across[1]["file"], "z.txt");
  EXPECT_EQ(across[1]["finding"]["rule"], "A03");
  EXPECT_EQ(across[1]["finding"]["candidates"][0]["printed"], "462.3");
  EXPECT_EQ(across[1]["finding"]["severity"], "warning");
  EXPECT_EQ(across[2]["finding"]["rule"], "A04");
  EXPECT_EQ(across[2]["finding"]["severity"], "warning");
}

TEST_F(Archives, ResumeReadsOnlyWhatHasChanged) {
  fs::create_directory(scratch_.path() / "in");
  fs::rename(scratch_.path() / "may.pdf", scratch_.path() / "in/1.pdf");
  scratch_.write("in/2.txt", revised());
  zip("in/3.zip", "in/2.txt");
  run_program("convert -o out --resume in", scratch_.path());
  const std::string first = scratch_.read("out/figures.csv");
  EXPECT_NE(first.find(",in/2.txt,"), std::string::npos);
  const Outcome same = run_program("convert -o out --resume in", scratch_.path());
  EXPECT_NE(same.err.find("3 reports were reused"), std::string::npos) << same.err;
  EXPECT_EQ(scratch_.read("out/figures.csv"), first);
  scratch_.write("in/2.txt", text_);
  const Outcome changed = run_program("convert -o out --resume in", scratch_.path());
  EXPECT_NE(changed.err.find("2 reports were reused"), std::string::npos) << changed.err;
  EXPECT_NE(changed.err.find("in/2.txt is the same report"), std::string::npos) << changed.err;
  // Notes that were changed behind its back are not believed.
  std::string notes = scratch_.read("out/.tradereport-resume");
  notes[notes.size() / 4] ^= 1;
  scratch_.write("out/.tradereport-resume", notes);
  const Outcome damaged = run_program("convert -o out --resume in", scratch_.path());
  EXPECT_EQ(damaged.err.find("3 reports were reused"), std::string::npos) << damaged.err;
  EXPECT_EQ(run_program("convert -o plain in", scratch_.path()).status, 0);
  EXPECT_EQ(scratch_.read("out/figures.csv"), scratch_.read("plain/figures.csv"));
}

// Starts the program in the folder with these arguments; returns its process.
int start(const fs::path& folder, const std::vector<std::string>& args,
          const std::function<void()>& before = {}) {
  const int process = ::fork();
  if (process != 0) return process;
  if (::chdir(folder.c_str()) != 0) ::_exit(99);
  const int log = ::open("log", O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  if (before) before();
  std::vector<char*> argv{const_cast<char*>(kProgramFile)};
  for (const std::string& arg : args) argv.push_back(const_cast<char*>(arg.c_str()));
  argv.push_back(nullptr);
  ::execv(kProgramFile, argv.data());
  ::_exit(98);
}

TEST_F(Archives, CtrlCLeavesNoHalfFile) {
  scratch_.write("in/1.txt", text_);
  scratch_.write("in/2.pdf", hostile_files(5, "")[4].bytes);  // endless
  scratch_.write("out/figures.csv", "older");
  const int process = start(scratch_.path(), {"convert", "-o", "out", "in"});
  ::usleep(400'000);
  EXPECT_EQ(::kill(process, SIGINT), 0);
  int status = 0;
  ASSERT_EQ(::waitpid(process, &status, 0), process);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT) << status;
  EXPECT_EQ(scratch_.read("out/figures.csv"), "older");
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(scratch_.path() / "out"))
    ++files;
  EXPECT_EQ(files, 1U);
}

void refuse_filters() {
  scmp_filter_ctx const filter = ::seccomp_init(SCMP_ACT_ALLOW);
  ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp), 0);
  ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1,
                     SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP));
  if (::seccomp_load(filter) != 0) ::_exit(97);
}

TEST_F(Archives, ARefusedSandboxIsSaidOnceAndMayBeRequired) {
  scratch_.write("may.txt", text_);
  int status = 0;
  const auto run = [&](const std::vector<std::string>& args) {
    ::waitpid(start(scratch_.path(), args, refuse_filters), &status, 0);
    return scratch_.read("log");
  };
  const std::string log = run({"check", "--fail-on", "never", "may.txt", "may.pdf"});
  if (WIFEXITED(status) && WEXITSTATUS(status) == 97) GTEST_SKIP() << "no filters here";
  EXPECT_EQ(WEXITSTATUS(status), 0) << log;
  const std::string line = "to be sandboxed";
  ASSERT_NE(log.find(line), std::string::npos) << log;
  EXPECT_EQ(log.find(line, log.find(line) + 1), std::string::npos) << log;
  EXPECT_NE(log.find("2 reports: "), std::string::npos) << log;

  const std::string required = run({"check", "--require-sandbox", "may.txt", "may.pdf"});
  EXPECT_EQ(WEXITSTATUS(status), 2) << required;
  EXPECT_EQ(required.find("figures in tables"), std::string::npos) << required;
}

// Kills workers of a running program at random moments: each costs at most one file.
TEST_F(Archives, KilledWorkersCostOneFileEach) {
  constexpr int kFiles = 60;
  constexpr int kMostKills = 20;  // so that some are left, however slow the machine
  for (int i = 0; i < kFiles; ++i) scratch_.write("in/" + std::to_string(i) + ".txt", text_);
  const int process =
      start(scratch_.path(), {"check", "--fail-on", "never", "--format", "json", "in"});
  unsigned seed = 7;
  int kills = 0;
  int status = 0;
  while (::waitpid(process, &status, WNOHANG) == 0) {
    seed = seed * 1664525U + 1013904223U;
    ::usleep((seed >> 8U) % (kills == 0 ? 20'000 : 60'000));
    if (kills == kMostKills) continue;
    std::ifstream children("/proc/" + std::to_string(process) + "/task/" + std::to_string(process) +
                           "/children");
    std::vector<int> workers;
    for (int worker = 0; children >> worker;) workers.push_back(worker);
    if (workers.empty()) continue;
    ::kill(workers[(seed >> 4U) % workers.size()], SIGKILL);
    ++kills;
  }
  const std::string log = scratch_.read("log");
  std::size_t reports = 0;
  for (std::size_t at = log.find("\"figures\": "); at != std::string::npos;
       at = log.find("\"figures\": ", at + 1))
    ++reports;
  EXPECT_GT(kills, 0);
  EXPECT_GE(reports + static_cast<std::size_t>(kills), std::size_t{kFiles}) << log;
  EXPECT_GT(reports, 0U);
}

}  // namespace
}  // namespace tradereport::tools::test
