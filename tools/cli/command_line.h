// From the arguments of the program to what it shall do.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/messages.h"

namespace tradereport::tools {

struct Invocation {
  std::string command;                        // "check", "families check"; empty: none was given
  std::map<std::string, std::string> values;  // of options, by name; flags that are set are "yes"
  std::vector<std::string> arguments;
  Language language = Language::en;

  bool has(const std::string& option) const { return values.contains(option); }
  // The option's value, or its fallback from the table.
  std::string value(const std::string& option) const;
  // Every value of an option that may be given several times, in their order.
  std::vector<std::string> all(const std::string& option) const;
};

// Exactly one of the two is set, except that a usage error also tells the language.
struct CommandLine {
  std::optional<Invocation> invocation;
  std::string usage_error;  // a sentence in the user's language
  std::string command;      // the command whose --help would help
  Language language = Language::en;
};

// The language that the environment asks for: the first of LC_ALL, LC_MESSAGES and LANG that is
// set; English where there are no messages in it.
Language language_of_environment();

// args: without the program's name. Unknown options, values that are no choice and missing
// arguments are usage errors; --help and --version are left to the caller and excuse what is
// missing.
//   {"check", "--format", "json", "a.pdf"} -> command "check", values {format: json}
//   {"a.pdf"}            -> command "check": a path where a command would stand is one to check
//   {"check"}            -> usage error: FILE|DIR is missing
//   {"chekc", "a.pdf"}   -> usage error: no such command, did you mean check
CommandLine parse_command_line(const std::vector<std::string>& args, Language language);

// The candidate that the word was probably meant to be, or an empty text.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace tradereport::tools
