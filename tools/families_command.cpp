#include <fmt/format.h>

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "parser/reader.h"
#include "tools/commands.h"
#include "tools/inputs/open_input.h"
#include "tools/terminal/display_width.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/message.h"
#include "tools/workers/reading.h"

namespace tradereport::tools {

int run_families(const Invocation& invocation) {
  const bool chinese = invocation.language == Language::zh;
  for (const auto& [file, text] : bundled_families()) {
    const FamilyLoad load = load_family(text, file);
    for (const FamilyError& error : load.errors) complain(error.to_string());
    if (!load.family) return kFailure;
    print(load.family->id + "\n");
    for (const char* const language : {chinese ? "zh" : "en", chinese ? "en" : "zh"})
      if (const auto title = load.family->title.find(language); title != load.family->title.end())
        print("  " + title->second + "\n");
  }
  return kGood;
}

namespace {

// The first line from `from` on that holds the text, counted from 1; 0 if there is none.
int line_with(const std::vector<std::string>& lines, std::size_t from, const std::string& text) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (lines[i].find(text) != std::string::npos) return static_cast<int>(i) + 1;
  }
  return 0;
}

// Where a key stands that is known by its name alone: "table 'table1'.caption" is in the table
// whose id or name is "table1", "lines.headings[2]" under [lines].
int line_of_key(const std::string& file, const std::string& key) {
  std::vector<std::string> lines;
  std::istringstream stream(file);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  const std::size_t quote = key.find('\'');
  const std::size_t last = key.find_last_of("'.");
  std::string member = last == std::string::npos || key[last] == '\'' ? "" : key.substr(last + 1);
  member.erase(std::min(member.find('['), member.size()));
  int line =
      quote == std::string::npos
          ? line_with(lines, 0, "[" + key.substr(0, key.find('.')) + "]")
          : line_with(lines, 0, "\"" + key.substr(quote + 1, key.rfind('\'') - quote - 1) + "\"");
  if (line == 0 || member.empty()) return line;
  const int inner = line_with(lines, static_cast<std::size_t>(line) - 1, member);
  return inner > 0 ? inner : line;
}

// The family that the file describes, without an error; complains of those that there are.
std::optional<Family> family_in(const std::string& file, Language language) {
  const Bytes bytes = read_bytes(file);
  if (bytes.error) {
    print_error(*bytes.error, language);
    return std::nullopt;
  }
  FamilyLoad load = load_family(bytes.bytes, file);
  std::vector<FamilyError> errors = load.errors;
  if (load.family) errors = parser::check_patterns(*load.family, file);
  for (FamilyError& error : errors) {
    if (error.line == 0) error.line = line_of_key(bytes.bytes, error.key);
    complain(one_line(error.to_string()));
  }
  if (!errors.empty()) return std::nullopt;
  return std::move(load.family);
}

}  // namespace

int run_families_check(const Invocation& invocation) {
  const std::string& file = invocation.arguments.front();
  if (!family_in(file, invocation.language)) return kFailure;
  print(one_line(file) + ": ok\n");
  return kGood;
}

int run_families_try(const Invocation& invocation) {
  const auto family = family_in(invocation.arguments[0], invocation.language);
  if (!family) return kFailure;
  const std::string& file = invocation.arguments[1];
  std::vector<Family> families{*family};
  const parser::Reader reader(std::move(families));
  std::optional<InputError> error;
  const Answer answer = ask_worker(file, reader, {Request::Task::trial, {}}, error);
  if (!error && !answer.trial) error = InputError{file, "bad_answer", {{"reason", "?"}}};
  if (error) {
    print_error(*error, invocation.language);
    return kFailure;
  }
  const parser::Trial& trial = *answer.trial;
  const auto text = [&](const std::string& key) {
    return format_message(invocation.language, key,
                          {{"tried", looked_for({trial.tried}, invocation.language)}});
  };
  print(one_line(file) + ": " +
        text(trial.recognised ? "cli.try.recognised" : "cli.try.not_recognised") + "\n\n" +
        text("cli.try.lines") + "\n");
  for (const parser::TrialLine& line : trial.lines) {
    const std::string what = line.name.empty() ? line.what : line.what + " " + line.name;
    print(fmt::format("{:>4}  {:<16} {}\n", line.page, one_line(what), one_line(line.text)));
  }
  print("\n" + text("cli.try.patterns") + "\n");
  for (const parser::TrialPattern& pattern : trial.patterns) {
    const std::string matched =
        pattern.matched.empty() ? text("cli.try.nothing") : "“" + pattern.matched + "”";
    print("  " + one_line(pattern.key) + ": " + one_line(matched) + "\n");
  }
  return kGood;
}

}  // namespace tradereport::tools
