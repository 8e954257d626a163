// The jobs of the served page, from their first file to their results, within limits.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "schemas/messages.h"
#include "tools/serve/job_process.h"
#include "tools/serve/limits.h"
#include "tools/serve/refusal.h"

namespace tradereport::tools {

enum class JobState { receiving, waiting, reading, done, failed };
const char* to_string(JobState state);

struct JobStatus {
  JobState state = JobState::receiving;
  std::size_t done = 0;   // files read
  std::size_t total = 0;  // of them
};

// Any number of threads may call its functions.
class JobStore {
 public:
  using Run =
      std::function<JobOutcome(Language, const std::vector<NamedFile>&, const JobProgress&)>;
  using Clock = std::chrono::steady_clock;

  JobStore(const ServeLimits& limits, Run run, std::function<Clock::time_point()> now = Clock::now);
  // Waits for the jobs that are read: progress tells them that nobody wants them any more.
  ~JobStore();
  JobStore(const JobStore&) = delete;
  JobStore& operator=(const JobStore&) = delete;

  const ServeLimits& limits() const { return limits_; }

  // A new job without files: puts its id, which cannot be guessed, into `id`.
  std::optional<Refusal> open(Language language, std::string& id);
  // Makes room for a file of that size. Without refusal, end_upload() must follow.
  std::optional<Refusal> begin_upload(const std::string& id, std::uint64_t size);
  // The file has come; nullopt: it has not, and its room is free again.
  void end_upload(const std::string& id, std::uint64_t size, std::optional<NamedFile> file);
  // No more files are to come.
  std::optional<Refusal> start(const std::string& id);
  std::optional<JobStatus> status(const std::string& id) const;
  // A result of the job, or nullptr.
  std::shared_ptr<const MemoryFile> product(const std::string& id, const std::string& name) const;
  // The job and all that is kept of it. False: there is none.
  bool remove(const std::string& id);

  // What is kept now: bytes of files and of results, and those announced.
  std::uint64_t bytes() const;

 private:
  struct Entry {
    std::uint64_t number = 0;  // in order of age
    Language language = Language::en;
    JobStatus status;
    std::vector<NamedFile> files;
    std::uint64_t reserved = 0;  // bytes, of files that have come or are coming
    std::size_t announced = 0;   // the same files
    std::size_t coming = 0;
    Clock::time_point touched;
    std::map<std::string, std::shared_ptr<const MemoryFile>> products;
    std::uint64_t product_bytes = 0;
  };

  void read_jobs();
  void read_one(const std::string& id, std::unique_lock<std::mutex>& lock);
  std::uint64_t used() const;
  std::size_t announced() const;
  std::size_t active() const;
  void drop_idle();
  void drop_oldest();

  ServeLimits limits_;
  Run run_;
  std::function<Clock::time_point()> now_;
  mutable std::mutex mutex_;
  std::condition_variable work_;
  bool ending_ = false;
  std::uint64_t next_ = 0;
  std::size_t uploads_ = 0;
  std::map<std::string, Entry> jobs_;
  std::deque<std::string> waiting_;
  std::deque<Clock::time_point> opened_;  // in the last minute
  std::vector<std::thread> readers_;
};

}  // namespace tradereport::tools
