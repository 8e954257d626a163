// What the program is connected to.
#pragma once

#include <cstddef>
#include <cstdio>

namespace tradereport::tools {

struct Terminal {
  // It is a terminal, and neither NO_COLOR nor TERM=dumb speaks against; or CLICOLOR_FORCE says so.
  bool colour = false;
  std::size_t columns = 100;  // its width; 100 where it is none
};

// Of standard output (stdout) or standard error (stderr).
Terminal terminal_of(std::FILE* stream);

bool is_terminal(std::FILE* stream);

}  // namespace tradereport::tools
