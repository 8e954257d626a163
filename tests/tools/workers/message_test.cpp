// The message from a worker: whole and true it comes back as it was; everything else is refused.
#include "tools/workers/message.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

#include "tests/tools/run_program.h"
#include "tests/tools/sample_report.h"
#include "tools/writers/csv_writer.h"
#include "tools/writers/dataset.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {
namespace {

using test::sample_family;
using test::sample_finding;
using test::sample_report;

Answer sample_answer() {
  Answer answer;
  answer.report = sample_report();
  answer.report->lists = {{Span::ytd, "export", 3, {"C", "B"}, {}, {}, "first three"}};
  answer.report->problems = {{StalePeriod{"caption", "2024-04", "2024-05"}, {}},
                             {Missing{"row", "D", "overview"}, {}},
                             {UnknownRow{"D", "overview"}, {}},
                             {UnitDiffers{"km", "kg", "text"}, {}},
                             {ListLengths{3, 2, "three and two"}, {}},
                             {PageUnread{}, {}}};
  Finding finding = sample_finding();
  finding.args = {{"claim", "-24.3"}};
  finding.details = finding.proof;
  finding.candidates.front().possible =
      Bounds(Rational(-7, 3), Rational("12345678901234567890123/1000000007"));
  answer.checked = {{finding}, validator::Verdict::impossible, {}};
  Coverage& coverage = answer.checked.coverage;
  coverage.figures.resize(answer.report->figures.size() + answer.report->claims.size());
  coverage.figures[0] = {NumeralState::rounding, Bounds(Rational(1), std::nullopt), {0}};
  coverage.relations = {finding.relations.front()};
  coverage.relations.front().items.clear();
  return answer;
}

Answer there_and_back(const Answer& answer) {
  return decode_answer(encode_answer(answer), {sample_family()});
}

// Everything that is written of a report and its findings.
std::string told(const Answer& answer) {
  Report report = *answer.report;
  report.file = "x";
  const ReportRows rows = report_rows(report, sample_family(), {}, {});
  std::string text = json_text(report_json(report, answer.checked, Language::en, true, true));
  for (const DataTable& table : rows.tables) text += csv_text(table);
  for (const auto& row : rows.figures)
    for (const std::string& cell : row) text += cell + ",";
  return text;
}

TEST(Message, ComesBackAsItWas) {
  const Answer answer = sample_answer();
  const Answer back = there_and_back(answer);
  EXPECT_EQ(told(back), told(answer));
  // A second journey changes nothing: all that is sent is received.
  EXPECT_EQ(encode_answer(back), encode_answer(answer));
  EXPECT_EQ(back.checked.findings.front().candidates.front().possible,
            answer.checked.findings.front().candidates.front().possible);
  EXPECT_EQ(back.report->claims.front().sentence, "…");
  EXPECT_EQ(back.report->lists.front().names, answer.report->lists.front().names);
  EXPECT_EQ(std::get<StalePeriod>(back.report->problems.front().what).expected, "2024-05");
  EXPECT_EQ(back.report->file, "");
}

TEST(Message, ErrorsAndEntriesComeBack) {
  Answer error;
  error.error = "unknown_family";
  error.page = 3;
  error.fragment = "…";
  error.tried = {{"sample", {"title"}, {"caption", "other"}, 1, 2}};
  const Answer back = there_and_back(error);
  EXPECT_EQ(back.error, "unknown_family");
  EXPECT_EQ(back.page, 3);
  EXPECT_EQ(back.tried, error.tried);
  Answer list;
  list.entries = {{"2024/五月.pdf", 7}};
  EXPECT_EQ(there_and_back(list).entries, list.entries);
  const PageMark mark{PageMark::Kind::open, 3, {{1, 2, 3.5, 4}}, "tradereport M01", "原文为：7"};
  const Request request{Request::Task::annotate, 17, true, true, {mark, mark}, {0, 3}};
  EXPECT_EQ(decode_request(encode_request(request)), request);
}

TEST(Message, FilesComeBackByteByByte) {
  Answer answer;
  answer.annotated = {std::string("%PDF\0\xFF\xFE", 7), true, false};
  const Answer back = there_and_back(answer);
  ASSERT_TRUE(back.annotated);
  EXPECT_EQ(back.annotated->bytes, answer.annotated->bytes);
  EXPECT_TRUE(back.annotated->anew);
  EXPECT_FALSE(back.annotated->is_signed);
}

TEST(Message, EveryErrorOfTheReaderIsKnown) {
  for (int code = 0; code <= static_cast<int>(parser::ReadError::Code::nothing_read); ++code)
    EXPECT_TRUE(is_answer_error(to_string(static_cast<parser::ReadError::Code>(code)))) << code;
}

TEST(Message, TruncatedOrLongerIsRefused) {
  const std::string bytes = encode_answer(sample_answer());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_THROW(decode_answer(bytes.substr(0, length), {sample_family()}), BadMessage) << length;
  EXPECT_THROW(decode_answer(bytes + '\0', {sample_family()}), BadMessage);
}

TEST(Message, OtherVersionsAreRefused) {
  std::string bytes = encode_answer(sample_answer());
  ++bytes.front();
  EXPECT_THROW(decode_answer(bytes, {sample_family()}), BadMessage);
}

// Whatever is changed on the way, the result is refused or can be written like any other.
RC_GTEST_PROP(Message, TamperedIsRefusedOrHarmless, ()) {
  static const std::string original = encode_answer(sample_answer());
  std::string bytes = original;
  const int changes = *rc::gen::inRange(1, 6);
  for (int i = 0; i < changes; ++i)
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] =
        static_cast<char>(*rc::gen::inRange(0, 256));
  try {
    const Answer answer = decode_answer(bytes, {sample_family()});
    if (answer.report) RC_ASSERT(!told(answer).empty());
  } catch (const BadMessage&) {
  }
}

TEST(Message, WhatNoDocumentHasIsRefused) {
  const std::vector<std::pair<const char*, std::function<void(Answer&)>>> changes{
      {"figure of a cell", [](Answer& a) { a.report->tables[0].rows[0].cells[1].figure = 99; }},
      {"name of a table", [](Answer& a) { a.report->tables[0].id = "../../etc/passwd"; }},
      {"two tables of a name", [](Answer& a) { a.report->tables[1].id = "overview"; }},
      {"place of a figure", [](Answer& a) { a.report->figures[0].key.place = "elsewhere"; }},
      {"place of a claim", [](Answer& a) { a.report->claims[0].key.place = "elsewhere"; }},
      {"width of a row", [](Answer& a) { a.report->tables[0].rows[0].cells.pop_back(); }},
      {"month", [](Answer& a) { a.report->period.month = 13; }},
      {"year", [](Answer& a) { a.report->period.year = -1; }},
      {"family", [](Answer& a) { a.report->family = "other"; }},
      {"number of the family", [](Answer& a) { a.family = 1; }},
      {"span", [](Answer& a) { a.report->figures[0].key.span = static_cast<Span>(2); }},
      {"measure",
       [](Answer& a) { a.report->figures[0].key.measure = static_cast<Measure>(kMeasureCount); }},
      {"use", [](Answer& a) { a.report->numerals[0].use = static_cast<NumeralUse>(13); }},
      {"place in the line", [](Answer& a) { a.report->figures[0].source.end = 10'000; }},
      {"page", [](Answer& a) { a.report->figures[0].source.page = -1; }},
      {"decimals", [](Answer& a) { a.report->figures[0].value = Decimal(1, 19); }},
      {"digits", [](Answer& a) { a.report->figures[0].value = Decimal(INT64_MAX, 0); }},
      {"direction", [](Answer& a) { a.report->claims[0].direction = 2; }},
      {"rule", [](Answer& a) { a.checked.findings[0].rule = "X99"; }},
      {"suggestion", [](Answer& a) { a.checked.findings[0].candidates[0].suggested = "=1+1"; }},
      {"evidence of a relation",
       [](Answer& a) { a.checked.findings[0].relations[0].items[0].evidence = {2}; }},
      {"evidence of a certificate",
       [](Answer& a) { a.checked.findings[0].certificate[0].evidence = 2; }},
      {"relation of a certificate",
       [](Answer& a) { a.checked.findings[0].certificate[0].relation = 1; }},
      {"name of a relation", [](Answer& a) { a.checked.findings[0].relations[0].name = {}; }},
      {"relation of a coverage", [](Answer& a) { a.checked.coverage.figures[0].relations = {1}; }},
      {"name in a coverage", [](Answer& a) { a.checked.coverage.relations[0].name = {}; }},
      {"size of a coverage", [](Answer& a) { a.checked.coverage.figures.pop_back(); }},
      {"verdict", [](Answer& a) { a.checked.verdict = static_cast<validator::Verdict>(3); }},
      {"error and report", [](Answer& a) { a.error = "damaged"; }},
      {"error", [](Answer& a) { a = {}, a.error = "cli.version"; }},
      {"error and file", [](Answer& a) { a = {}, a.error = "damaged", a.annotated.emplace(); }},
      {"turn of a page", [](Answer& a) { a.turns = {4}; }},
      {"hash", [](Answer& a) { a.hash = "../x"; }},
  };
  for (const auto& [what, change] : changes) {
    Answer answer = sample_answer();
    change(answer);
    EXPECT_THROW(there_and_back(answer), BadMessage) << what;
  }
}

}  // namespace
}  // namespace tradereport::tools
