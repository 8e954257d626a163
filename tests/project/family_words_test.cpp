// No family's words stand in the C++ code: a new family is a new file.
#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <set>

#include "schemas/family.h"
#include "tests/project/source_tree.h"

namespace tradereport {
namespace {

namespace fs = std::filesystem;
using test::contents;
using test::files_under;

bool is_ideograph(UChar32 c) {
  return c >= 0x3400 && c <= 0x9FFF;
}

// The runs of at least `shortest` ideographs of a text.
std::set<std::string> runs(const std::string& text, std::size_t shortest) {
  std::set<std::string> found;
  std::string run;
  std::size_t length = 0;
  const auto end_run = [&] {
    if (length >= shortest) found.insert(run);
    run.clear();
    length = 0;
  };
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    const std::int64_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (!is_ideograph(c)) {
      end_run();
      continue;
    }
    run += text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
    ++length;
  }
  end_run();
  return found;
}

// A name counts with two ideographs, other words of a pattern with three: shorter ones are the
// language's own.
std::set<std::string> words_of(const Family& family) {
  std::set<std::string> words;
  const auto add = [&](const std::string& text, std::size_t shortest) {
    words.merge(runs(text, shortest));
  };
  for (const NameSet& set : family.names) {
    for (const NameEntry& entry : set.names) {
      add(entry.name, 2);
      for (const std::string& alias : entry.aliases) add(alias, 2);
    }
  }
  // Names in an alphabet count whole, the short ones aside.
  for (const NameSet& set : family.names) {
    for (const NameEntry& entry : set.names)
      if (family.alphabetic && entry.name.size() > 4) words.insert(entry.name);
  }
  for (const TableForm& table : family.tables) {
    if (family.alphabetic) words.insert(table.title);
    add(table.title, 3);
    add(table.caption, 3);
    for (const RowForm& row : table.rows) {
      add(row.name, 2);
      for (const std::string& alias : row.aliases) add(alias, 2);
    }
    for (const GroupForm& group : table.groups) {
      add(group.name, 2);
      add(group.say, 3);
    }
  }
  for (const Bloc& bloc : family.blocs) add(bloc.name, 2);
  for (const HeadForm& head : family.heads) add(head.say, 3);
  for (const PhraseForm& phrase : family.phrases) add(phrase.say, 3);
  for (const auto& [language, title] : family.title) add(title, 3);
  for (const std::string& title : family.recognise.titles) add(title, 3);
  return words;
}

std::set<std::string> words_of_all_families() {
  std::set<std::string> words;
  for (const fs::path& file : files_under({"schemas/families"}, {".toml"})) {
    const FamilyLoad load = load_family(contents(file), file.string());
    EXPECT_TRUE(load.family) << file;
    if (load.family) words.merge(words_of(*load.family));
  }
  return words;
}

// A word within an English comment that shows what a function does is no use of it.
std::string without_comments(const std::string& source) {
  std::string code;
  bool in_text = false;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    if (!in_text && source.compare(i, 2, "//") == 0) {
      i = source.find('\n', i);
      if (i == std::string::npos) break;
      code += '\n';
      continue;
    }
    if (c == '\\' && in_text) {
      code += source.substr(i, 2);
      ++i;
      continue;
    }
    if (c == '"' && (i == 0 || source[i - 1] != '\'')) in_text = !in_text;
    if (c == '\n') in_text = false;
    code += c;
  }
  return code;
}

TEST(FamilyWords, AreCollected) {
  const std::set<std::string> words = words_of_all_families();
  EXPECT_GT(words.size(), 150u);
  EXPECT_TRUE(words.contains("矿产品"));
  EXPECT_TRUE(words.contains("东盟"));
  EXPECT_TRUE(words.contains("净出口额"));
  EXPECT_TRUE(words.contains("Russian Federation"));
}

TEST(FamilyWords, StandInNoCode) {
  const std::set<std::string> words = words_of_all_families();
  for (const fs::path& file :
       files_under({"parser", "validator", "tools", "schemas"}, {".h", ".cpp"})) {
    if (file.generic_string().starts_with("tools/dev/typeset/")) continue;
    const std::string code = without_comments(contents(file));
    for (const std::string& word : words)
      EXPECT_EQ(code.find(word), std::string::npos) << file << " says " << word;
  }
}

}  // namespace
}  // namespace tradereport
