// Every rule has its pages and its fixtures: ID-pass-x.json gives no finding, ID-fail-x.json
// exactly one, of that rule.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tests/places.h"
#include "tests/validator/report_builder.h"
#include "validator/archive/editions.h"
#include "validator/findings/describe.h"
#include "validator/rules.h"
#include "validator/validate.h"

namespace tradereport::validator::test {
namespace {

constexpr const char* kFolder = "tests/fixtures/rules";

struct Fixture {
  std::string name;  // "T01-fail-a"
  std::string rule;
  bool pass = false;
};

std::vector<Fixture> fixtures() {
  std::vector<Fixture> all;
  const auto folder = std::filesystem::path(kSourceFolder) / kFolder;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().stem().string();
    all.push_back({name, name.substr(0, 3), name.find("-pass-") != std::string::npos});
  }
  std::sort(all.begin(), all.end(),
            [](const Fixture& a, const Fixture& b) { return a.name < b.name; });
  return all;
}

// A fixture has one report, or several to be held against each other.
std::vector<Finding> findings_of(const Fixture& fixture) {
  const auto json =
      nlohmann::json::parse(read_source_file(std::string(kFolder) + "/" + fixture.name + ".json"));
  if (!json.contains("reports")) return validate(report_from_json(json), family());
  Editions editions;
  for (const auto& entry : json["reports"]) {
    Report report = report_from_json(entry);
    report.file = entry["file"];
    editions.add(report, validate(report, family()));
  }
  std::vector<Finding> findings;
  for (const EditionFinding& found : check_editions(editions, family())) {
    // A figure that was revised says also that there are two editions; months lie between others.
    if (found.finding.rule == fixture.rule) findings.push_back(found.finding);
  }
  return findings;
}

TEST(RuleFixtures, GiveWhatTheirNameSays) {
  for (const Fixture& fixture : fixtures()) {
    SCOPED_TRACE(fixture.name);
    std::vector<std::string> found;
    for (const Finding& finding : findings_of(fixture)) {
      found.push_back(finding.rule);
      SCOPED_TRACE(describe(finding, Language::en));
      if (fixture.pass) ADD_FAILURE() << "finding in a report that is right";
    }
    if (fixture.pass) continue;
    EXPECT_THAT(found, testing::ElementsAre(fixture.rule));
  }
}

TEST(RuleFixtures, ThereAreBothForEveryRule) {
  std::set<std::string> names;
  for (const Fixture& fixture : fixtures()) names.insert(fixture.name);
  for (const RuleInfo& rule : rules()) {
    EXPECT_TRUE(names.contains(std::string(rule.id) + "-pass-a")) << rule.id;
    EXPECT_TRUE(names.contains(std::string(rule.id) + "-fail-a")) << rule.id;
  }
}

TEST(RuleFixtures, MessagesAreFilledInBothLanguages) {
  for (const Fixture& fixture : fixtures()) {
    SCOPED_TRACE(fixture.name);
    for (const Finding& finding : findings_of(fixture)) {
      for (const Language language : {Language::en, Language::zh}) {
        EXPECT_TRUE(has_message(language, finding.message)) << finding.message;
        std::vector<std::string> texts = describe_proof(finding, language);
        texts.push_back(describe(finding, language));
        for (const std::string& text : texts) {
          EXPECT_THAT(text, testing::Not(testing::AnyOf(testing::HasSubstr("{"),
                                                        testing::StartsWith("proof."),
                                                        testing::StartsWith(finding.rule))));
        }
      }
    }
  }
}

TEST(Editions, KeepTheFiguresOfTables) {
  const Report report = consistent_report(1);
  Editions editions;
  editions.add(report);
  editions.add(report);
  for (const Edition& edition : editions.all()) {
    const std::vector<EditionFigure> figures = edition.figures.all();
    ASSERT_EQ(figures.size(), report.figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
      EXPECT_EQ(editions.key(figures[i].key), report.figures[i].key);
      EXPECT_EQ(figures[i].value, report.figures[i].value);
      EXPECT_EQ(figures[i].page, report.figures[i].source.page);
    }
  }
}

TEST(Rules, AreSortedAndUnique) {
  for (std::size_t i = 1; i < rules().size(); ++i) EXPECT_LT(rules()[i - 1].id, rules()[i].id);
  EXPECT_EQ(rules().size(), 27U);
}

TEST(Rules, HavePagesInBothLanguages) {
  for (const RuleInfo& rule : rules()) {
    for (const Language language : {Language::en, Language::zh}) {
      const std::string heading = "# " + std::string(rule.id) + " ";
      EXPECT_TRUE(rule_page(rule.id, language).starts_with(heading)) << rule.id;
    }
  }
  EXPECT_EQ(rule_page("X99", Language::en), "");
}

TEST(Rules, AreAllThatTheFamilyNames) {
  std::set<std::string_view> ids;
  for (const RuleInfo& rule : rules()) ids.insert(rule.id);
  for (const RelationForm& relation : family().relations) {
    for (const auto& [world, rule] : relation.rules)
      EXPECT_TRUE(ids.contains(rule)) << relation.id << ": " << rule;
  }
}

TEST(Rules, OnlyErrorsAndWarnings) {
  for (const RuleInfo& rule : rules()) {
    const bool warning = rule.id.starts_with('A') || rule.id == "D02" || rule.id == "D03" ||
                         rule.id == "D04" || rule.id == "D06" || rule.id == "N01";
    EXPECT_EQ(rule.severity, warning ? Severity::warning : Severity::error) << rule.id;
  }
}

}  // namespace
}  // namespace tradereport::validator::test
