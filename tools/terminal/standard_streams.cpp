#include "tools/terminal/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>

#include "tools/terminal/display_width.h"
#include "tools/terminal/safe_text.h"

namespace tradereport::tools {

namespace {

[[noreturn]] void fail() {
  const int number = errno;
  throw OutputError{std::strerror(number), number == EPIPE};
}

}  // namespace

void prepare_standard_streams() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) != -1) continue;
    // Writing to what is open for reading fails, as writing to a closed file does.
    ::open("/dev/null", number == STDOUT_FILENO ? O_RDONLY : O_RDWR);
  }
  std::signal(SIGPIPE, SIG_IGN);
}

void print(std::string_view text) {
  const std::string safe = safe_text(text);
  if (std::fwrite(safe.data(), 1, safe.size(), stdout) != safe.size()) fail();
}

void finish_output() {
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) fail();
}

void complain(std::string_view line) {
  complain_at_length(one_line(line));
}

void complain_at_length(std::string_view text) {
  std::fflush(stdout);  // keeps the two in order where they are one file
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fputc('\n', stderr);
}

}  // namespace tradereport::tools
