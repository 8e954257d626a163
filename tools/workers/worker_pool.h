// A few processes that each do one job at a time, so that a job that crashes, hangs or eats memory
// costs nothing but itself.
//
// A job is some bytes and, mostly, an open file; its result is some bytes, which the pool does not
// look into. Workers are forked from the calling process, which must have no other threads: what it
// has loaded by then (families, compiled patterns) is theirs without another start. A worker that
// is lost is replaced.
//
//   WorkerPool pool(2, limits, [](std::string_view request, int file) { return read(file); });
//   pool.start(7, {"request", file});
//   for (const Ended& job : pool.wait(1000)) …        // job.ticket == 7
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/workers/sandbox/refused_calls.h"
#include "tools/workers/sandbox/sandbox.h"

namespace tradereport::tools {

struct WorkerLimits {
  std::uint64_t memory = std::uint64_t{1} << 30U;  // bytes of address space
  unsigned cpu_seconds = 30;                       // for a job
  unsigned seconds = 60;                           // for a job, by the wall clock
  bool one_job = false;                            // a worker ends after its first job
};

struct Job {
  std::string request;
  int file = -1;  // an open file for the worker, which start() closes; -1: none
};

// What became of a job.
struct Ended {
  enum class How {
    answered,
    failed,   // it says that it could not do it: `answer` tells why
    crashed,  // the worker died: of a fault, or somebody killed it
    out_of_memory,
    out_of_time,  // of either clock
    garbled,      // what it sent is no answer
  };
  std::size_t ticket = 0;
  How how = How::crashed;
  std::string answer;                // if it answered or failed
  int signal = 0;                    // if it crashed: the signal it died of, or 0
  std::vector<std::string> refused;  // the system calls that its lock has refused the worker
};

class WorkerPool {
 public:
  // Runs in the worker. The file belongs to the pool. May throw: std::bad_alloc is how a job runs
  // out of memory, every other exception how it fails.
  using Serve = std::function<std::string(std::string_view request, int file)>;
  // Runs in each worker once, locked in and before its first job. False: locked in like this, it
  // cannot do all of its work.
  using Prepare = std::function<bool()>;
  struct Work {
    Serve serve;
    Prepare prepare;  // may be empty
  };

  // Forks `workers` processes. Throws std::system_error if not even one can be had.
  WorkerPool(std::size_t workers, const WorkerLimits& limits, Serve serve, Prepare prepare = {});
  // Ends all workers, whatever they are doing.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // True if start() may be called.
  bool has_idle() const;
  // Gives the job to an idle worker.
  void start(std::size_t ticket, const Job& job);

  // The jobs that have ended; waits up to `milliseconds` for the first. Comes back earlier, perhaps
  // with nothing, when a signal arrives.
  std::vector<Ended> wait(int milliseconds);

  // What the kernel refused to any worker that has answered so far.
  const SandboxGaps& gaps() const { return gaps_; }
  // Whether every worker that has answered so far could be prepared.
  bool prepared() const { return prepared_; }

 private:
  using Clock = std::chrono::steady_clock;

  struct Worker {
    int process = -1;
    int channel = -1;
    bool busy = false;
    std::size_t ticket = 0;
    Clock::time_point deadline;
    std::string received;
    RefusedCalls refused;
  };

  bool fork_worker(Worker& worker);
  void reap(Worker& worker, Ended& ended);
  bool send_job(Worker& worker, const Job& job);
  void limit_cpu(const Worker& worker) const;
  // Reads what has come; true if the worker's job has ended.
  bool receive(Worker& worker, Ended& ended);
  bool parse(Worker& worker, Ended& ended);

  WorkerLimits limits_;
  Work work_;
  std::vector<Worker> workers_;
  SandboxGaps gaps_;
  bool prepared_ = true;
};

}  // namespace tradereport::tools
