#include <fmt/format.h>
#include <pthread.h>

#include <charconv>
#include <csignal>
#include <memory>
#include <string>

#include "tools/commands.h"
#include "tools/serve/browser.h"
#include "tools/serve/job_process.h"
#include "tools/serve/job_store.h"
#include "tools/serve/listener.h"
#include "tools/serve/random_name.h"
#include "tools/serve/site.h"
#include "tools/served_check.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/reading.h"
#include "tools/workers/sandbox/sandbox.h"

namespace tradereport::tools {

namespace {

// Waits for Ctrl-C and its like, which all threads to come leave to this one. nohup and background
// jobs of shells ignore signals, and that stays so.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set_, signal);
    ::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }

  int wait() const {
    int signal = 0;
    while (::sigwait(&set_, &signal) != 0) {
    }
    ::pthread_sigmask(SIG_UNBLOCK, &set_, nullptr);
    return signal;
  }

 private:
  sigset_t set_{};
};

int port_of(const Invocation& invocation) {
  const std::string text = invocation.value("port");
  int port = 0;
  std::from_chars(text.data(), text.data() + text.size(), port);
  return port;
}

}  // namespace

int run_serve(const Invocation& invocation) {
  const auto say = [&](const char* id, const std::map<std::string, std::string>& args = {}) {
    return format_message(invocation.language, id, args);
  };
  const std::unique_ptr<parser::Reader> reader = make_reader(invocation);
  if (reader == nullptr) return kFailure;
  forbid_debugging();
  // Before there are any threads or sockets.
  const JobProcess jobs(served_check(*reader, invocation));
  const Signals signals;
  const ServeLimits limits;
  JobStore store(limits, [&](Language language, const std::vector<NamedFile>& files,
                             const JobProgress& progress) {
    return jobs.run(language, files, limits.reading_time, progress);
  });
  Listener listener;
  const int port = listener.bind(port_of(invocation));
  if (port == 0) {
    complain(say("cli.serve.port_taken", {{"port", invocation.value("port")}}));
    return kFailure;
  }
  Gate gate{random_name(), port};
  const std::string address = fmt::format("http://127.0.0.1:{}/{}/", port, gate.token);
  Site site(std::move(gate), store);
  listener.start(site);
  print(say("cli.serve.address", {{"address", address}}) + "\n" + say("cli.serve.stop") + "\n");
  finish_output();
  if (invocation.has("open") && !open_browser(address)) complain(say("cli.serve.no_browser"));
  const int signal = signals.wait();
  // At once, whatever the threads are doing: there is nothing but memory to leave behind.
  jobs.stop();
  end_by_signal(signal);
}

}  // namespace tradereport::tools
