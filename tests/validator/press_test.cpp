// The figures of press texts of the Customs, as they were published (tests/truth/customs-press-zh,
// keyed by hand, with addresses where known), in sentences of the test's own: read exactly, and of
// the contradictions the one that is there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "parser/reader.h"
#include "schemas/family.h"
#include "tests/validator/report_builder.h"
#include "validator/findings/describe.h"
#include "validator/validate.h"

namespace tradereport::validator {
namespace {

struct PublishedFlow {
  std::string period, region, span, flow, value, unit, growth;
};

const std::vector<PublishedFlow>& published() {
  static const std::vector<PublishedFlow> all = [] {
    std::istringstream csv(test::read_source_file("tests/truth/customs-press-zh/figures.csv"));
    std::vector<PublishedFlow> flows;
    std::string line;
    std::getline(csv, line);
    while (std::getline(csv, line)) {
      std::istringstream fields(line);
      PublishedFlow flow;
      for (std::string* const field : {&flow.period, &flow.region, &flow.span, &flow.flow,
                                       &flow.value, &flow.unit, &flow.growth})
        std::getline(fields, *field, ',');
      flows.push_back(std::move(flow));
    }
    return flows;
  }();
  return all;
}

const Family& press() {
  static const Family family = [] {
    for (const auto& [file, toml] : bundled_families())
      if (file == "customs-press-zh.toml") return *load_family(toml, file).family;
    return Family{};
  }();
  return family;
}

using Text = std::pair<std::string, std::string>;  // its period and its region

std::vector<Text> texts() {
  std::vector<Text> all;
  for (const PublishedFlow& flow : published())
    if (all.empty() || all.back() != Text(flow.period, flow.region))
      all.emplace_back(flow.period, flow.region);
  return all;
}

const std::map<std::string, std::string> kFlows{{"total", "进出口"},
                                                {"export", "出口"},
                                                {"import", "进口"},
                                                {"surplus", "贸易顺差"},
                                                {"deficit", "贸易逆差"}};

std::string changed(const PublishedFlow& flow, int style) {
  const bool down = flow.growth.starts_with('-');
  const bool balance = flow.flow == "surplus" || flow.flow == "deficit";
  const std::string word = balance ? (down ? "收窄" : "扩大") : down ? "下降" : "增长";
  const std::string size = down ? flow.growth.substr(1) : flow.growth;
  const char* const before[] = {"同比", "", "比去年同期", "较上年同期(下同)"};
  return before[style % 4] + word + size + "%";
}

// One text in one of several wordings.
std::string written(const Text& text, int style) {
  const std::string year = text.first.substr(0, 4);
  const std::string month = std::to_string(std::stoi(text.first.substr(5)));
  std::string all = "据海关统计，";
  for (const std::string span : {"ytd", "month"}) {
    bool first = true;
    for (const PublishedFlow& flow : published()) {
      if (Text(flow.period, flow.region) != text || flow.span != span) continue;
      if (first) {
        all += span == "month"
                   ? month + (style % 2 == 0 ? "月份，" : "月当月，")
                   : year + (style % 2 == 0 ? "年前" + month + "个月，" : "年1-" + month + "月，");
        all += flow.region;
      } else {
        all += style % 3 == 0 ? "；" : "。其中，";
      }
      all += kFlows.at(flow.flow) + (style % 2 == 0 ? "" : "总值") + flow.value + flow.unit + "，" +
             changed(flow, style);
      first = false;
    }
    if (!first) all += "。\n";
  }
  return all;
}

Report read_press(const std::string& text) {
  static const parser::Reader reader({press()});
  parser::ReadResult read = reader.read(text, "press");
  EXPECT_TRUE(read.report) << text;
  return read.report.value_or(Report{});
}

std::vector<std::string> figures_read(const Report& report) {
  std::vector<std::string> all;
  for (const Claim& claim : report.claims)
    all.push_back(claim.key.row + " " + std::string(to_string(claim.key.span)) + " " +
                  claim.key.flow + " " + std::string(to_string(claim.key.measure)) + " " +
                  claim.value.to_string() + claim.unit);
  return all;
}

TEST(PressTexts, AreReadExactly) {
  for (const Text& text : texts()) {
    for (int style = 0; style < 12; ++style) {
      const std::string sentences = written(text, style);
      std::vector<std::string> expected;
      for (const PublishedFlow& flow : published()) {
        if (Text(flow.period, flow.region) != text) continue;
        const bool dollars = flow.unit.ends_with("美元");
        const std::string key =
            flow.region + (dollars ? " · 美元 " : " · 人民币 ") + flow.span + " " + flow.flow + " ";
        expected.push_back(key + "value " + flow.value + flow.unit);
        expected.push_back(key + "growth " + flow.growth + "%");
      }
      const Report report = read_press(sentences);
      EXPECT_EQ(report.period.to_string(), text.first);
      EXPECT_THAT(figures_read(report), ::testing::UnorderedElementsAreArray(expected))
          << sentences;
      EXPECT_EQ(report.unread(), 0U) << sentences;
    }
  }
}

TEST(PressTexts, OneCannotBe) {
  for (const Text& text : texts()) {
    const std::string sentences = written(text, 0);
    const std::vector<Finding> findings = validate(read_press(sentences), press());
    if (text != Text("2014-04", "北京")) {
      EXPECT_TRUE(findings.empty()) << sentences << describe(findings.front(), Language::zh);
      continue;
    }
    ASSERT_EQ(findings.size(), 1U);
    const Finding& finding = findings.front();
    EXPECT_EQ(finding.rule, "G01");
    EXPECT_EQ(finding.severity, Severity::error);
    ASSERT_FALSE(finding.candidates.empty());
    const Candidate& candidate = finding.candidates.front();
    EXPECT_EQ(candidate.item.printed, "15.6");
    ASSERT_TRUE(candidate.possible && candidate.possible->lo && candidate.possible->hi);
    EXPECT_GE(*candidate.possible->lo, Rational(25, 10));
    EXPECT_LE(*candidate.possible->hi, Rational(27, 10));
  }
}

// Invented figures that fit, and one of them changed.
TEST(PressTexts, WhatDoesNotFitIsFound) {
  const auto rules = [](const std::string& text) {
    std::vector<std::string> found;
    for (const Finding& finding :
         validate(read_press("据海关统计，2020年前5个月，" + text), press()))
      found.push_back(finding.rule);
    return found;
  };
  using ::testing::ElementsAre;
  const std::string fits =
      "福建进出口1.2万亿元，增长20%；其中出口8000亿元，增长1.5倍；进口4000亿元，下降41.2%；"
      "贸易顺差4000亿元。";
  EXPECT_THAT(rules(fits), ElementsAre());
  EXPECT_THAT(rules("福建进出口1.2万亿元，其中出口8000亿元，进口4900亿元。"), ElementsAre("T01"));
  EXPECT_THAT(rules("福建进出口1.2万亿元，其中出口8000亿元，进口4000亿元，贸易顺差3000亿元。"),
              ElementsAre("T02"));
  EXPECT_THAT(
      rules("福建进出口9000亿元，增长20%。其中，出口5000亿元，增长30%；进口4000亿元，增长25%。"),
      ElementsAre("G01"));
  // Regions and currencies do not mix, nor do month and year to date but for one.
  EXPECT_THAT(rules("福建进出口9000亿元；出口5000亿元。厦门进口8000亿元。福建进口600亿美元。"),
              ElementsAre());
  EXPECT_THAT(rules("福建出口5000亿元。5月份，福建出口5100亿元。"), ElementsAre("T04"));
  EXPECT_THAT(rules("福建出口5000亿元。今年前5个月，福建出口5100亿元。"), ElementsAre("M01"));
  // A surplus now, whatever it was a year ago.
  EXPECT_THAT(rules("福建出口5000亿元，增长50%；进口4000亿元，下降20%；贸易顺差1000亿元。"),
              ElementsAre());
}

// What a relation among sentences holds is not blind.
TEST(PressTexts, SentencesHoldEachOther) {
  const Report report = read_press(
      "据海关统计，2020年前5个月，福建进出口12000亿元，其中出口8000亿元，进口4000亿元。");
  const Coverage coverage = coverage_of(report, press(), validate(report, press()));
  ASSERT_EQ(coverage.figures.size(), 3U);
  for (const CheckedFigure& figure : coverage.figures) {
    EXPECT_EQ(figure.state, NumeralState::rounding);
    EXPECT_EQ(figure.relations.size(), 1U);
  }
}

}  // namespace
}  // namespace tradereport::validator
