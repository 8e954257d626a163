// What the commands do. Each prints its results and returns the exit status.
#pragma once

#include <string>
#include <vector>

#include "tools/cli/command_line.h"

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

// The whole program: parses the arguments (without the program's name), runs the command. Throws
// OutputError if standard output cannot be written.
int run_program(const std::vector<std::string>& args);

}  // namespace tradereport::tools
