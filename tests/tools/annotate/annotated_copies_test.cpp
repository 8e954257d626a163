// `check --annotate DIR` as people run it.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/tools/annotate/annotated.h"
#include "tests/tools/run_program.h"
#include "tests/tools/zip_maker.h"

namespace tradereport::tools {
namespace {

using test::complaints_of_viewers;
using test::Outcome;
using test::read_file;
using test::run_program;
using test::sample;
using test::ScratchFolder;
using test::seen_marks;
using test::SeenMark;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// With the error of May, and without any finding.
constexpr const char* kWrong = "beijing-goods-2024-05.pdf";
constexpr const char* kRight = "xelatex-2022-06.pdf";

ScratchFolder& with_sample(ScratchFolder& folder, const char* name, const std::string& as) {
  folder.write(as, read_file(sample(name)));
  return folder;
}

Outcome annotate(const ScratchFolder& folder, const std::string& args) {
  return run_program("check --fail-on never --quiet " + args, folder.path());
}

TEST(AnnotatedCopies, HoldTheFindingsAsNotes) {
  ScratchFolder folder;
  with_sample(folder, kWrong, "in/may.pdf");
  const Outcome outcome = annotate(folder, "--lang zh in/may.pdf --annotate out");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("out：1 个 PDF 中有 1 个"));
  const std::string original = read_file(folder.path() / "in/may.pdf");
  EXPECT_TRUE(read_file(folder.path() / "out/may.pdf").starts_with(original));
  EXPECT_EQ(complaints_of_viewers(folder.path() / "out/may.pdf"), "");
  const std::vector<SeenMark> marks = seen_marks(folder.path() / "out/may.pdf");
  std::size_t blamed = 0;
  for (const SeenMark& mark : marks) {
    if (mark.type != "Highlight") continue;
    EXPECT_THAT(mark.title, HasSubstr("tradereport M01"));
    EXPECT_THAT(mark.note, HasSubstr("错误 M01（已证明）"));
    if (!mark.note.starts_with("错误")) {
      EXPECT_THAT(mark.note, HasSubstr("（" + mark.text + "），代表"));
      continue;
    }
    ++blamed;
    EXPECT_EQ(mark.text, "-24.3");
    EXPECT_EQ(mark.page, 2);
    EXPECT_THAT(mark.note, HasSubstr("原文为：-24.3\n可能为：10.4 至 11.5\n建议改为：11.0\n"));
  }
  EXPECT_EQ(blamed, 1U);
  EXPECT_EQ(marks.size(), 21U);
}

TEST(AnnotatedCopies, AreWrittenWhereSomethingIsFoundAlone) {
  ScratchFolder folder;
  with_sample(with_sample(folder, kWrong, "in/2024/may.pdf"), kRight, "in/2022/june.pdf");
  EXPECT_EQ(annotate(folder, "in/2022/june.pdf in/2024/may.pdf --annotate out").status, 0);
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "out/2024/may.pdf"));
  // What the two say of each other (months between them are missing) is about the later one.
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "out/2022/june.pdf"));
}

TEST(AnnotatedCopies, OfReportsThatAreRightNowAreRemoved) {
  ScratchFolder folder;
  with_sample(folder, kWrong, "in/a.pdf");
  EXPECT_EQ(annotate(folder, "in/a.pdf --annotate out").status, 0);
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "out/a.pdf"));
  with_sample(folder, kRight, "in/a.pdf");
  EXPECT_EQ(annotate(folder, "in/a.pdf --annotate out").status, 0);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "out/a.pdf"));
}

TEST(AnnotatedCopies, OverwriteTheirOwnKindAlone) {
  ScratchFolder folder;
  with_sample(folder, kWrong, "may.pdf");
  EXPECT_EQ(annotate(folder, "may.pdf --annotate out").status, 0);
  const std::string copy = read_file(folder.path() / "out/may.pdf");
  EXPECT_EQ(annotate(folder, "may.pdf --annotate out --lang zh").status, 0);
  EXPECT_NE(read_file(folder.path() / "out/may.pdf"), copy);
  for (const std::string& there : {copy + "%", std::string("notes"), read_file(sample(kRight))}) {
    folder.write("out/may.pdf", there);
    const Outcome refused = annotate(folder, "may.pdf --annotate out");
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("--force"));
    EXPECT_EQ(read_file(folder.path() / "out/may.pdf"), there);
  }
  EXPECT_EQ(annotate(folder, "may.pdf --annotate out --force").status, 0);
  EXPECT_EQ(read_file(folder.path() / "out/may.pdf"), copy);
  EXPECT_THAT(ScratchFolder().names(), ElementsAre());
}

TEST(AnnotatedCopies, NeverReplaceAReport) {
  ScratchFolder folder;
  with_sample(folder, kWrong, "may.pdf");
  const Outcome refused = annotate(folder, "may.pdf --annotate . --force");
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("one of the reports"));
  EXPECT_EQ(read_file(folder.path() / "may.pdf"), read_file(sample(kWrong)));
  // Nor by way of a link, or of a copy that is checked itself.
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "link");
  EXPECT_EQ(annotate(folder, "may.pdf --annotate link --force").status, 2);
  EXPECT_EQ(read_file(folder.path() / "may.pdf"), read_file(sample(kWrong)));
  EXPECT_EQ(annotate(folder, "may.pdf --annotate out").status, 0);
  const std::string copy = read_file(folder.path() / "out/may.pdf");
  EXPECT_EQ(annotate(folder, "out/may.pdf --annotate out").status, 2);
  EXPECT_EQ(read_file(folder.path() / "out/may.pdf"), copy);
}

TEST(AnnotatedCopies, OfAnEarlierRunAreNoReports) {
  ScratchFolder folder;
  with_sample(folder, kWrong, "may.pdf");
  EXPECT_EQ(annotate(folder, ". --annotate marked").status, 0);
  const Outcome again = annotate(folder, ". --annotate marked");
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_THAT(again.out, Not(HasSubstr("A04")));
  EXPECT_THAT(again.err, HasSubstr("1 of 1 PDF "));
}

TEST(AnnotatedCopies, OfAnEarlierRunAreNotPublishedEither) {
  ScratchFolder folder;
  with_sample(folder, kWrong, "may.pdf");
  EXPECT_EQ(annotate(folder, "may.pdf --annotate archive/marked").status, 0);
  const Outcome again = annotate(folder, "may.pdf --against archive --annotate archive/marked");
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, HasSubstr("archive"));
  EXPECT_THAT(again.out, Not(HasSubstr("marked")));
}

TEST(AnnotatedCopies, AloneAreNothingToCheck) {
  ScratchFolder folder;
  with_sample(folder, kWrong, "may.pdf");
  EXPECT_EQ(annotate(folder, "may.pdf --annotate marked").status, 0);
  EXPECT_EQ(annotate(folder, "marked --annotate marked").status, 2);
}

TEST(AnnotatedCopies, TextsAndStandardInputAreSaid) {
  ScratchFolder folder;
  with_sample(folder, "beijing-goods-2024-05.txt", "may.txt");
  const Outcome outcome = annotate(folder, "may.txt --annotate out");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("1 report is none: may.txt"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "out"));
  with_sample(folder, kWrong, "may.pdf");
  EXPECT_THAT(annotate(folder, "- --annotate out <may.pdf").err, HasSubstr("1 report is none: -"));
}

TEST(AnnotatedCopies, ReportsInArchivesHaveThemToo) {
  ScratchFolder folder;
  folder.write("all.zip", test::zip_of({{"2024/may.pdf", read_file(sample(kWrong))}}));
  const Outcome outcome = annotate(folder, "all.zip --annotate out");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(read_file(folder.path() / "out/may.pdf").starts_with(read_file(sample(kWrong))));
}

TEST(AnnotatedCopies, LockedAndProtectedFilesAreSaid) {
  ScratchFolder folder;
  for (const auto& [name, how] : std::map<std::string, std::string>{
           {"locked", "secret owner 256"}, {"protected", "'' owner 256 --annotate=n"}}) {
    const std::string command = fmt::format("qpdf --encrypt {} -- '{}' '{}/{}.pdf'", how,
                                            sample(kWrong).string(), folder.path().string(), name);
    ASSERT_EQ(std::system(command.c_str()), 0);
  }
  const Outcome locked = annotate(folder, "locked.pdf --annotate out");
  EXPECT_EQ(locked.status, 2);
  EXPECT_THAT(locked.err, HasSubstr("locked.pdf: the file is locked with a password"));
  const Outcome kept = annotate(folder, "protected.pdf --annotate out");
  EXPECT_EQ(kept.status, 2);
  EXPECT_THAT(kept.err, HasSubstr("protected.pdf: the PDF forbids annotations"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "out/protected.pdf"));
}

TEST(AnnotatedCopies, AFolderThatCannotBeWrittenIsSaid) {
  ScratchFolder folder;
  with_sample(folder, kWrong, "may.pdf");
  folder.write("out", "a file");
  const Outcome outcome = annotate(folder, "may.pdf --annotate out");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("out: cannot be written"));
}

}  // namespace
}  // namespace tradereport::tools
