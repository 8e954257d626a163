// Ctrl-C and its like end a run in order: temporary files and worker processes go with it.
#pragma once

namespace tradereport::tools {

// Thrown by check_interrupt(). No std::exception, so that nothing takes it for a failure.
struct Interrupted {
  int signal = 0;
};

// From now on SIGINT, SIGTERM and SIGHUP are only noted; the second one of a kind ends the program
// at once.
void handle_interrupts();

// Throws Interrupted if one has come. Called between the steps of long work.
void check_interrupt();

// Ends the program by that signal, as its parent expects of it.
[[noreturn]] void end_by_signal(int signal);

}  // namespace tradereport::tools
