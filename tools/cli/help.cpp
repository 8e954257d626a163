#include "tools/cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "tools/terminal/display_width.h"

namespace tradereport::tools {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kWidestName = 34;

// Two columns: names, and their explanations wrapped beside them.
std::string two_columns(const Rows& rows, std::size_t columns) {
  std::size_t widest = 0;
  for (const auto& [name, about] : rows)
    if (display_width(name) <= kWidestName) widest = std::max(widest, display_width(name));
  const std::size_t left = kIndent + widest + kGap;
  std::string text;
  for (const auto& [name, about] : rows) {
    std::string line = std::string(kIndent, ' ') + name;
    if (display_width(line) + kGap > left) {
      text += line + "\n";
      line.clear();
    }
    for (const std::string& part : wrap(about, columns > left + 20 ? columns - left : 60)) {
      text += line + std::string(left - display_width(line), ' ') + part + "\n";
      line.clear();
    }
  }
  return text;
}

std::string section(const char* heading, const Rows& rows, Language language, std::size_t columns) {
  if (rows.empty()) return {};
  return "\n" + format_message(language, heading) + "\n" + two_columns(rows, columns);
}

void add_options(Rows& rows, const std::vector<Option>& options, Language language) {
  for (const Option& option : options)
    if (!option.hidden) rows.emplace_back(option.synopsis(), option_help(option, language));
}

// The commands whose path begins with that.
Rows command_rows(std::string_view prefix, Language language) {
  Rows rows;
  for (const Command& command : commands()) {
    if (!command.path.starts_with(prefix)) continue;
    std::string name = command.path;
    for (const Argument& argument : command.arguments)
      name += " " + argument.name + (argument.many ? "…" : "");
    rows.emplace_back(std::move(name), format_message(language, command.help));
  }
  return rows;
}

std::string paragraph(const std::string& text, std::size_t columns) {
  std::string lines;
  for (const std::string& line : wrap(text, columns)) lines += line + "\n";
  return lines;
}

}  // namespace

std::string option_help(const Option& option, Language language) {
  std::string text = format_message(language, option.help);
  if (!option.fallback.empty())
    text += format_message(language, "cli.help.default", {{"value", option.fallback}});
  return text;
}

std::string command_help(const Command& command, Language language, std::size_t columns) {
  std::string text = format_message(language, "cli.help.usage") + command.synopsis() + "\n\n" +
                     paragraph(format_message(language, command.about), columns);
  text +=
      section("cli.help.commands", command_rows(command.path + " ", language), language, columns);
  Rows arguments;
  for (const Argument& argument : command.arguments)
    arguments.emplace_back(argument.name, format_message(language, argument.help));
  text += section("cli.help.arguments", arguments, language, columns);
  Rows options;
  add_options(options, command.options, language);
  add_options(options, common_options(), language);
  return text + section("cli.help.options", options, language, columns);
}

std::string program_help(Language language, std::size_t columns) {
  std::string text = fmt::format("{}{} COMMAND [OPTION]… [ARGUMENT]…\n\n",
                                 format_message(language, "cli.help.usage"), kProgram);
  text += paragraph(format_message(language, "cli.about.program"), columns);
  text += section("cli.help.commands", command_rows("", language), language, columns);
  Rows options;
  add_options(options, common_options(), language);
  add_options(options, program_options(), language);
  text += section("cli.help.options", options, language, columns);
  Rows statuses;
  for (const char* const status : {"0", "1", "2"})
    statuses.emplace_back(status, format_message(language, std::string("cli.exit.") + status));
  text += section("cli.help.exit", statuses, language, columns);
  return text + "\n" + paragraph(format_message(language, "cli.help.more"), columns);
}

}  // namespace tradereport::tools
