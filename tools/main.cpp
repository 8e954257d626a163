#include <fmt/format.h>

#include <csignal>
#include <exception>

#include "tools/cli/options.h"
#include "tools/commands.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/standard_streams.h"

namespace {

int run(int argc, char** argv) {
  using namespace tradereport;
  using namespace tradereport::tools;
  try {
    return run_program({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const Interrupted& interrupted) {
    end_by_signal(interrupted.signal);
  } catch (const OutputError& error) {
    if (error.reader_gone) end_by_signal(SIGPIPE);
    complain(fmt::format(
        "{}: {}", kProgram,
        format_message(language_of_environment(), "cli.error.output", {{"reason", error.reason}})));
  } catch (const std::exception& error) {
    complain(fmt::format("{}: {}", kProgram,
                         format_message(language_of_environment(), "cli.error.internal",
                                        {{"reason", error.what()}})));
  }
  return kFailure;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    tradereport::tools::prepare_standard_streams();
    return run(argc, argv);
  } catch (...) {
    return tradereport::tools::kFailure;
  }
}
