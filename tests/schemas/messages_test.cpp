#include "schemas/messages.h"

#include <gtest/gtest.h>
#include <unicode/messagepattern.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <thread>

namespace tradereport {
namespace {

std::set<std::string> arguments(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern pattern(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), nullptr,
      status);
  EXPECT_TRUE(U_SUCCESS(status)) << "not a pattern: " << text;
  std::set<std::string> names;
  for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
    const UMessagePatternArgType type = pattern.getPart(i).getArgType();
    EXPECT_TRUE(type == UMSGPAT_ARG_TYPE_NONE || type == UMSGPAT_ARG_TYPE_SELECT) << text;
    if (pattern.getPartType(i) != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    std::string name;
    names.insert(pattern.getSubstring(pattern.getPart(i)).toUTF8String(name));
  }
  return names;
}

TEST(Messages, HaveTheSameIdsAndArgumentsInBothLanguages) {
  const std::span<const Message> english = messages(Language::en);
  const std::span<const Message> chinese = messages(Language::zh);
  ASSERT_FALSE(english.empty());
  ASSERT_EQ(english.size(), chinese.size());
  for (std::size_t i = 0; i < english.size(); ++i) {
    ASSERT_EQ(english[i].id, chinese[i].id);
    EXPECT_EQ(arguments(english[i].pattern), arguments(chinese[i].pattern)) << english[i].id;
  }
}

TEST(Messages, AreSorted) {
  for (const Language language : {Language::en, Language::zh})
    EXPECT_TRUE(std::ranges::is_sorted(messages(language), {}, &Message::id));
}

TEST(Messages, AllFormat) {
  for (const Language language : {Language::en, Language::zh}) {
    for (const auto& [id, pattern] : messages(language)) {
      std::map<std::string, std::string> args;
      for (const std::string& name : arguments(pattern)) args[name] = "<" + name + ">";
      const std::string text = format_message(language, id, args);
      EXPECT_FALSE(text.starts_with(std::string(id) + " ")) << "does not format: " << id;
      if (pattern.find("plural") != std::string_view::npos ||
          pattern.find("select") != std::string_view::npos)
        continue;
      for (const auto& [name, value] : args)
        EXPECT_NE(text.find(value), std::string::npos) << id << ": " << text;
    }
  }
}

TEST(Messages, FillsInArguments) {
  EXPECT_EQ(format_message(Language::en, "term.span.month"), "month");
  EXPECT_EQ(format_message(Language::en, "term.numbered_table", {{"number", "2"}}), "table 2");
  EXPECT_EQ(format_message(Language::zh, "term.numbered_table", {{"number", "2"}}), "表2");
}

TEST(Messages, Select) {
  EXPECT_EQ(format_message(Language::en, "cli.total.errors", {{"n", "1"}}), "1 error");
  EXPECT_EQ(format_message(Language::en, "cli.total.errors", {{"n", "21"}}), "21 errors");
  EXPECT_EQ(format_message(Language::en, "cli.total.unchecked", {{"n", "2"}}),
            "2 files were not checked");
}

TEST(Messages, ArgumentsAreNotPatterns) {
  EXPECT_EQ(format_message(Language::en, "term.numbered_table", {{"number", "{x} 'it'"}}),
            "table {x} 'it'");
}

// Patterns set a blank beside what may be a number.
TEST(Messages, ABlankBetweenChineseWordsClosesUp) {
  const auto would_be = [](Language language, const char* range) {
    return format_message(language, "cli.check.would_be", {{"range", range}});
  };
  EXPECT_EQ(would_be(Language::zh, "10.4"), "，可能为 10.4");
  EXPECT_EQ(would_be(Language::zh, "不小于 10.4"), "，可能为不小于 10.4");
  EXPECT_EQ(
      format_message(Language::zh, "proof.would_break", {{"claim", "持平"}, {"relation", "a"}}),
      "若表中为持平，则下列关系不成立：a");
  EXPECT_EQ(format_message(Language::zh, "M03.table",
                           {{"place", "表1"},
                            {"row", "a"},
                            {"flow", "b"},
                            {"span", "c"},
                            {"measure", "d"},
                            {"table", "1 亿美元"},
                            {"claim", "2 亿美元"}})
                .find("亿美元 "),
            std::string::npos);
  // What stands within an argument is the document's.
  EXPECT_EQ(would_be(Language::zh, "不 小 于"), "，可能为不 小 于");
}

TEST(Messages, UnknownIdLosesNothing) {
  EXPECT_EQ(format_message(Language::en, "no.such", {{"a", "1"}, {"b", "2"}}), "no.such a=1 b=2");
  EXPECT_FALSE(has_message(Language::en, "no.such"));
}

TEST(Messages, LanguageTags) {
  EXPECT_EQ(language_from("zh"), Language::zh);
  EXPECT_EQ(language_from("zh_CN.UTF-8"), Language::zh);
  EXPECT_EQ(language_from("ZH-Hans"), Language::zh);
  EXPECT_EQ(language_from("en-GB"), Language::en);
  for (const char* tag : {"", "C", "POSIX", "C.UTF-8", "de_DE", "english", "zho"})
    EXPECT_EQ(language_from(tag), std::nullopt) << tag;
}

TEST(Messages, CanBeAskedFromManyThreads) {
  std::vector<std::thread> threads;
  std::array<std::string, 8> texts;
  for (std::string& text : texts)
    threads.emplace_back([&text] {
      for (int i = 0; i < 100; ++i)
        text = format_message(Language::zh, "term.numbered_table", {{"number", "3"}});
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : texts) EXPECT_EQ(text, "表3");
}

}  // namespace
}  // namespace tradereport
