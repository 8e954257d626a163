#include "tools/cli/options.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "schemas/messages.h"
#include "tests/places.h"
#include "tools/cli/command_line.h"
#include "tools/cli/completions.h"
#include "tools/cli/help.h"
#include "tools/cli/man_page.h"

namespace tradereport::tools {
namespace {

std::string file_text(const std::string& name) {
  std::ifstream file(std::string(kSourceFolder) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

CommandLine parse(const std::vector<std::string>& args) {
  return parse_command_line(args, Language::en);
}

TEST(Options, DocumentsAreGeneratedFromTheTable) {
  EXPECT_EQ(file_text("docs/tradereport.1"), man_page(Language::en))
      << "write it anew: tradereport --man --lang en > docs/tradereport.1";
  EXPECT_EQ(file_text("docs/tradereport.zh.1"), man_page(Language::zh))
      << "write it anew: tradereport --man --lang zh > docs/tradereport.zh.1";
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const std::string file = "docs/completions/tradereport." + shell;
    EXPECT_EQ(file_text(file), completions(shell))
        << "write it anew: tradereport --completions " << shell << " > " << file;
  }
}

TEST(Options, EveryTextIsInEveryLanguage) {
  std::set<std::string> ids;
  const auto add = [&](const std::vector<Option>& options) {
    for (const Option& option : options) ids.insert(option.help);
  };
  add(common_options());
  add(program_options());
  for (const Command& command : commands()) {
    ids.insert(command.help);
    ids.insert(command.about);
    for (const Argument& argument : command.arguments) ids.insert(argument.help);
    add(command.options);
  }
  for (const std::string& id : ids)
    for (const Language language : {Language::en, Language::zh})
      EXPECT_TRUE(has_message(language, id)) << id;
}

TEST(Options, HelpNamesEveryOption) {
  for (const Command& command : commands())
    for (const Language language : {Language::en, Language::zh})
      for (const Option& option : command.options)
        EXPECT_NE(command_help(command, language, 80).find(option.synopsis()), std::string::npos);
}

TEST(CommandLine, OptionsBeforeAndAfterArguments) {
  const CommandLine line = parse({"check", "--format=json", "a.pdf", "--fail-on", "never", "-"});
  ASSERT_TRUE(line.invocation) << line.usage_error;
  EXPECT_EQ(line.invocation->command, "check");
  EXPECT_EQ(line.invocation->arguments, (std::vector<std::string>{"a.pdf", "-"}));
  EXPECT_EQ(line.invocation->value("format"), "json");
  EXPECT_EQ(line.invocation->value("fail-on"), "never");
}

TEST(CommandLine, FallbacksComeFromTheTable) {
  const CommandLine line = parse({"convert", "-oout", "a.pdf"});
  ASSERT_TRUE(line.invocation) << line.usage_error;
  EXPECT_EQ(line.invocation->value("output"), "out");
  EXPECT_EQ(line.invocation->value("format"), "csv");
  EXPECT_FALSE(line.invocation->has("format"));
}

TEST(CommandLine, AFileMayBeCalledLikeACommand) {
  const CommandLine line = parse({"check", "convert", "check"});
  ASSERT_TRUE(line.invocation) << line.usage_error;
  EXPECT_EQ(line.invocation->command, "check");
  EXPECT_EQ(line.invocation->arguments, (std::vector<std::string>{"convert", "check"}));
}

TEST(CommandLine, AFileMayBeginWithADash) {
  const CommandLine line = parse({"check", "--", "-x.pdf"});
  ASSERT_TRUE(line.invocation) << line.usage_error;
  EXPECT_EQ(line.invocation->arguments, std::vector<std::string>{"-x.pdf"});
}

TEST(CommandLine, NestedCommand) {
  const CommandLine line = parse({"families", "check", "f.toml"});
  ASSERT_TRUE(line.invocation) << line.usage_error;
  EXPECT_EQ(line.invocation->command, "families check");
  EXPECT_EQ(parse({"families"}).invocation->command, "families");
}

TEST(CommandLine, LanguageOnEitherSideOfTheCommand) {
  EXPECT_EQ(parse({"--lang", "zh", "families"}).invocation->language, Language::zh);
  EXPECT_EQ(parse({"families", "--lang", "zh"}).invocation->language, Language::zh);
  EXPECT_EQ(parse({"families"}).invocation->language, Language::en);
  EXPECT_EQ(parse({"check", "--lang=zh"}).language, Language::zh);  // a usage error, in Chinese
}

// "tradereport may.pdf": what is there to be checked needs no command.
TEST(CommandLine, APathIsChecked) {
  for (const std::vector<std::string>& args :
       std::vector<std::vector<std::string>>{{"./may.pdf"},
                                             {"-"},
                                             {"--format", "json", "a/b.pdf"},
                                             {"-q", "--lang", "zh", "../b"},
                                             {"-o", "convert", "a/b.pdf"},
                                             {std::string(kSourceFolder)}}) {
    const CommandLine line = parse(args);
    ASSERT_TRUE(line.invocation) << line.usage_error;
    EXPECT_EQ(line.invocation->command, "check");
    EXPECT_EQ(line.invocation->arguments, std::vector<std::string>{args.back()});
  }
  EXPECT_FALSE(parse({"may.pdf"}).invocation);  // it is not there
}

TEST(CommandLine, AnOptionThatRepeatsKeepsAllItsValues) {
  const CommandLine line = parse({"check", "-o", "sarif=a", "a.pdf", "--output=b", "-o", "json=c"});
  ASSERT_TRUE(line.invocation) << line.usage_error;
  EXPECT_EQ(line.invocation->all("output"), (std::vector<std::string>{"sarif=a", "b", "json=c"}));
  EXPECT_TRUE(line.invocation->all("format").empty());
}

TEST(CommandLine, AnOptionOfManyTakesAllUpToTheNext) {
  const CommandLine line =
      parse({"check", "a", "--against", "b", "c", "-q", "d", "--against=e", "--strict"});
  ASSERT_TRUE(line.invocation) << line.usage_error;
  EXPECT_EQ(line.invocation->all("against"), (std::vector<std::string>{"b", "c", "e"}));
  EXPECT_EQ(line.invocation->arguments, (std::vector<std::string>{"a", "d"}));
  EXPECT_FALSE(parse({"check", "--against", "a", "b"}).usage_error.empty());
}

TEST(CommandLine, UsageErrors) {
  for (const std::vector<std::string>& args :
       std::vector<std::vector<std::string>>{{"chekc", "a"},
                                             {"check"},
                                             {"check", "a", "--format"},
                                             {"check", "a", "--format", "pdf"},
                                             {"check", "a", "--nothing"},
                                             {"explain", "M01", "-o", "x"},
                                             {"convert", "a", "--encoding", "latin-1"},
                                             {"explain"},
                                             {"explain", "M01", "M02"},
                                             {"families", "chek"},
                                             {"families", "check"},
                                             {"--lang", "fr", "families"}}) {
    const CommandLine line = parse(args);
    EXPECT_FALSE(line.invocation.has_value()) << args.back();
    EXPECT_FALSE(line.usage_error.empty()) << args.back();
  }
}

TEST(CommandLine, HelpExcusesMissingArguments) {
  const CommandLine line = parse({"check", "--help"});
  ASSERT_TRUE(line.invocation) << line.usage_error;
  EXPECT_TRUE(line.invocation->has("help"));
}

TEST(Closest, OnlyLikelyGuesses) {
  const std::vector<std::string> candidates{"check", "convert", "explain"};
  EXPECT_EQ(closest("chekc", candidates), "check");
  EXPECT_EQ(closest("conv", candidates), "convert");
  EXPECT_EQ(closest("xyz", candidates), "");
}

}  // namespace
}  // namespace tradereport::tools
