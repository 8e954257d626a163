// Reports that are held against published ones: check --against.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/tools/run_program.h"

namespace tradereport::tools::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Against : public ::testing::Test {
 protected:
  void SetUp() override {
    text_ = read_file(sample("beijing-goods-2024-05.txt"));
    scratch_.write("drafts/june.pdf", read_file(sample("xelatex-2022-06.pdf")));
  }

  // The sample with another figure in table 1.
  std::string changed() const {
    std::string text = text_;
    return text.replace(text.find("462.1 "), 5, "462.3");
  }

  Outcome run(const std::string& args) const { return run_program(args, scratch_.path()); }

  static std::vector<std::string> files(const Outcome& outcome, const char* list) {
    std::vector<std::string> names;
    const nlohmann::json result = nlohmann::json::parse(outcome.out);
    for (const nlohmann::json& entry : result[list]) names.push_back(entry["file"]);
    return names;
  }

  ScratchFolder scratch_;
  std::string text_;
};

// The published report has an error of its own.
TEST_F(Against, OnlyTheDraftsFindingsCount) {
  scratch_.write("archive/may.txt", text_);
  EXPECT_EQ(run("check archive").status, 1);
  const Outcome outcome = run("check drafts --against archive --format json");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(files(outcome, "reports"), ElementsAre("drafts/june.pdf"));
  EXPECT_THAT(files(outcome, "across"), ElementsAre());
  EXPECT_EQ(outcome.err, "");
}

// Whatever the files are called: the draft is the later one.
TEST_F(Against, WhatContradictsThePublishedReportsIsTheDrafts) {
  scratch_.write("z/may.txt", text_);
  scratch_.write("a/draft.txt", changed());
  const Outcome outcome = run("check a/draft.txt --fail-on never --format json --against z");
  const nlohmann::json across = nlohmann::json::parse(outcome.out)["across"];
  ASSERT_EQ(across.size(), 2U) << across;
  EXPECT_EQ(across[0]["file"], "a/draft.txt");
  EXPECT_EQ(across[0]["finding"]["rule"], "A03");
  EXPECT_EQ(across[1]["finding"]["rule"], "A04");
}

TEST_F(Against, PublishedReportsAreNotHeldAgainstEachOther) {
  scratch_.write("archive/1.txt", text_);
  scratch_.write("archive/2.txt", changed());
  EXPECT_THAT(files(run("check archive --format json"), "across"),
              ElementsAre("archive/2.txt", "archive/2.txt"));
  const Outcome outcome = run("check drafts --against archive --format json");
  EXPECT_THAT(files(outcome, "across"), ElementsAre());
}

TEST_F(Against, ADraftInTheArchiveIsNotHeldAgainstItself) {
  scratch_.write("drafts/may.txt", text_);
  const Outcome outcome =
      run("check drafts/june.pdf --against drafts drafts/may.txt --format json");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(files(outcome, "reports"), ElementsAre("drafts/june.pdf"));
}

TEST_F(Against, WhatCannotBeReadOfAFolderIsSaid) {
  scratch_.write("archive/may.txt", text_);
  scratch_.write("archive/torn.pdf", "%PDF-1.4");
  const Outcome outcome = run("check drafts --against archive --format json");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("archive/torn.pdf: "));
  EXPECT_THAT(files(outcome, "errors"), ElementsAre());
  EXPECT_EQ(run("check drafts --against archive/may.txt archive/torn.pdf").status, 2);
}

TEST_F(Against, NothingToCompareWithIsAFailure) {
  EXPECT_EQ(run("check drafts --against nowhere").status, 2);
  scratch_.write("archive/tourists.pdf", read_file(sample("tourist-arrivals-2025-05.pdf")));
  const Outcome outcome = run("check drafts --against archive");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("nothing was compared"));
}

}  // namespace
}  // namespace tradereport::tools::test
