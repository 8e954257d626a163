// A lock that refuses what Poppler does on some system must not show as reports without text.
#include <gtest/gtest.h>

#include <string>

#include "schemas/messages.h"
#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

constexpr const char* kRefused = "was refused system calls: ";

class Lock : public ::testing::Test {
 protected:
  void SetUp() override {
    scratch_.write("embedded.pdf", read_file(sample("beijing-goods-2024-05.pdf")));
    scratch_.write("a.pdf", read_file(sample("haru-gbk-2024-08.pdf")));
    scratch_.write("b.pdf", read_file(sample("reportlab-2023-05.pdf")));
  }

  // Runs the program with folders that may not be listed: by "workers" or "everywhere". Those that
  // look for leaks list the threads of the process.
  Outcome run_refused(const std::string& where, const std::string& args) {
    Outcome outcome =
        run_program(args, scratch_.path(),
                    "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 "
                    "LD_PRELOAD='" +
                        std::string(kRefuseListingFile) + "' REFUSE_LISTING=" + where);
    refusing_ = outcome.status != 97;
    return outcome;
  }

  static std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
      ++found;
    return found;
  }

  ScratchFolder scratch_;
  bool refusing_ = true;  // false: this system has no filters of system calls
};

TEST_F(Lock, ThatDoesNotFitTheSystemIsSaidOnce) {
  for (const char* const jobs : {"-j1", "-j2"}) {
    const Outcome outcome = run_refused(
        "workers", std::string("check --fail-on never a.pdf b.pdf embedded.pdf ") + jobs);
    if (!refusing_) GTEST_SKIP() << "no filters here";
    EXPECT_EQ(outcome.status, 2);
    const std::string message = format_message(Language::en, "cli.sandbox.does_not_fit") + "\n";
    EXPECT_EQ(count(outcome.err, "tradereport: " + message), 1U) << outcome.err;
    const std::string unread = format_message(Language::en, "read.no_character_maps") + "\n";
    EXPECT_EQ(count(outcome.err, "a.pdf: " + unread), 1U) << outcome.err;
    EXPECT_EQ(count(outcome.err, "b.pdf: " + unread), 1U) << outcome.err;
    EXPECT_EQ(outcome.error_lines(), 3U) << outcome.err;
    EXPECT_TRUE(outcome.out.starts_with("embedded.pdf: ")) << outcome.out;
  }
}

TEST_F(Lock, WhatItRefusesIsSaidIfAskedFor) {
  const Outcome outcome = run_refused("workers", "check --verbose --fail-on never a.pdf");
  if (!refusing_) GTEST_SKIP() << "no filters here";
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(
      outcome.err.find("a.pdf: the process that read it " + std::string(kRefused) + "openat\n"),
      std::string::npos)
      << outcome.err;
  const Outcome chinese = run_refused("workers", "check -v --lang zh --fail-on never a.pdf");
  EXPECT_NE(chinese.err.find("openat\n"), std::string::npos) << chinese.err;
  EXPECT_EQ(chinese.err.find(kRefused), std::string::npos) << chinese.err;
}

TEST_F(Lock, IsNotBlamedForMapsThatAreMissing) {
  const Outcome outcome = run_refused("everywhere", "check --fail-on never a.pdf embedded.pdf");
  if (!refusing_) GTEST_SKIP() << "no filters here";
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(
      count(outcome.err, "tradereport: " + format_message(Language::en, "cli.maps.missing") + "\n"),
      1U)
      << outcome.err;
  EXPECT_EQ(outcome.error_lines(), 2U) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("embedded.pdf: ")) << outcome.out;
}

// On every system that the project is tested on.
TEST_F(Lock, RefusesNothingThatReadingSamplesTakes) {
  const std::string folder = sample("").string();
  const Outcome outcome =
      run_program("check --verbose --fail-on never '" + folder + "'", scratch_.path());
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
}

}  // namespace
}  // namespace tradereport::tools::test
