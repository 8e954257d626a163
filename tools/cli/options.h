// The one table of commands, options and arguments. The parser of the command line, --help, the
// manual page and the shell completions are all made from it, so they cannot disagree.
//
// Texts are ids of the message catalogue (schemas/messages/).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tradereport::tools {

struct Option {
  std::string name;                  // long name without dashes: "format"
  char letter = 0;                   // 'o' for -o, 0 for none
  std::string value;                 // what its value is called ("DIR"); empty: a flag
  std::string help;                  // message id
  std::vector<std::string> choices;  // the values it takes; empty: any
  std::string fallback;              // its value if not given
  bool hidden = false;               // neither in --help nor in the manual page
  unsigned least = 0;                // a whole number from least …
  unsigned most = 0;                 // … to most; 0: no number
  bool repeats = false;              // may be given several times: Invocation::all()
  bool many = false;                 // takes all values up to the next option: Invocation::all()
  bool month = false;                // its value is one: "2024-05"

  // "-o, --output DIR", "--format text|json"
  std::string synopsis() const;
  // "DIR" or "text|json"; empty for a flag
  std::string value_synopsis() const;
};

struct Argument {
  std::string name;  // "FILE|DIR"
  std::string help;  // message id
  bool many = false;
};

struct Command {
  std::string path;                 // "check"; "families check" for a command below another
  std::string help;                 // message id: one line
  std::string about;                // message id: a paragraph or two for the manual page
  std::vector<Argument> arguments;  // all of them required
  std::vector<Option> options;

  // The option of that name, which the command must have.
  const Option& option(std::string_view name) const;
  // "tradereport check [OPTION]… FILE|DIR…"
  std::string synopsis() const;
};

inline constexpr std::string_view kProgram = "tradereport";

const std::vector<Command>& commands();
// Options of every command and of the program itself: --lang, --help.
const std::vector<Option>& common_options();
// Options that stand without a command: --version, and hidden ones that print generated files.
const std::vector<Option>& program_options();

// The command of that path, or nullptr.
const Command* find_command(std::string_view path);

}  // namespace tradereport::tools
