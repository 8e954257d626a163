// Workers that crash, hang and eat memory cost their own job and nothing else.
#include "tools/workers/worker_pool.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <map>
#include <semaphore>
#include <stdexcept>

#include "tests/tools/run_program.h"

namespace tradereport::tools {
namespace {

using How = Ended::How;

std::string tell(long result) {
  return result >= 0 ? "done" : std::strerror(errno);
}

// What the workers of these tests do.
std::string serve(std::string_view request, int file) {
  if (request == "crash") ::raise(SIGSEGV);
  if (request == "abort") std::abort();
  if (request == "exit") ::_exit(0);
  if (request == "hang") std::binary_semaphore(0).acquire();
  if (request == "spin")
    for (std::atomic<unsigned> i{0};; ++i) {
    }
  if (request == "throw") throw std::runtime_error("why not");
  if (request == "eat") {
    std::vector<std::string> eaten;
    for (;;) eaten.emplace_back(1U << 20U, 'x');
  }
  if (request == "eat in C") {
    while (void* const eaten = std::malloc(1U << 20U)) std::memset(eaten, 1, 1U << 20U);
    std::abort();
  }
  if (request == "much") return std::string(5'000'000, 'y');
  if (request == "file") {
    std::string bytes(100, '\0');
    bytes.resize(static_cast<std::size_t>(::read(file, bytes.data(), bytes.size())));
    return bytes;
  }
  if (request == "pid") return std::to_string(::getpid());
  if (request == "write") return tell(::open("/tmp/tradereport-write", O_WRONLY | O_CREAT, 0600));
  if (request == "append") return tell(::open("/dev/null", O_WRONLY | O_APPEND));
  if (request == "read") return tell(::open("/dev/null", O_RDONLY));
  if (request == "socket") return tell(::socket(AF_INET, SOCK_STREAM, 0));
  if (request == "crash refused") {
    ::socket(AF_INET, SOCK_STREAM, 0);
    ::raise(SIGSEGV);
  }
  if (request == "fork") return tell(::fork());
  if (request == "exec") return tell(::execl("/bin/true", "true", nullptr));
  if (request == "unlink") return tell(::unlink("/tmp/tradereport-nothing"));
  if (request == "kill") return tell(::kill(::getppid(), 0));
  if (request == "stderr") return tell(::write(STDERR_FILENO, "x", 1));
  return "echo " + std::string(request);
}

// By the wall clock there is time enough on a busy machine, unless a job is to run out of it.
WorkerLimits limits(unsigned seconds = 60) {
  WorkerLimits limits;
  limits.memory = std::uint64_t{256} << 20U;
  limits.cpu_seconds = 1;
  limits.seconds = seconds;
  return limits;
}

Ended run(WorkerPool& pool, const std::string& request, int file = -1) {
  pool.start(1, {request, file});
  for (;;)
    if (std::vector<Ended> ended = pool.wait(5000); !ended.empty()) return ended.front();
}

TEST(WorkerPool, AnswersManyJobs) {
  WorkerPool pool(3, limits(), serve);
  std::map<std::size_t, std::string> answers;
  for (std::size_t next = 0; answers.size() < 200;) {
    while (next < 200 && pool.has_idle()) {
      pool.start(next, {std::to_string(next), -1});
      ++next;
    }
    for (const Ended& ended : pool.wait(5000)) answers[ended.ticket] = ended.answer;
  }
  for (std::size_t i = 0; i < 200; ++i) EXPECT_EQ(answers[i], "echo " + std::to_string(i));
}

TEST(WorkerPool, LongAnswersAndFilesPass) {
  WorkerPool pool(1, limits(), serve);
  EXPECT_EQ(run(pool, "much").answer, std::string(5'000'000, 'y'));
  test::ScratchFolder scratch;
  scratch.write("file", "content");
  const int file = ::open((scratch.path() / "file").c_str(), O_RDONLY | O_CLOEXEC);
  EXPECT_EQ(run(pool, "file", file).answer, "content");
  EXPECT_EQ(::close(file), -1) << "start() closes it";
}

TEST(WorkerPool, EachFaultCostsOneJob) {
  const std::vector<std::pair<std::string, How>> faults {
    {"crash", How::crashed}, {"abort", How::crashed}, {"exit", How::crashed},
        {"throw", How::failed}, {"hang", How::out_of_time}, {"spin", How::out_of_time},
#if !defined(__SANITIZE_ADDRESS__)
        {"eat", How::out_of_memory}, {"eat in C", How::out_of_memory},
#endif
  };
  for (const auto& [request, how] : faults) {
    WorkerPool pool(1, request == "hang" ? limits(4) : limits(), serve);
    EXPECT_EQ(run(pool, request).how, how) << request;
    EXPECT_EQ(run(pool, "after").answer, "echo after") << request;
  }
  WorkerPool pool(1, limits(), serve);
#if !defined(__SANITIZE_ADDRESS__)  // which takes the signal and exits
  EXPECT_EQ(run(pool, "crash").signal, SIGSEGV);
#endif
  EXPECT_EQ(run(pool, "throw").answer, "why not");
}

TEST(WorkerPool, AHangingWorkerDoesNotStopTheOthers) {
  WorkerPool pool(2, limits(), serve);
  pool.start(0, {"hang", -1});
  for (int i = 1; i <= 20; ++i) EXPECT_EQ(run(pool, "x").how, How::answered);
}

TEST(WorkerPool, TheWorkerIsLockedIn) {
  WorkerPool pool(1, limits(), serve);
  EXPECT_EQ(run(pool, "read").answer, "done");
  if (!pool.gaps().none()) GTEST_SKIP() << "this system refuses the sandbox";
  for (const char* const request :
       {"write", "append", "socket", "fork", "exec", "unlink", "kill", "stderr"})
    EXPECT_EQ(run(pool, request).answer, std::strerror(EPERM)) << request;
}

TEST(WorkerPool, WhatTheLockRefusesIsTold) {
  WorkerPool pool(1, limits(), serve);
  EXPECT_TRUE(run(pool, "read").refused.empty());
  if (!pool.gaps().none()) GTEST_SKIP() << "this system refuses the sandbox";
  EXPECT_EQ(run(pool, "socket").refused, std::vector<std::string>{"socket"});
  EXPECT_TRUE(run(pool, "read").refused.empty()) << "of this job, not of those before";
#if defined(__SANITIZE_ADDRESS__)  // which makes calls of its own to tell of the crash
  EXPECT_THAT(run(pool, "crash refused").refused, testing::Contains("socket"));
#else
  EXPECT_EQ(run(pool, "crash refused").refused, std::vector<std::string>{"socket"});
#endif
  EXPECT_TRUE(run(pool, "read").refused.empty()) << "of a new worker";
}

TEST(WorkerPool, EachWorkerIsPreparedBeforeItsFirstJob) {
  static bool ready = false;  // of the worker that has this copy of it
  const auto tell_ready = [](std::string_view request, int file) {
    return request == "ready" ? std::string(ready ? "yes" : "no") : serve(request, file);
  };
  for (const bool good : {true, false}) {
    WorkerPool pool(1, limits(), tell_ready, [good] { return (ready = true) && good; });
    EXPECT_TRUE(pool.prepared());
    EXPECT_EQ(run(pool, "ready").answer, "yes");
    EXPECT_EQ(pool.prepared(), good);
    run(pool, "exit");
    EXPECT_EQ(run(pool, "ready").answer, "yes");
  }
  EXPECT_FALSE(ready);
  WorkerPool pool(1, limits(), serve, []() -> bool { throw std::runtime_error("why not"); });
  EXPECT_EQ(run(pool, "x").answer, "echo x");
  EXPECT_FALSE(pool.prepared());
}

TEST(WorkerPool, AWorkerThatIsKilledWhileIdleCostsNothing) {
  WorkerPool pool(1, limits(), serve);
  const int process = std::stoi(run(pool, "pid").answer);
  ::kill(process, SIGKILL);
  siginfo_t ended{};
  ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOWAIT), 0);
  EXPECT_EQ(run(pool, "after").answer, "echo after");
}

TEST(WorkerPool, KilledAtRandomMomentsEachCostsAtMostOneJob) {
  WorkerPool pool(2, limits(), serve);
  unsigned seed = 1;
  std::size_t kills = 0;
  std::size_t lost = 0;
  for (std::size_t i = 0; i < 150; ++i) {
    const std::string process = run(pool, "pid").answer;
    seed = seed * 1664525U + 1013904223U;
    if (seed >> 30U == 0 && !process.empty()) {
      pool.start(0, {"much", -1});
      ::usleep((seed >> 8U) % 2000);
      ::kill(std::stoi(process), SIGKILL);
      ++kills;
      std::vector<Ended> ended;
      while (ended.empty()) ended = pool.wait(5000);
      if (ended.front().how != How::answered) ++lost;
    } else if (process.empty()) {
      ++lost;
    }
  }
  EXPECT_GT(kills, 10U);
  EXPECT_LE(lost, kills);
}

TEST(WorkerPool, LeavesNoProcessBehind) {
  {
    WorkerPool pool(3, limits(), serve);
    pool.start(0, {"hang", -1});
  }
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

}  // namespace
}  // namespace tradereport::tools
