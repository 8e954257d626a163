// What stands in Chinese is written as a native reader would: one word for one thing, the
// punctuation of Chinese.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "schemas/messages.h"
#include "tests/places.h"

namespace tradereport {
namespace {

namespace fs = std::filesystem;

// What is not written, and what is instead.
struct Fault {
  std::unique_ptr<RE2> found;  // with some of what stands around it
  std::string instead;
};

const std::vector<Fault>& faults() {
  static const std::vector<Fault> all = [] {
    std::vector<Fault> list;
    const std::string wide = R"([\p{Han}，。：；、（）“”])";
    const std::string ideograph = R"(\p{Han})";
    for (const auto& [pattern, instead] :
         std::initializer_list<std::pair<std::string, std::string>>{
             {"印作|印的|所印|印出|印成|印有|已印|未印", "原文为、原文、所载、所列"},
             {"今年数", "本期数"},
             {"上年数(?:[^据]|$)", "上年同期数"},
             {"报告族", "报告系列"},
             {"识读|未读出", "未识别"},
             {"取整|误差区间", "四舍五入、舍入"},
             {"可断定|无法断定", "已证明、无法判定"},
             {"正则", "（不向读者提起）"},
             {"前[0-9]+大", "前三大"},
             {wide + "[,;:!?]" + wide, "，；：！？"},
             {ideograph + "[,;]", "，；"},
             {ideograph + R"(\([^)]*\p{Han}[^)]*\))", "（）"},
             {ideograph + " " + ideograph, "两个汉字之间没有空格"},
             {"[0-9]{4} 年|[0-9] 月", "2024年5月"}})
      list.push_back({std::make_unique<RE2>("(.{0,12}(?:" + pattern + ").{0,12})"), instead});
    return list;
  }();
  return all;
}

// What is wrong with a text in Chinese: "…今年数…: 本期数".
std::vector<std::string> complaints(const std::string& text) {
  std::vector<std::string> list;
  for (const Fault& fault : faults()) {
    EXPECT_TRUE(fault.found->ok()) << fault.found->error();
    re2::StringPiece rest(text);
    std::string found;
    while (RE2::FindAndConsume(&rest, *fault.found, &found))
      list.push_back(found + ": " + fault.instead);
  }
  return list;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A page without its examples of code and of reports.
std::string prose_of(std::string page) {
  RE2::GlobalReplace(&page, "(?s)```.*?```", "");
  RE2::GlobalReplace(&page, "(?m)^(    |\\$ ).*$", "");
  RE2::GlobalReplace(&page, "`[^`\n]*`", "``");
  RE2::GlobalReplace(&page, R"(\]\([^)]*\))", "]");
  return page;
}

std::vector<fs::path> chinese_pages() {
  std::vector<fs::path> pages{fs::path(kSourceFolder) / "README.zh.md"};
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceFolder) / "docs"))
    if (entry.path().string().ends_with(".zh.md")) pages.push_back(entry.path());
  return pages;
}

TEST(Chinese, MessagesKeepToTheirWords) {
  for (const Message& message : messages(Language::zh))
    EXPECT_THAT(complaints(std::string(message.pattern)), testing::IsEmpty()) << message.id;
}

// The examples show what becomes of blanks beside arguments.
TEST(Chinese, MessagesFilledInKeepToTheirWords) {
  std::string text = text_of(fs::path(kSourceFolder) / "docs/messages.md");
  const RE2 row("(?m)^\\| `([^`]*)` \\| (.*) \\| .* \\|$");
  re2::StringPiece input(text);
  std::string id;
  std::string chinese;
  std::size_t rows = 0;
  while (RE2::FindAndConsume(&input, row, &id, &chinese)) {
    ++rows;
    EXPECT_THAT(complaints(chinese), testing::IsEmpty()) << id;
  }
  EXPECT_EQ(rows, messages(Language::zh).size());
}

TEST(Chinese, PagesKeepToTheirWords) {
  const std::vector<fs::path> pages = chinese_pages();
  EXPECT_GT(pages.size(), 20U);
  for (const fs::path& page : pages)
    EXPECT_THAT(complaints(prose_of(text_of(page))), testing::IsEmpty()) << page;
}

TEST(Chinese, PagesAndTheirTwinsLinkToEachOther) {
  for (const fs::path& page : chinese_pages()) {
    if (page.parent_path().filename() == "rules") continue;  // `explain` prints one of them
    const std::string name = page.filename().string();
    const std::string twin = name.substr(0, name.size() - std::string(".zh.md").size()) + ".md";
    EXPECT_THAT(text_of(page), testing::HasSubstr("](" + twin + ")"));
    EXPECT_THAT(text_of(page.parent_path() / twin), testing::HasSubstr("](" + name + ")"));
  }
}

// What READMEs show of check is what it prints, but for the folder of the sample.
TEST(Chinese, ReadmesShowWhatIsPrinted) {
  for (const auto& [readme, golden] : {std::pair("README.md", "check-2024-05-pdf-en.txt"),
                                       std::pair("README.zh.md", "check-2024-05-pdf-zh.txt")}) {
    const std::string shown = text_of(fs::path(kSourceFolder) / readme);
    std::ifstream lines(fs::path(kSourceFolder) / "tests/golden" / golden);
    std::size_t found = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line.starts_with("$") || line.starts_with("exit status")) continue;
      const std::size_t path = line.find("beijing-goods");
      if (path != line.npos) line.insert(path, "samples/");
      EXPECT_THAT(shown, testing::HasSubstr("\n    " + line + "\n")) << readme;
      ++found;
    }
    EXPECT_GT(found, 10U);
  }
}

TEST(Chinese, ComplaintsAreMade) {
  for (const char* const text :
       {"原文印作 3", "推算的今年数", "报告族文件", "未识读的数字", "出口,进口", "出口，进口;合计",
        "出口(单位：亿美元)", "出口 进口", "2024 年", "前3大出口产品", "无法断定", "取整后"})
    EXPECT_THAT(complaints(text), testing::Not(testing::IsEmpty())) << text;
  EXPECT_THAT(complaints("2024年5月，前三大出口产品为 3 类（见表2），共 28.3 亿美元"),
              testing::IsEmpty());
}

}  // namespace
}  // namespace tradereport
