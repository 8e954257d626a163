#include "schemas/messages.h"

#include <gtest/gtest.h>
#include <toml++/toml.h>
#include <unicode/messagepattern.h>

#include <array>
#include <map>
#include <set>
#include <thread>

namespace tradereport {
namespace {

void collect(const toml::table& table, const std::string& prefix,
             std::map<std::string, std::string>& patterns) {
  for (const auto& [key, node] : table) {
    const std::string id = prefix + std::string(key.str());
    if (const auto* inner = node.as_table()) {
      collect(*inner, id + ".", patterns);
    } else {
      patterns[id] = node.value<std::string>().value();
    }
  }
}

std::map<std::string, std::string> patterns(const std::string& file) {
  std::map<std::string, std::string> all;
  for (const auto& [name, text] : bundled_messages()) {
    if (name == file) collect(toml::parse(text), "", all);
  }
  return all;
}

std::set<std::string> arguments(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern pattern(icu::UnicodeString::fromUTF8(text), nullptr, status);
  EXPECT_TRUE(U_SUCCESS(status)) << "not a pattern: " << text;
  std::set<std::string> names;
  for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
    if (pattern.getPartType(i) != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    std::string name;
    names.insert(pattern.getSubstring(pattern.getPart(i)).toUTF8String(name));
  }
  return names;
}

TEST(Messages, HaveTheSameIdsInBothLanguages) {
  EXPECT_FALSE(message_ids(Language::en).empty());
  EXPECT_EQ(message_ids(Language::en), message_ids(Language::zh));
}

TEST(Messages, HaveTheSameArgumentsInBothLanguages) {
  const auto english = patterns("en.toml");
  const auto chinese = patterns("zh.toml");
  for (const auto& [id, pattern] : english) {
    const auto other = chinese.find(id);
    if (other == chinese.end()) continue;
    EXPECT_EQ(arguments(pattern), arguments(other->second)) << id;
  }
}

TEST(Messages, AllFormat) {
  for (const Language language : {Language::en, Language::zh}) {
    for (const auto& [id, pattern] : patterns(language == Language::en ? "en.toml" : "zh.toml")) {
      std::map<std::string, std::string> args;
      for (const std::string& name : arguments(pattern)) args[name] = "<" + name + ">";
      const std::string text = format_message(language, id, args);
      EXPECT_NE(text.substr(0, id.size() + 1), id + " ") << "does not format: " << id;
      if (pattern.find("plural") != std::string::npos ||
          pattern.find("select") != std::string::npos)
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

TEST(Messages, ArgumentsAreNotPatterns) {
  EXPECT_EQ(format_message(Language::en, "term.numbered_table", {{"number", "{x} 'it'"}}),
            "table {x} 'it'");
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
