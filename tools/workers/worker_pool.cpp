#include "tools/workers/worker_pool.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <system_error>
#include <utility>

#include "tools/workers/attached_file.h"
#include "tools/workers/worker_loop.h"

namespace tradereport::tools {

namespace {

// How long a worker has to end by itself.
constexpr std::chrono::seconds kGrace{2};

bool ends_soon(int process) {
  const auto last = std::chrono::steady_clock::now() + kGrace;
  useconds_t pause = 100;
  do {
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
        info.si_pid == process)
      return true;
    ::usleep(pause);
    pause = std::min<useconds_t>(2 * pause, 10'000);
  } while (std::chrono::steady_clock::now() < last);
  return false;
}

Ended::How how_it_died(int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == kExitOutOfMemory)
    return Ended::How::out_of_memory;
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return Ended::How::out_of_time;
  return Ended::How::crashed;
}

}  // namespace

WorkerPool::WorkerPool(std::size_t workers, const WorkerLimits& limits, Serve serve,
                       Prepare prepare)
    : limits_(limits),
      work_{std::move(serve), std::move(prepare)},
      workers_(std::max<std::size_t>(workers, 1)) {
  forbid_debugging();
  for (Worker& worker : workers_) fork_worker(worker);
  if (!has_idle())
    throw std::system_error(errno, std::generic_category(), "no worker process can be started");
}

WorkerPool::~WorkerPool() {
  for (Worker& worker : workers_)
    if (worker.busy && worker.process >= 0) ::kill(worker.process, SIGKILL);
  Ended ignored;
  for (Worker& worker : workers_) reap(worker, ignored);
}

bool WorkerPool::fork_worker(Worker& worker) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
  worker = Worker{};
  const int parent = ::getpid();
  const int process = ::fork();
  if (process == 0) worker_loop(ends[1], parent, limits_, work_, worker.refused);
  ::close(ends[1]);
  if (process < 0) {
    ::close(ends[0]);
    return false;
  }
  worker.process = process;
  worker.channel = ends[0];
  return true;
}

// Makes sure that the process is gone, and finds out how it went unless `ended` knows.
void WorkerPool::reap(Worker& worker, Ended& ended) {
  if (worker.process < 0) return;
  ::close(worker.channel);
  // A worker whose job nobody knows the end of is dying, and one without a job ends when its socket
  // does: how it does is worth a moment, but one that has been taken over may stay.
  const bool ending = ended.how == Ended::How::crashed || !worker.busy;
  if (!ending || !ends_soon(worker.process)) ::kill(worker.process, SIGKILL);
  int status = 0;
  while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
  }
  if (ended.how == Ended::How::crashed) {
    ended.how = how_it_died(status);
    ended.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  }
  worker.process = -1;
  worker.channel = -1;
  worker.busy = false;
}

bool WorkerPool::has_idle() const {
  return std::any_of(workers_.begin(), workers_.end(),
                     [](const Worker& worker) { return worker.process >= 0 && !worker.busy; });
}

// The clock of a process counts all its jobs.
void WorkerPool::limit_cpu(const Worker& worker) const {
  clockid_t clock = 0;
  timespec used{};
  if (::clock_getcpuclockid(worker.process, &clock) != 0 || ::clock_gettime(clock, &used) != 0)
    return;
  const rlimit limit{static_cast<rlim_t>(used.tv_sec) + limits_.cpu_seconds, RLIM_INFINITY};
  ::prlimit(worker.process, RLIMIT_CPU, &limit, nullptr);
}

bool WorkerPool::send_job(Worker& worker, const Job& job) {
  Frame frame{Frame::kMagic, Frame::request, job.request.size()};
  std::string request = job.request;
  std::array<iovec, 2> parts{iovec{&frame, sizeof(frame)}, iovec{request.data(), request.size()}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  AttachedFile attached;
  attached.send_with(message, job.file);
  // Requests are short, and the socket of an idle worker is empty.
  const ssize_t sent = ::sendmsg(worker.channel, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  return sent == static_cast<ssize_t>(sizeof(frame) + request.size());
}

void WorkerPool::start(std::size_t ticket, const Job& job) {
  bool sent = false;
  // A worker may have been killed while it had nothing to do: that costs no job.
  for (Worker& worker : workers_) {
    if (sent || worker.process < 0 || worker.busy) continue;
    for (int attempt = 0; attempt < 2 && !sent; ++attempt) {
      if (attempt > 0) {
        Ended ignored;
        reap(worker, ignored);
        if (!fork_worker(worker)) break;
      }
      limit_cpu(worker);
      sent = send_job(worker, job);
    }
    if (!sent) continue;
    worker.busy = true;
    worker.ticket = ticket;
    worker.deadline = Clock::now() + std::chrono::seconds(limits_.seconds);
  }
  if (job.file >= 0) ::close(job.file);
  if (!sent) throw std::system_error(errno, std::generic_category(), "no worker process is left");
}

// True if the job has ended by what was received.
bool WorkerPool::parse(Worker& worker, Ended& ended) {
  for (;;) {
    Frame frame;
    if (worker.received.size() < sizeof(frame)) return false;
    std::memcpy(&frame, worker.received.data(), sizeof(frame));
    const auto garbled = [&] {
      ended.how = Ended::How::garbled;
      return true;
    };
    if (frame.magic != Frame::kMagic) return garbled();
    switch (frame.kind) {
      case Frame::hello:
        gaps_.privileges = gaps_.privileges || (frame.length & kNoPrivileges) != 0;
        gaps_.calls = gaps_.calls || (frame.length & kNoCalls) != 0;
        gaps_.memory = gaps_.memory || (frame.length & kNoMemory) != 0;
        gaps_.files = gaps_.files || (frame.length & kNoFiles) != 0;
        prepared_ = prepared_ && (frame.length & kNotPrepared) == 0;
        worker.received.erase(0, sizeof(frame));
        continue;
      case Frame::out_of_memory:
        ended.how = Ended::How::out_of_memory;
        return true;
      case Frame::failed:
      case Frame::answer:
        if (frame.length > Frame::kMost) return garbled();
        if (worker.received.size() < sizeof(frame) + frame.length) {
          worker.received.reserve(sizeof(frame) + frame.length);
          return false;
        }
        if (worker.received.size() > sizeof(frame) + frame.length) return garbled();
        ended.how = frame.kind == Frame::answer ? Ended::How::answered : Ended::How::failed;
        worker.received.erase(0, sizeof(frame));
        ended.answer = std::exchange(worker.received, {});
        return true;
      default:
        return garbled();
    }
  }
}

bool WorkerPool::receive(Worker& worker, Ended& ended) {
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t count = ::recv(worker.channel, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return false;
    if (count <= 0) return true;  // gone
    worker.received.append(buffer.data(), static_cast<std::size_t>(count));
    if (parse(worker, ended)) return true;
  }
}

std::vector<Ended> WorkerPool::wait(int milliseconds) {
  for (Worker& worker : workers_)
    if (worker.process < 0) fork_worker(worker);  // there was no room for it before
  if (std::none_of(workers_.begin(), workers_.end(),
                   [](const Worker& w) { return w.process >= 0; }))
    throw std::system_error(errno, std::generic_category(), "no worker process can be started");

  std::vector<pollfd> polled;
  auto wake = Clock::now() + std::chrono::milliseconds(milliseconds);
  for (const Worker& worker : workers_) {
    if (!worker.busy) continue;
    polled.push_back({worker.channel, POLLIN, 0});
    wake = std::min(wake, worker.deadline);
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(wake - Clock::now()).count();
  ::poll(polled.data(), polled.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));

  std::vector<Ended> all;
  const auto now = Clock::now();
  for (Worker& worker : workers_) {
    if (!worker.busy) continue;
    Ended ended;
    ended.ticket = worker.ticket;
    bool over = receive(worker, ended);
    if (!over && now >= worker.deadline) {
      ended.how = Ended::How::out_of_time;
      over = true;
    }
    if (!over) continue;
    const bool stays = ended.how == Ended::How::answered && !limits_.one_job;
    if (stays) worker.busy = false;
    if (!stays) reap(worker, ended);
    ended.refused = worker.refused.take();
    if (!stays) fork_worker(worker);
    all.push_back(std::move(ended));
  }
  return all;
}

}  // namespace tradereport::tools
