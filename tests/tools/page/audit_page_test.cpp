// The audit page: what is in the file, and what a browser makes of it.
#include "tools/page/audit_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>

#include "tests/places.h"
#include "tests/tools/drive_browser.h"
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

// All elements of data together, as the page's script reads them.
Json data_of(const std::string& page) {
  const std::string open = "<script type=\"application/json\">";
  Json data{{"reports", Json::array()}};
  for (std::size_t at = page.find(open); at != page.npos; at = page.find(open, at)) {
    at += open.size();
    Json part = Json::parse(page.substr(at, page.find("</script>", at) - at));
    for (Json& report : part["reports"]) data["reports"].push_back(std::move(report));
    part.erase("reports");
    data.update(part);
  }
  return data;
}

TEST(AuditPage, HoldsThePagesAndTheFindingsInBothLanguages) {
  const std::string page = page_of(sample("beijing-goods-2024-05.pdf"));
  const Json data = data_of(page);
  EXPECT_EQ(data["lang"], "en");
  ASSERT_EQ(data["reports"].size(), 1U);
  const Json& report = data["reports"][0];
  EXPECT_EQ(report["pages"].size(), 5U);
  EXPECT_EQ(report["pages"][0]["src"].get<std::string>().rfind("data:image/png;base64,iVBOR", 0),
            0U);
  EXPECT_EQ(report["numerals"].size(), report["en"]["numerals"]["total"]);
  for (const char* const language : {"en", "zh"}) {
    const Json& findings = report[language]["findings"];
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0]["rule"], "M01");
    EXPECT_EQ(findings[0]["page"], 2);
  }
  EXPECT_LT(page.size(), std::size_t{2} << 20);
}

TEST(AuditPage, TextsShowTheirLines) {
  const Json data = data_of(page_of(sample("beijing-goods-2024-05.txt")));
  EXPECT_TRUE(data["reports"][0]["pages"].empty());
  const Json& finding = data["reports"][0]["en"]["findings"][0];
  const auto line = finding["line"].get<std::size_t>();
  EXPECT_THAT(data["reports"][0]["lines"][line - 1].get<std::string>(),
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
  page.report(report, test::sample_family(), {}, looks);
  const std::string html = page.finish();
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(html, Not(HasSubstr("<!--")));
  const Json data = data_of(html);
  EXPECT_EQ(data["reports"][0]["lines"][0], "</script><script>alert(2)</script>");
  EXPECT_EQ(data["reports"][0]["en"]["file"], report.file);
}

// A report too large for a page keeps its findings and loses its pictures.
TEST(AuditPage, PicturesThatWouldMakeItTooLargeAreLeftOut) {
  AuditPage page(Language::zh);
  PagesSeen looks;
  for (int i = 0; i < 12; ++i) looks.pages.push_back({595, 842, std::string(3U << 20, 'A')});
  page.report(test::sample_report(), test::sample_family(), {}, looks);
  const std::string html = page.finish();
  EXPECT_LT(html.size(), std::size_t{21} << 20);
  const Json data = data_of(html);
  EXPECT_EQ(data["reports"][0]["pages"].size(), 12U);
  EXPECT_EQ(data["reports"][0]["pages"][11]["src"], "");
}

// Clicks through the page in Chromium (browser/look.mjs); empty if all is as it should be.
std::string seen_in_browser(const std::filesystem::path& page, const std::string& kind) {
  return test::driven_by("page/browser/look.mjs", "'" + page.string() + "' " + kind);
}

#define NEEDS_BROWSER()     \
  if (!test::has_browser()) \
  GTEST_SKIP() << "needs chromium, node and what tools/setup installs by npm"

TEST(AuditPage, ABrowserShowsAReport) {
  NEEDS_BROWSER();
  const ScratchFolder folder;
  folder.write("page.html", page_of(sample("beijing-goods-2024-05.pdf")));
  EXPECT_EQ(seen_in_browser(folder.path() / "page.html", "report"), "");
}

TEST(AuditPage, ABrowserShowsAText) {
  NEEDS_BROWSER();
  const ScratchFolder folder;
  folder.write("page.html", page_of(sample("beijing-goods-2024-05.txt"), "--lang zh"));
  EXPECT_EQ(seen_in_browser(folder.path() / "page.html", "text"), "");
}

TEST(AuditPage, ABrowserShowsAnArchive) {
  NEEDS_BROWSER();
  const ScratchFolder folder;
  folder.write("page.html", page_of(sample("beijing-goods-2024-05.txt").string() + "' '" +
                                    sample("xelatex-2022-06.pdf").string() + "' '" +
                                    sample("tourist-arrivals-2025-05.pdf").string()));
  EXPECT_EQ(seen_in_browser(folder.path() / "page.html", "archive"), "");
}

TEST(AuditPage, InABrowserHostileTextStaysText) {
  NEEDS_BROWSER();
  AuditPage page(Language::en);
  Report report = test::sample_report();
  report.file = "<img src=x onerror=alert(1)>\u202Efdp.\"'<b>.pdf";
  report.figures.front().key.row = "</script><script>alert(2)</script><b>";
  validator::Validation checked{{test::sample_finding()}, validator::Verdict::impossible, {}};
  checked.coverage.figures.resize(report.figures.size() + report.claims.size());
  checked.findings.front().args["claim"] = "<iframe srcdoc='<script>alert(3)</script>'>";
  PagesSeen looks;
  looks.lines = {"<b>bold</b>", "</script><script>alert(4)</script>", "<!--"};
  page.report(report, test::sample_family(), checked, looks);
  report.file = "<b>.pdf";
  page.report(report, test::sample_family(), checked, looks);
  const ScratchFolder folder;
  folder.write("page.html", page.finish());
  EXPECT_EQ(seen_in_browser(folder.path() / "page.html", "hostile"), "");
}

// Pages of their own, as soon as one file would be too large; the index leads to them.
TEST(AuditPage, AnArchiveThatIsTooLargeForOneFileHasAFolder) {
  std::map<std::string, std::string> files;
  AuditPage page(Language::en, {"aud#it", "aud#it.html",
                                [&](const auto& name, auto text) { files[name] += text; }});
  Report report = test::sample_report();
  for (int i = 0; i < 3; ++i) {
    report.file = std::to_string(i) + ".pdf";
    PagesSeen looks;
    looks.pages.push_back({595, 842, std::string(8U << 20, 'A')});
    page.report(report, test::sample_family(), {}, looks);
    EXPECT_EQ(files.size(), i < 2 ? 0U : 3U);
  }
  page.across("1.pdf", test::sample_finding());
  const std::string index = page.finish();
  EXPECT_LT(index.size(), std::size_t{1} << 20);
  const Json data = data_of(index);
  EXPECT_TRUE(data["reports"].empty());
  ASSERT_EQ(data["archive"]["reports"].size(), 3U);
  const std::string period = report.period.to_string();
  EXPECT_EQ(data["archive"]["reports"][1]["href"], "aud%23it/" + period + "-2.html");
  EXPECT_EQ(data["archive"]["reports"][1]["findings"].size(), 1U);
  for (const auto& [name, text] : files) {
    EXPECT_TRUE(is_audit_page(text.substr(0, 200))) << name;
    EXPECT_THAT(text, HasSubstr("</html>")) << name;
    EXPECT_THAT(text, HasSubstr(R"("home":"../aud%23it.html")")) << name;
    EXPECT_EQ(text.find(R"("across":[{"file":"1.pdf")") != text.npos, name == period + "-2.html")
        << name;
  }
}

}  // namespace
}  // namespace tradereport::tools
