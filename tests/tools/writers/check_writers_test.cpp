#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/places.h"
#include "tests/tools/sample_report.h"
#include "tests/tools/writers/json_schema.h"
#include "tools/workers/reading.h"
#include "tools/writers/check_json.h"
#include "tools/writers/findings/possible.h"
#include "tools/writers/json_writer.h"
#include "tools/writers/text_writer.h"

namespace tradereport::tools {
namespace {

using test::sample_family;
using test::sample_finding;
using test::sample_report;

std::vector<std::string> keys(const Json& json) {
  std::vector<std::string> names;
  for (const auto& [key, value] : json.items()) names.push_back(key);
  return names;
}

Json check_schema() {
  std::ifstream file(std::string(kSourceFolder) + "/schemas/check.schema.json");
  return Json::parse(file);
}

// Its first figure is held by a relation, the others by nothing.
validator::Validation sample_coverage(const Report& report) {
  validator::Validation checked{{sample_finding()}, validator::Verdict::impossible, {}};
  checked.coverage.figures.resize(report.figures.size() + report.claims.size());
  CheckedFigure& held = checked.coverage.figures.front();
  held = {NumeralState::rounding, Bounds(Rational(1), std::nullopt), {0}};
  checked.coverage.relations = {sample_finding().relations.front()};
  return checked;
}

TEST(ReportJson, KeysAreTheContract) {
  const Json json = report_json(sample_report(),
                                {{sample_finding()}, validator::Verdict::impossible}, Language::en);
  EXPECT_EQ(keys(json), (std::vector<std::string>{"file", "family", "period", "figures", "claims",
                                                  "numerals", "verdict", "checked", "findings"}));
  EXPECT_EQ(keys(json["findings"][0]),
            (std::vector<std::string>{
                "rule",  "severity",    "certainty",   "fingerprint", "message",   "place",
                "span",  "flow",        "group",       "rank",        "row",       "measure",
                "word",  "value",       "unit",        "printed",     "suggested", "possible",
                "page",  "line",        "boxes",       "candidates",  "evidence",  "relations",
                "proof", "certificate", "inequalities"}));
}

TEST(ReportJson, SchemaHasTheSameKeys) {
  Report report = sample_report();
  const Json plain = report_json(report, {}, Language::en);
  EXPECT_FALSE(plain["numerals"].contains("left_alone"));  // only where there are any
  report.numerals.push_back({"72,134", NumeralUse::left_alone, {}, {}});
  const Json json = report_json(report, sample_coverage(report), Language::en, true, true);
  const Json definitions = check_schema()["$defs"];
  const auto same = [&](const Json& value, const char* name) {
    const Json& definition = definitions[name];
    EXPECT_EQ(definition["additionalProperties"], false) << name;
    EXPECT_EQ(keys(definition["properties"]), keys(value)) << name;
    std::size_t optional = 0;
    for (const char* const key : {"left_alone", "blind", "use"}) optional += value.contains(key);
    optional += value.contains("blind") ? 1 : 0;  // its relations
    EXPECT_EQ(definition["required"].size() + optional, value.size()) << name;
  };
  same(json, "report");
  same(json["numerals"], "numerals");
  same(json["blind"].back(), "checked_numeral");
  same(json["relations"][0], "holding_relation");
  EXPECT_EQ(json["blind"].size(), report.figures.size() + report.claims.size() + 1 +
                                      json["numerals"]["declared"].get<std::size_t>() +
                                      json["numerals"]["unread"].get<std::size_t>());
  EXPECT_EQ(json["blind"][0]["relations"][0], json["relations"][0]["id"]);
  EXPECT_EQ(json["blind"][0]["unnoticed"]["max"], nullptr);
  const Json& finding = json["findings"][0];
  same(finding, "finding");
  same(finding["candidates"][0], "candidate");
  same(finding["evidence"][0], "evidence");
  same(finding["relations"][0], "relation");
  same(finding["inequalities"][0], "inequality");
  same(error_json({"a.pdf", "empty", {}}, Language::en), "error");
}

TEST(ReportJson, SchemaKnowsEveryErrorCode) {
  const Json codes = check_schema()["$defs"]["error"]["properties"]["code"]["enum"];
  std::vector<std::string> known = codes.get<std::vector<std::string>>();
  std::vector<std::string> said;
  for (const Message& message : messages(Language::en))
    if (message.id.starts_with("read.")) said.emplace_back(message.id.substr(5));
  std::sort(known.begin(), known.end());
  std::sort(said.begin(), said.end());
  EXPECT_EQ(known, said);
}

TEST(ReportJson, Values) {
  const Json json = report_json(sample_report(),
                                {{sample_finding()}, validator::Verdict::impossible}, Language::en);
  EXPECT_EQ(json["numerals"], (Json{{"total", 3}, {"read", 1}, {"unread", 1}, {"declared", 1}}));
  const Json& finding = json["findings"][0];
  EXPECT_EQ(finding["place"], "text");
  EXPECT_EQ(finding["span"], "month");
  EXPECT_EQ(finding["suggested"], "-0.9");
  EXPECT_EQ(finding["possible"], (Json{{"min", "-0.95"}, {"max", "-0.85"}}));
  EXPECT_EQ(finding["boxes"], Json::parse("[[72.0,100.0,90.5,112.25]]"));
}

TEST(ReportJson, AbsentValuesAreNull) {
  Finding finding;
  finding.rule = "D02";
  const Json json = report_json(sample_report(), {{finding}, validator::Verdict::impossible},
                                Language::en)["findings"][0];
  for (const char* const key :
       {"certainty", "place", "span", "row", "measure", "printed", "suggested", "possible", "page"})
    EXPECT_TRUE(json[key].is_null()) << key;
  EXPECT_EQ(json["boxes"], Json::array());
}

// Nothing is blamed where nothing tells the candidates apart.
TEST(ReportJson, UndeterminedBlamesNothing) {
  Finding finding = sample_finding();
  finding.certainty = Certainty::undetermined;
  const Json json = report_json(sample_report(), {{finding}, validator::Verdict::impossible},
                                Language::en)["findings"][0];
  for (const char* const key : {"place", "row", "printed", "suggested", "possible"})
    EXPECT_TRUE(json[key].is_null()) << key;
  EXPECT_EQ(json["line"], 62);
  EXPECT_EQ(json["candidates"][0]["printed"], "-24.3");
}

TEST(CheckJsonText, IsAsTheSchemaSays) {
  const Report report = sample_report();
  Finding word = sample_finding();
  word.candidates.front().item.word = true;
  word.candidates.front().item.value.reset();
  word.candidates.front().possible.reset();
  word.candidates.front().suggested = "rose";
  Finding open = sample_finding();
  open.relations.front().left = Bounds(std::nullopt, Rational(1, 3));
  Finding bare;
  bare.rule = "D02";
  bare.fingerprint = "0123456789abcdef";
  CheckJson json;
  std::string text = json.report(
      report_json(report, {{sample_finding(), word, open, bare}, validator::Verdict::impossible},
                  Language::en, true));
  text += json.report(report_json(report, {}, Language::zh));
  text += json.report(report_json(report, sample_coverage(report), Language::zh, false, true));
  json.across(across_json("a.pdf", sample_finding(), Language::zh));
  json.error(error_json({"b.pdf", "empty", {}}, Language::en));
  text += json.finish();
  EXPECT_EQ(test::schema_errors(check_schema(), nlohmann::json::parse(text)),
            std::vector<std::string>{});
  CheckJson nothing;
  EXPECT_EQ(test::schema_errors(check_schema(), nlohmann::json::parse(nothing.finish())),
            std::vector<std::string>{});
}

TEST(Possible, OutwardAndNoLongerThanNeeded) {
  const EndsText third = ends_text(Bounds(Rational(1, 3), Rational(2, 3)), 1);
  EXPECT_EQ(third.min, "0.333");
  EXPECT_EQ(third.max, "0.667");
  const EndsText half = ends_text(Bounds(Rational(11), std::nullopt), 1);
  EXPECT_EQ(half.min, "11.0");
  EXPECT_FALSE(half.max);
}

TEST(ReportText, CaretsValuesAndTheRightPlace) {
  const std::string text =
      report_text(sample_report(), sample_family(), {sample_finding()}, TextStyle{});
  EXPECT_NE(text.find("may.txt: Sample Report, May 2024\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  --> may.txt:62, page 2\n"
                      "   | 同比增速分别为-24.3%、\n"
                      "   |               ^^^^^\n"
                      "   | printed    -24.3\n"
                      "   | possible   -0.95 to -0.85\n"
                      "   | suggested  -0.9\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("   = sample relation (month):\n"
                      "             printed   least  greatest\n"
                      "      Total    -24.3  -24.35    -24.25\n"
                      "      Total     -0.9   -0.95     -0.85\n"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(ReportText, ValuesAlignInChinese) {
  const std::string text = report_text(sample_report(), sample_family(), {sample_finding()},
                                       TextStyle{Language::zh, false, 100});
  EXPECT_NE(text.find("   | 原文为    -24.3\n   | 可能为    -0.95"), std::string::npos) << text;
}

TEST(ReportText, ColourOnlyWhereAsked) {
  const std::string text = report_text(sample_report(), sample_family(), {sample_finding()},
                                       TextStyle{Language::en, true, 100});
  EXPECT_NE(text.find("\x1b[1;31m^^^^^\x1b[0m"), std::string::npos);
}

TEST(ReportText, PagesThatWereNotCheckedAreNamed) {
  Report report = sample_report();
  report.problems.push_back({PageUnread{}, {}});
  report.problems.back().source.page = 3;
  const std::string text = report_text(report, sample_family(), {}, TextStyle{});
  EXPECT_NE(text.find("page 3 was not checked"), std::string::npos) << text;
}

TEST(TotalsText, NoFindingsOnlyIfAllWasRead) {
  Totals totals;
  totals.reports = 1;
  EXPECT_EQ(totals_text(totals, TextStyle{}), "no findings\n");
  totals.unread_pages = 2;
  EXPECT_EQ(totals_text(totals, TextStyle{}),
            "no findings in what could be read, 2 pages were not checked\n");
  totals = {};
  totals.reports = 1;
  totals.incomplete = 1;
  EXPECT_EQ(totals_text(totals, TextStyle{}),
            "no findings in what could be read, 1 report was not checked in full\n");
  totals = {3, 1, 2, 0, 1, 0};
  EXPECT_EQ(totals_text(totals, TextStyle{}),
            "3 reports: 1 error, 2 warnings, 1 file could not be read\n");
}

TEST(InputError, EveryCodeHasAMessageInEveryLanguage) {
  for (int code = 0; code <= static_cast<int>(parser::ReadError::Code::nothing_read); ++code)
    for (const Language language : {Language::en, Language::zh})
      EXPECT_TRUE(has_message(
          language, "read." + std::string(to_string(static_cast<parser::ReadError::Code>(code)))));
}

}  // namespace
}  // namespace tradereport::tools
