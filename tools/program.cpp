#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <string_view>
#include <utility>

#include "tools/cli/completions.h"
#include "tools/cli/help.h"
#include "tools/cli/man_page.h"
#include "tools/cli/options.h"
#include "tools/commands.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/standard_streams.h"
#include "tools/terminal/terminal.h"

namespace tradereport::tools {

namespace {

constexpr std::size_t kWidestHelp = 100;

std::string help(const std::string& path, Language language, std::FILE* stream) {
  const std::size_t columns = std::min(terminal_of(stream).columns, kWidestHelp);
  const Command* const command = find_command(path);
  return command != nullptr ? command_help(*command, language, columns)
                            : program_help(language, columns);
}

int run_command(const Invocation& invocation) {
  using Run = int (*)(const Invocation&);
  static const std::vector<std::pair<std::string_view, Run>> table{
      {"check", run_check},
      {"convert", run_convert},
      {"diff", run_diff},
      {"discover", run_discover},
      {"explain", run_explain},
      {"families", run_families},
      {"families check", run_families_check},
      {"families try", run_families_try},
      {"serve", run_serve},
  };
  for (const auto& [path, run] : table)
    if (path == invocation.command) return run(invocation);
  complain_at_length(help("", invocation.language, stderr));
  return kFailure;
}

int carry_out(const Invocation& invocation) {
  if (invocation.has("help")) {
    print(help(invocation.command, invocation.language, stdout));
    return kGood;
  }
  if (invocation.command.empty()) {
    if (invocation.has("version")) {
      print(fmt::format("{} {}\n", kProgram, TRADEREPORT_VERSION));
      return kGood;
    }
    if (invocation.has("man")) {
      print(man_page(invocation.language));
      return kGood;
    }
    if (invocation.has("completions")) {
      print(completions(invocation.value("completions")));
      return kGood;
    }
  }
  return run_command(invocation);
}

}  // namespace

int run_program(const std::vector<std::string>& args) {
  const CommandLine line = parse_command_line(args, language_of_environment());
  if (!line.invocation) {
    const std::string command =
        line.command.empty() ? std::string(kProgram) : fmt::format("{} {}", kProgram, line.command);
    complain(fmt::format("{}: {}", kProgram, line.usage_error));
    complain(format_message(line.language, "cli.error.see_help", {{"command", command}}));
    return kFailure;
  }
  const int status = carry_out(*line.invocation);
  finish_output();
  return status;
}

int run_as_main(const std::function<int()>& run) {
  const auto say = [](const char* id, const char* reason) {
    complain(fmt::format("{}: {}", kProgram,
                         format_message(language_of_environment(), id, {{"reason", reason}})));
  };
  try {
    prepare_standard_streams();
    return run();
  } catch (const Interrupted& interrupted) {
    end_by_signal(interrupted.signal);
  } catch (const OutputError& error) {
    if (error.reader_gone) end_by_signal(SIGPIPE);
    say("cli.error.output", error.reason.c_str());
  } catch (const std::exception& error) {
    say("cli.error.internal", error.what());
  }
  return kFailure;
}

}  // namespace tradereport::tools
