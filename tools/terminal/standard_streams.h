// Standard output and standard error, with failures noticed.
#pragma once

#include <string>
#include <string_view>

namespace tradereport::tools {

// The exit statuses of the program; the greater one wins.
inline constexpr int kGood = 0;
inline constexpr int kFindings = 1;
inline constexpr int kFailure = 2;

// Standard output could not be written: the disk is full, it is closed, the reader has gone.
struct OutputError {
  std::string reason;
  bool reader_gone = false;  // of a pipe: nobody wants to hear of it
};

// To be called first in main(): opens /dev/null in place of standard streams that are closed, so
// that no other file takes their number, and makes writing to a closed pipe an error instead of
// the end of the program.
void prepare_standard_streams();

// Writes to standard output, but for what must not reach a terminal (safe_text.h). Throws
// OutputError.
void print(std::string_view text);
// Writes what is still buffered. Throws OutputError.
void finish_output();

// Writes a line to standard error, as far as that is possible, made one by one_line().
void complain(std::string_view line);
// The same for a text of the program's own, of several lines.
void complain_at_length(std::string_view text);

}  // namespace tradereport::tools
