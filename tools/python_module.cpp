// The module tradereport._native: the program, and `check` for the Python package. It is loaded by
// a bare interpreter of its own (tools/python/tradereport/_helper.py), never by that of the caller:
// workers that were forked from there would have its memory, its threads' locks and no room under
// their limits.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "tools/commands.h"
#include "tools/terminal/standard_streams.h"
#include "tools/writers/check/record_output.h"

namespace tradereport::tools {

namespace {

using Arguments = std::vector<std::string>;

void write_record(std::string_view line) {
  if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size())
    throw OutputError{"the caller does not listen", true};
}

// What is wrong with the arguments stands on standard error.
int check_records(const Arguments& arguments) {
  const CommandLine line = parse_command_line(arguments, language_of_environment());
  if (!line.invocation) {
    complain(line.usage_error);
    return kFailure;
  }
  const int status =
      run_check_into(*line.invocation, record_output(write_record, line.invocation->language));
  finish_output();
  return status;
}

}  // namespace

PYBIND11_MODULE(_native, module) {
  module.doc() = "The program tradereport, for a process of its own.";
  module.def(
      "run_program",
      [](const Arguments& arguments) {
        return run_as_main([&] { return run_program(arguments); });
      },
      pybind11::arg("arguments"),
      "Runs the program with these arguments on the standard streams. Returns its exit status.");
  module.def(
      "check_records",
      [](const Arguments& arguments) {
        return run_as_main([&] { return check_records(arguments); });
      },
      pybind11::arg("arguments"),
      "The same for the command check, whose arguments these are, with records as its output:\n"
      "tools/writers/check/record_output.h. Returns its exit status.");
}

}  // namespace tradereport::tools
