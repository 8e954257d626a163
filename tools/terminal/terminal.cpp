#include "tools/terminal/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace tradereport::tools {

bool is_terminal(std::FILE* stream) {
  return ::isatty(::fileno(stream)) == 1;
}

Terminal terminal_of(std::FILE* stream) {
  Terminal terminal;
  const auto given = [](const char* name) {
    const char* const value = std::getenv(name);
    return std::string_view(value == nullptr ? "" : value);
  };
  const bool refused = !given("NO_COLOR").empty();
  const std::string_view force = given("CLICOLOR_FORCE");
  terminal.colour = !refused && !force.empty() && force != "0";
  if (!is_terminal(stream)) return terminal;
  terminal.colour = terminal.colour || (!refused && given("TERM") != "dumb");
  winsize size{};
  if (::ioctl(::fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    terminal.columns = std::max<std::size_t>(size.ws_col, 40);
  return terminal;
}

}  // namespace tradereport::tools
