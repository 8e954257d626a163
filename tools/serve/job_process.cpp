#include "tools/serve/job_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "tools/serve/packets.h"

namespace tradereport::tools {

namespace {

constexpr int kJobTick = 250;  // milliseconds between two looks at the clock

// This process ends with the one that has forked it.
void end_with(int parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(0);
}

// What a job says to people stands in its products; the terminal is the server's.
void close_terminal() {
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, number);
}

[[noreturn]] void do_job(int channel, const JobWork& work) {
  JobRequest request;
  for (;;) {
    Packet packet = receive_packet(channel);
    if (packet.kind == Packet::go) break;
    if (packet.kind == Packet::language) {
      request.language = packet.text == language_tag(Language::zh) ? Language::zh : Language::en;
    } else if (packet.kind == Packet::file && packet.descriptor >= 0) {
      request.files.push_back({std::move(packet.text), packet.descriptor});
    } else {
      ::_exit(0);
    }
  }
  try {
    const auto progress = [&](std::size_t done, std::size_t total) {
      const std::string text = std::to_string(done) + " " + std::to_string(total);
      if (!send_packet(channel, Packet::progress, text)) ::_exit(0);
    };
    for (const NamedFile& product : work(request, progress))
      send_packet(channel, Packet::product, product.name, product.bytes.descriptor());
    send_packet(channel, Packet::end);
  } catch (...) {  // without an end it has failed
    ::_exit(1);
  }
  ::_exit(0);
}

[[noreturn]] void fork_jobs(int channel, const JobWork& work) {
  std::signal(SIGCHLD, SIG_IGN);  // nobody asks how a job ended: its channel tells
  const int parent = ::getpid();
  for (;;) {
    const Packet packet = receive_packet(channel);
    if (packet.kind != Packet::socket || packet.descriptor < 0) ::_exit(0);
    if (::fork() == 0) {
      end_with(parent);
      std::signal(SIGCHLD, SIG_DFL);
      ::close(channel);
      do_job(packet.descriptor, work);
    }
    ::close(packet.descriptor);
  }
}

// Takes what the job says; true if it is over.
bool take_packet(Packet&& packet, JobOutcome& outcome, std::size_t& done, std::size_t& total) {
  MemoryFile file(packet.descriptor);
  if (packet.kind == Packet::progress) {
    char* rest = nullptr;
    done = std::strtoul(packet.text.c_str(), &rest, 10);
    total = std::strtoul(rest, nullptr, 10);
    return false;
  }
  if (packet.kind == Packet::product && file.descriptor() >= 0) {
    outcome.products.push_back({std::move(packet.text), std::move(file)});
    return false;
  }
  outcome.done = packet.kind == Packet::end;
  return true;
}

}  // namespace

JobProcess::JobProcess(const JobWork& work) {
  const std::array<int, 2> ends = packet_channel();
  const int parent = ::getpid();
  std::fflush(nullptr);
  process_ = ::fork();
  if (process_ == 0) {
    end_with(parent);
    ::close(ends[0]);
    close_terminal();
    fork_jobs(ends[1], work);
  }
  ::close(ends[1]);
  channel_ = ends[0];
  if (process_ < 0) {
    ::close(channel_);
    throw std::system_error(errno, std::generic_category(), "no process can be started");
  }
}

JobProcess::~JobProcess() {
  stop();
  ::close(channel_);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

void JobProcess::stop() const {
  ::kill(process_, SIGKILL);
}

JobOutcome JobProcess::run(Language language, const std::vector<NamedFile>& files,
                           std::chrono::seconds most, const JobProgress& progress) const {
  JobOutcome outcome;
  const std::array<int, 2> ends = packet_channel();
  bool well = send_packet(channel_, Packet::socket, {}, ends[1]);
  ::close(ends[1]);
  const int channel = ends[0];
  well = well && send_packet(channel, Packet::language, language_tag(language));
  for (const NamedFile& file : files)
    well = well && send_packet(channel, Packet::file, file.name, file.bytes.descriptor());
  well = well && send_packet(channel, Packet::go);
  const auto last = std::chrono::steady_clock::now() + most;
  std::size_t done = 0;
  std::size_t total = files.size();
  while (well && progress(done, total) && std::chrono::steady_clock::now() < last) {
    pollfd waiting{channel, POLLIN, 0};
    if (::poll(&waiting, 1, kJobTick) <= 0) continue;
    if (take_packet(receive_packet(channel), outcome, done, total)) break;
  }
  ::close(channel);  // a job that goes on ends when it next tells how far it is
  if (!outcome.done) outcome.products.clear();
  return outcome;
}

}  // namespace tradereport::tools
