// What the commands do. Each prints its results and returns the exit status.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tools/cli/command_line.h"
#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

int run_check(const Invocation& invocation);
int run_convert(const Invocation& invocation);
int run_diff(const Invocation& invocation);
int run_discover(const Invocation& invocation);
int run_explain(const Invocation& invocation);
int run_families(const Invocation& invocation);
int run_families_check(const Invocation& invocation);
int run_families_try(const Invocation& invocation);
int run_serve(const Invocation& invocation);

// The same as run_check(), into this alone, whatever the invocation says of formats and files.
int run_check_into(const Invocation& invocation, std::unique_ptr<CheckOutput> output);

// The whole program: parses the arguments (without the program's name), runs the command. Throws
// OutputError if standard output cannot be written.
int run_program(const std::vector<std::string>& args);

// What main() does: runs it, and says on standard error what it throws. Ends this process by the
// signal that has interrupted it, and by SIGPIPE if nobody reads standard output any more.
int run_as_main(const std::function<int()>& run);

}  // namespace tradereport::tools
