// Two versions of a report: what changed, and what ought to have changed too.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/places.h"
#include "tests/tools/run_program.h"
#include "tests/tools/sample_report.h"
#include "tools/writers/diff/diff_output.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {
namespace {

using test::sample_finding;
using test::sample_report;
using ::testing::HasSubstr;

const std::vector<Finding> kNothing;

TEST(ReportDiff, FiguresThatChangeComeAndGo) {
  const Report before = sample_report();
  Report after = before;
  after.figures[0].value = *Decimal::parse("99.9");
  after.figures[0].printed = "99.9";
  after.figures.pop_back();
  Figure more = before.figures[1];
  more.key.row = "another";
  after.figures.push_back(more);
  const ReportDiff diff = diff_reports({before, kNothing}, {after, kNothing});
  ASSERT_EQ(diff.changes.size(), 3U);
  EXPECT_EQ(diff.changes[0].before->printed, before.figures[0].printed);
  EXPECT_EQ(diff.changes[0].after->printed, "99.9");
  EXPECT_FALSE(diff.changes[1].before);
  EXPECT_EQ(diff.changes[1].after->key->row, "another");
  EXPECT_FALSE(diff.changes[2].after);
  EXPECT_EQ(diff.changes[2].before->key->row, before.figures.back().key.row);
  EXPECT_EQ(diff.same, before.figures.size() + before.claims.size() - 2);
}

// 73 is not printed as 73.0, and the third is not the second: the reader is told something else.
TEST(ReportDiff, DecimalsUnitAndRankCount) {
  const Report before = sample_report();
  const auto changes = [&](const std::function<void(Figure&)>& change) {
    Report after = before;
    change(after.figures[0]);
    return diff_reports({before, kNothing}, {after, kNothing}).changes.size();
  };
  EXPECT_EQ(changes([](Figure&) {}), 0U);
  EXPECT_EQ(changes([](Figure& f) {
              f.value = Decimal(f.value.unscaled() * 10, f.value.decimals() + 1);
            }),
            1U);
  EXPECT_EQ(changes([](Figure& f) { f.unit = "another"; }), 1U);
  EXPECT_EQ(changes([](Figure& f) { f.key.rank = 7; }), 1U);
  EXPECT_EQ(changes([](Figure& f) { f.printed += " "; }), 0U);
}

// The text prints a figure twice; each is held against its own.
TEST(ReportDiff, EqualKeysArePairedInOrder) {
  Report before = sample_report();
  before.claims.push_back(before.claims[0]);
  Report after = before;
  after.claims[1].value = *Decimal::parse("77.7");
  const ReportDiff diff = diff_reports({before, kNothing}, {after, kNothing});
  ASSERT_EQ(diff.changes.size(), 1U);
  EXPECT_EQ(*diff.changes[0].after->value, *Decimal::parse("77.7"));
}

TEST(ReportDiff, FindingsThatWereThereAreNotToldAgain) {
  const Report report = sample_report();
  std::vector<Finding> old{sample_finding()};
  old[0].fingerprint = "1";
  std::vector<Finding> now = old;
  EXPECT_TRUE(diff_reports({report, old}, {report, now}).found.empty());
  now[0].fingerprint = "2";
  const ReportDiff diff = diff_reports({report, old}, {report, now});
  EXPECT_EQ(diff.found.size(), 1U);
  EXPECT_EQ(diff.gone, 1U);
  EXPECT_FALSE(diff.left_behind.empty());
}

// A figure that did change is not left behind.
TEST(ReportDiff, WhatChangedIsNotLeftBehind) {
  const Report before = sample_report();
  Report after = before;
  Finding finding = sample_finding();
  finding.fingerprint = "new";
  finding.candidates = {{item_of(after.figures[0]), {}, "", 0},
                        {item_of(after.figures[1]), {}, "", 1}};
  after.figures[0].value = *Decimal::parse("99.9");
  const ReportDiff diff = diff_reports({before, kNothing}, {after, {finding}});
  ASSERT_EQ(diff.left_behind.size(), 1U);
  EXPECT_EQ(*diff.left_behind[0].item.key, after.figures[1].key);
}

std::vector<std::string> member_names(const Json& json) {
  std::vector<std::string> all;
  for (const auto& [key, value] : json.items()) all.push_back(key);
  return all;
}

TEST(ReportDiff, SchemaHasTheSameKeys) {
  const Report before = sample_report();
  Report after = before;
  after.figures[0].value = *Decimal::parse("99.9");
  const ReportDiff diff = diff_reports({before, kNothing}, {after, {sample_finding()}});
  const Json json = Json::parse(diff_json(diff, before, after, Language::en));
  const Json schema =
      Json::parse(test::read_file(std::string(kSourceFolder) + "/schemas/diff.schema.json"));
  EXPECT_EQ(member_names(schema["properties"]), member_names(json));
  EXPECT_EQ(member_names(schema["$defs"]["version"]["properties"]), member_names(json["before"]));
  EXPECT_EQ(member_names(schema["$defs"]["item"]["properties"]),
            member_names(json["changes"][0]["before"]));
  EXPECT_EQ(member_names(schema["$defs"]["item"]["properties"]),
            member_names(json["changes"][0]["after"]));
}

class DiffCommand : public ::testing::Test {
 protected:
  test::Outcome run(const std::string& args) const {
    return test::run_program("diff " + args, scratch_.path());
  }

  const std::string text_ = test::read_file(test::sample("beijing-goods-2024-05.txt"));
  const std::string pdf_ = "'" + test::sample("beijing-goods-2024-05.pdf").string() + "'";
  test::ScratchFolder scratch_;
};

TEST_F(DiffCommand, TheSameFiguresInAnotherFormAreTheSame) {
  scratch_.write("may.txt", text_);
  const test::Outcome outcome = run(pdf_ + " may.txt");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("no figure changed, 322 unchanged"));
}

TEST_F(DiffCommand, AChangeThatTheRestDoesNotFollow) {
  std::string text = text_;
  text.replace(text.find("462.1 "), 5, "462.3");
  scratch_.write("new.txt", text);
  const test::Outcome outcome = run(pdf_ + " new.txt");
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_THAT(outcome.out,
              HasSubstr("changed  table 1, 进出口总额, month, value: 462.1 → 462.3 亿美元"));
  EXPECT_THAT(outcome.out,
              HasSubstr("Wrong in the new version, and not in the old one:\n\nerror M01"));
  EXPECT_THAT(run("--lang zh " + pdf_ + " new.txt").out, HasSubstr("改动"));
}

TEST_F(DiffCommand, WhatIsNoTwoVersionsOfOneReport) {
  scratch_.write("new.txt", text_);
  const std::string june = "'" + test::sample("xelatex-2022-06.pdf").string() + "'";
  EXPECT_THAT(run(june + " new.txt").err, HasSubstr("is not another version of"));
  for (const std::string& args :
       {june + " new.txt", std::string("nowhere new.txt"), std::string("new.txt"),
        "new.txt '" + std::string(kSourceFolder) + "/samples'"})
    EXPECT_EQ(run(args).status, 2) << args;
}

// A figure that is not read in the new version is no figure that has gone.
TEST_F(DiffCommand, WhatWasNotReadIsSaid) {
  std::string text = text_;
  text.replace(text.find("462.1 "), 5, "XX   ");
  scratch_.write("new.txt", text);
  const test::Outcome outcome = run(pdf_ + " new.txt");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("new.txt"));
}

}  // namespace
}  // namespace tradereport::tools
