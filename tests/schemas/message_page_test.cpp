// docs/messages.md: every message as people read it, in both languages, with the arguments of
// message_arguments.toml. TRADEREPORT_UPDATE_GOLDEN=1 writes the page anew: read what has changed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "schemas/messages.h"
#include "tests/places.h"
#include "tests/schemas/message_arguments.h"

namespace tradereport {
namespace {

// What the ids of a part of the catalogue begin with, and what the part is called.
struct Part {
  std::string_view beginning;
  std::string_view title;
};
constexpr Part kParts[] = {
    {"term.", "词语 · Terms"},
    {"figure.", "数字的名称 · Names of figures"},
    {"relation.", "关系 · Relations"},
    {"", "各项规则的结论 · What rules say"},
    {"slip.", "一处编辑差错 · One editorial slip"},
    {"proof.", "证明 · Proofs"},
    {"read.", "文件无法读取 · Files that cannot be read"},
    {"cli.", "命令行 · Command line"},
    {"data.", "数据文件 · Data files"},
    {"page.", "核对页面 · The audit page"},
    {"serve.", "本机页面 · The served page"},
};

// The part without a beginning has what no other part has.
bool is_of(const Part& part, std::string_view id) {
  if (!part.beginning.empty()) return id.starts_with(part.beginning);
  return std::none_of(std::begin(kParts), std::end(kParts), [&](const Part& other) {
    return !other.beginning.empty() && id.starts_with(other.beginning);
  });
}

std::string in_a_cell(std::string text) {
  for (std::size_t at = text.find('|'); at != text.npos; at = text.find('|', at + 2))
    text.insert(at, 1, '\\');
  return text;
}

std::string page(test::MessageArguments& arguments) {
  std::string text =
      "# 全部消息 · All messages\n\n"
      "由测试 `MessagePage` 生成；各参数的例子见 `tests/schemas/message_arguments.toml`，多取自"
      "2024年5月的报告。\n\n"
      "Made by the test `MessagePage`. What stands for the arguments is in "
      "`tests/schemas/message_arguments.toml`,\nmostly from the report of May 2024.\n";
  for (const Part& part : kParts) {
    text.append("\n## ").append(part.title).append("\n\n| | 中文 | English |\n|---|---|---|\n");
    for (const Message& message : messages(Language::en)) {
      if (!is_of(part, message.id)) continue;
      text.append("| `").append(message.id).append("` | ");
      text += in_a_cell(arguments.example(Language::zh, message.id)) + " | ";
      text += in_a_cell(arguments.example(Language::en, message.id)) + " |\n";
    }
  }
  return text;
}

TEST(MessagePage, IsCurrent) {
  test::MessageArguments arguments;
  const std::string actual = page(arguments);
  const std::string file = std::string(kSourceFolder) + "/docs/messages.md";
  if (std::getenv("TRADEREPORT_UPDATE_GOLDEN") != nullptr)
    std::ofstream(file, std::ios::binary) << actual;
  std::ifstream in(file, std::ios::binary);
  const std::string committed{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(actual, committed) << "write it anew: TRADEREPORT_UPDATE_GOLDEN=1 ctest -R MessagePage";
}

// What the audit page's script fills in stands for it as well.
TEST(MessagePage, FillsInEveryArgument) {
  test::MessageArguments arguments;
  page(arguments);
  EXPECT_THAT(arguments.missing(), testing::IsEmpty());
  EXPECT_THAT(arguments.unused(), testing::IsEmpty());
}

}  // namespace
}  // namespace tradereport
