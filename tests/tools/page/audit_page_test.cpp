// The audit page: what is in the file, and what a browser makes of it.
#include "tools/page/audit_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "tests/tools/run_program.h"
#include "tests/tools/sample_report.h"

namespace tradereport::tools {
namespace {

using test::Outcome;
using test::run_program;
using test::sample;
using test::ScratchFolder;
using testing::HasSubstr;
using testing::Not;

std::string page_of(const std::string& file, const std::string& options = "") {
  const ScratchFolder folder;
  const Outcome outcome = run_program(
      "check --fail-on never --format html " + options + " '" + file + "'", folder.path());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  return outcome.out;
}

std::string data_of(const std::string& page) {
  const std::string open = "<script type=\"application/json\" id=\"data\">";
  const std::size_t from = page.find(open) + open.size();
  return page.substr(from, page.find("</script>", from) - from);
}

TEST(AuditPage, HoldsThePagesAndTheFindingsInBothLanguages) {
  const std::string page = page_of(sample("beijing-goods-2024-05.pdf"));
  const Json data = Json::parse(data_of(page));
  EXPECT_EQ(data["lang"], "en");
  ASSERT_EQ(data["pages"].size(), 1U);
  EXPECT_EQ(data["pages"][0].size(), 5U);
  EXPECT_EQ(data["pages"][0][0]["src"].get<std::string>().rfind("data:image/png;base64,iVBOR", 0),
            0U);
  for (const char* const language : {"en", "zh"}) {
    const Json& findings = data["check"][language]["reports"][0]["findings"];
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0]["rule"], "M01");
    EXPECT_EQ(findings[0]["page"], 2);
  }
  EXPECT_LT(page.size(), std::size_t{2} << 20);
}

TEST(AuditPage, TextsShowTheirLines) {
  const Json data = Json::parse(data_of(page_of(sample("beijing-goods-2024-05.txt"))));
  EXPECT_TRUE(data["pages"][0].empty());
  const Json& finding = data["check"]["en"]["reports"][0]["findings"][0];
  const auto line = finding["line"].get<std::size_t>();
  EXPECT_THAT(data["lines"][0][line - 1].get<std::string>(),
              HasSubstr(finding["printed"].get<std::string>()));
}

// Nothing else is loaded, and no script or style runs but the page's own.
TEST(AuditPage, ItsPolicyForbidsAllButItself) {
  const std::string page = page_of(sample("beijing-goods-2024-05.txt"));
  std::smatch policy;
  ASSERT_TRUE(std::regex_search(page, policy,
                                std::regex("Content-Security-Policy\" content=\"([^\"]*)\"")));
  EXPECT_TRUE(std::regex_match(
      policy[1].str(),
      std::regex("default-src 'none'; img-src data:; style-src 'sha256-[A-Za-z0-9+/]{43}='; "
                 "script-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'")))
      << policy[1];
  EXPECT_THAT(page, Not(testing::ContainsRegex("(src|href)=.?http")));
}

TEST(AuditPage, WhatStandsInDocumentsIsText) {
  AuditPage page(Language::en);
  Report report = test::sample_report();
  report.file = "</title><script>alert(1)</script>.pdf";
  PagesSeen looks;
  looks.lines = {"</script><script>alert(2)</script>", "<!--"};
  page.report(report, {}, looks);
  const std::string html = page.finish();
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(html, Not(HasSubstr("<!--")));
  const Json data = Json::parse(data_of(html));
  EXPECT_EQ(data["lines"][0][0], "</script><script>alert(2)</script>");
  EXPECT_EQ(data["check"]["en"]["reports"][0]["file"], report.file);
}

// A report too large for a page keeps its findings and loses its pictures.
TEST(AuditPage, PicturesThatWouldMakeItTooLargeAreLeftOut) {
  AuditPage page(Language::zh);
  PagesSeen looks;
  for (int i = 0; i < 12; ++i) looks.pages.push_back({595, 842, std::string(3U << 20, 'A')});
  page.report(test::sample_report(), {}, looks);
  const std::string html = page.finish();
  EXPECT_LT(html.size(), std::size_t{21} << 20);
  const Json data = Json::parse(data_of(html));
  EXPECT_EQ(data["pages"][0].size(), 12U);
  EXPECT_EQ(data["pages"][0][11]["src"], "");
}

// What the script makes of it in a browser, without a word of complaint.
TEST(AuditPage, ABrowserShowsTheFindings) {
  if (std::system("command -v chromium >/dev/null 2>&1") != 0) GTEST_SKIP() << "needs chromium";
  const ScratchFolder folder;
  folder.write("page.html", page_of(sample("beijing-goods-2024-05.pdf")));
  const std::string command =
      "cd '" + folder.path().string() +
      "' && timeout 60 chromium --headless --no-sandbox --disable-gpu --user-data-dir=profile "
      "--enable-logging=stderr --v=0 --dump-dom page.html >dom 2>log";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const std::string dom = test::read_file(folder.path() / "dom");
  EXPECT_THAT(dom, HasSubstr("<article class=\"finding error\" id=\"finding-0\">"));
  EXPECT_THAT(dom, HasSubstr("class=\"mark error\""));
  EXPECT_THAT(test::read_file(folder.path() / "log"), Not(HasSubstr("CONSOLE")));
}

}  // namespace
}  // namespace tradereport::tools
