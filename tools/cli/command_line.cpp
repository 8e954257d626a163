#include "tools/cli/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <numeric>

#include "schemas/period.h"
#include "tools/cli/options.h"

namespace tradereport::tools {

namespace {

constexpr int kAnyNumber = 1 << 16;  // of values; from 2^25 on CLI11 takes one each time

// The parser of one command and where its results go.
struct Level {
  std::string path;
  CLI::App* app = nullptr;
  std::vector<std::string> arguments;
};

// Digits alone, within the bounds.
bool is_number(const std::string& text, unsigned least, unsigned most) {
  unsigned value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end && value >= least && value <= most;
}

// Whether each word of the command's path is among the arguments.
bool may_be_meant(const Command& command, const std::vector<std::string>& args) {
  std::string_view rest = command.path;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (std::ranges::count(args, word) == 0) return false;
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  return true;
}

class Parser {
 public:
  // Knows the commands that these arguments may mean: options are costly to set up.
  Parser(Language language, const std::vector<std::string>& args) : language_(language) {
    root_.name(std::string(kProgram));
    prepare(root_);
    add_options(root_, common_options());
    add_options(root_, program_options());
    for (const Command& command : commands())
      if (may_be_meant(command, args)) add_command(command);
  }

  CommandLine parse(std::vector<std::string> args) {
    CommandLine result;
    result.language = language_;
    std::reverse(args.begin(), args.end());  // CLI11 takes them last first
    try {
      root_.parse(std::move(args));
    } catch (const CLI::ParseError& e) {
      result.command = parsed_path();
      result.usage_error = fmt::format("{}", e.what());
      if (e.get_name() == "ArgumentMismatch") result.usage_error = text("cli.error.value_missing");
      return result;
    }
    const std::string path = parsed_path();
    result.command = path;
    result.usage_error = complaint(path);
    if (!result.usage_error.empty()) return result;

    Invocation invocation;
    invocation.command = path;
    invocation.language = language_;
    for (const auto& [name, value] : values_)
      if (!value.empty()) invocation.values.emplace(name, value);
    for (const auto& [name, set] : flags_)
      if (set) invocation.values.emplace(name, "yes");
    if (const Level* const level = find(path)) invocation.arguments = level->arguments;
    if (const auto lang = values_.find("lang"); lang != values_.end() && !lang->second.empty())
      invocation.language = language_from(lang->second).value_or(language_);
    result.language = invocation.language;
    result.invocation = std::move(invocation);
    return result;
  }

 private:
  std::string text(std::string_view id, const std::map<std::string, std::string>& args = {}) const {
    return format_message(language_, id, args);
  }

  static void prepare(CLI::App& app) {
    app.set_help_flag("");
    app.allow_extras();
    app.require_subcommand(0, 1);  // so that a file may be called like a command
  }

  void add_options(CLI::App& app, const std::vector<Option>& options) {
    for (const Option& option : options) {
      std::string flags = "--" + option.name;
      if (option.letter != 0) flags = fmt::format("-{},{}", option.letter, flags);
      if (option.value.empty()) {
        app.add_flag(flags, flags_[option.name]);
      } else {
        using Policy = CLI::MultiOptionPolicy;
        app.add_option(flags, values_[option.name])
            ->multi_option_policy(option.repeats ? Policy::Join : Policy::TakeLast)
            ->expected(1, option.many ? kAnyNumber : 1);
      }
    }
  }

  void add_command(const Command& command) {
    const std::size_t blank = command.path.rfind(' ');
    const bool nested = blank != std::string::npos;
    CLI::App& parent = nested ? *find(command.path.substr(0, blank))->app : root_;
    auto level = std::make_unique<Level>();
    level->path = command.path;
    level->app = parent.add_subcommand(nested ? command.path.substr(blank + 1) : command.path);
    prepare(*level->app);
    add_options(*level->app, common_options());
    add_options(*level->app, command.options);
    if (!command.arguments.empty()) level->app->add_option("arguments", level->arguments);
    levels_.push_back(std::move(level));
  }

  const Level* find(std::string_view path) const {
    const auto found = std::find_if(levels_.begin(), levels_.end(),
                                    [&](const auto& level) { return level->path == path; });
    return found == levels_.end() ? nullptr : found->get();
  }

  std::string parsed_path() const {
    std::string path;
    for (const auto& level : levels_)
      if (level->app->parsed()) path = level->path;  // a command stands after the one it is below
    return path;
  }

  // What is wrong with what was parsed, or an empty text.
  std::string complaint(const std::string& path) const {
    const Command* const command = find_command(path);
    std::vector<std::string> rest = root_.remaining(true);
    if (const auto mark = std::find(rest.begin(), rest.end(), "--"); mark != rest.end())
      rest.erase(mark);  // what follows it are arguments, but CLI11 keeps the mark itself
    if (!rest.empty()) return unknown(rest.front(), path);
    std::vector<Option> known = common_options();
    const auto& more = command != nullptr ? command->options : program_options();
    known.insert(known.end(), more.begin(), more.end());
    for (const Option& option : known) {
      const auto given = values_.find(option.name);
      if (given == values_.end() || given->second.empty()) continue;
      if (option.most > 0 && !is_number(given->second, option.least, option.most))
        return text("cli.error.number", {{"option", "--" + option.name},
                                         {"value", given->second},
                                         {"least", std::to_string(option.least)},
                                         {"most", std::to_string(option.most)}});
      if (option.month && !Period::parse(given->second))
        return text("cli.error.month", {{"option", "--" + option.name}, {"value", given->second}});
      if (option.choices.empty()) continue;
      if (std::count(option.choices.begin(), option.choices.end(), given->second) == 0)
        return text("cli.error.choice",
                    {{"option", "--" + option.name},
                     {"value", given->second},
                     {"choices", fmt::format("{}", fmt::join(option.choices, ", "))}});
    }
    if (command == nullptr || flag("help")) return {};
    const std::size_t count = find(path)->arguments.size();
    if (count < command->arguments.size())
      return text("cli.error.argument_missing", {{"argument", command->arguments[count].name}});
    const bool many = !command->arguments.empty() && command->arguments.back().many;
    if (!many && count > command->arguments.size())
      return unknown(find(path)->arguments[command->arguments.size()], path);
    return {};
  }

  bool flag(const std::string& name) const {
    const auto found = flags_.find(name);
    return found != flags_.end() && found->second;
  }

  std::string unknown(const std::string& word, const std::string& path) const {
    const Command* const command = find_command(path);
    const bool option = word.size() > 1 && word.front() == '-';
    std::vector<std::string> candidates;
    if (option) {
      for (const Option& o : common_options()) candidates.push_back("--" + o.name);
      for (const Option& o : command != nullptr ? command->options : program_options())
        if (!o.hidden) candidates.push_back("--" + o.name);
    } else {
      for (const Command& c : commands())
        if (path.empty() ? c.path.find(' ') == std::string::npos : c.path.starts_with(path + " "))
          candidates.push_back(path.empty() ? c.path : c.path.substr(path.size() + 1));
    }
    const std::string bare = word.substr(0, word.find('='));
    const std::string guess = closest(option ? bare : word, candidates);
    const char* const id = option         ? "cli.error.unknown_option"
                           : path.empty() ? "cli.error.unknown_command"
                                          : "cli.error.unexpected_argument";
    std::string sentence = text(id, {{"word", word}});
    if (!guess.empty()) sentence += text("cli.error.did_you_mean", {{"guess", guess}});
    return sentence;
  }

  Language language_;
  CLI::App root_;
  std::vector<std::unique_ptr<Level>> levels_;
  std::map<std::string, std::string> values_;
  std::map<std::string, bool> flags_;
};

// What --lang says, found before the rest is parsed: usage errors shall be in that language too.
std::optional<Language> language_asked_for(const std::vector<std::string>& args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i].starts_with("--lang=")) return language_from(args[i].substr(7));
    if (args[i] == "--lang" && i + 1 < args.size()) return language_from(args[i + 1]);
  }
  return std::nullopt;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({change, above + 1, row[j - 1] + 1});
      diagonal = above;
    }
  }
  return row.back();
}

bool takes_value(std::string_view word, const std::vector<Option>& options) {
  return std::any_of(options.begin(), options.end(), [&](const Option& option) {
    return !option.value.empty() &&
           (word == "--" + option.name ||
            (option.letter != 0 && word == std::string{'-', option.letter}));
  });
}

// Whether what stands in place of a command is the path of what is to be checked.
bool is_check_without_name(const std::vector<std::string>& args) {
  const std::vector<Option>& options = find_command("check")->options;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::string& word = args[i];
    if (word.size() > 1 && word.front() == '-') {
      if (takes_value(word, options) || takes_value(word, common_options())) ++i;
      continue;
    }
    if (find_command(word) != nullptr) return false;
    std::error_code code;
    return word == "-" || word.find('/') != std::string::npos ||
           std::filesystem::exists(word, code);
  }
  return false;
}

}  // namespace

std::string closest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(word.size() / 2, 1) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = candidate.starts_with(word) ? 1 : edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string Invocation::value(const std::string& option) const {
  if (const auto given = values.find(option); given != values.end()) return given->second;
  if (const Command* const entry = find_command(command))
    for (const Option& o : entry->options)
      if (o.name == option) return o.fallback;
  return {};
}

std::vector<std::string> Invocation::all(const std::string& option) const {
  std::vector<std::string> lines;
  const auto given = values.find(option);
  if (given == values.end()) return lines;
  std::string_view rest = given->second;  // the parser joins them by line ends
  while (true) {
    const std::size_t end = rest.find('\n');
    lines.emplace_back(rest.substr(0, end));
    if (end == std::string_view::npos) return lines;
    rest.remove_prefix(end + 1);
  }
}

Language language_of_environment() {
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return language_from(value).value_or(Language::en);
  }
  return Language::en;
}

CommandLine parse_command_line(const std::vector<std::string>& given, Language language) {
  std::vector<std::string> args = given;
  if (is_check_without_name(args)) args.insert(args.begin(), "check");
  return Parser(language_asked_for(args).value_or(language), args).parse(args);
}

}  // namespace tradereport::tools
