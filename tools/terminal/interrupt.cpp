#include "tools/terminal/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace tradereport::tools {

namespace {

// The one thing that a signal handler may touch.
volatile std::sig_atomic_t noted = 0;

void note(int signal) {
  noted = signal;
}

}  // namespace

void handle_interrupts() {
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    // nohup and background jobs of shells ignore signals, and that stays so.
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
      ::sigaction(signal, &action, nullptr);
  }
}

void check_interrupt() {
  if (noted != 0) throw Interrupted{noted};
}

void end_by_signal(int signal) {
  std::signal(signal, SIG_DFL);
  ::raise(signal);
  ::_exit(128 + signal);
}

}  // namespace tradereport::tools
