// Processes that do the work behind the served page, one for each job: the server has threads, and
// worker processes can only be forked where there are none. What a job takes is given back when its
// process ends.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "schemas/messages.h"
#include "tools/inputs/inputs.h"
#include "tools/serve/memory_file.h"

namespace tradereport::tools {

// A file by its name: one that was sent, or one that came of it ("audit.html").
struct NamedFile {
  std::string name;
  MemoryFile bytes;
};

// How many files of a job are read; false: nobody waits for it any more.
using JobProgress = std::function<bool(std::size_t done, std::size_t total)>;

// Runs in the process of the job.
struct JobRequest {
  Language language = Language::en;
  std::vector<HeldFile> files;
};
using JobWork = std::function<std::vector<NamedFile>(
    const JobRequest& request, const std::function<void(std::size_t, std::size_t)>& progress)>;

struct JobOutcome {
  bool done = false;  // false: it failed, was given up, or took too long
  std::vector<NamedFile> products;
};

class JobProcess {
 public:
  // Forks the process that forks those of the jobs. To be made while there are no threads. Throws
  // std::system_error.
  explicit JobProcess(const JobWork& work);
  // Ends all jobs.
  ~JobProcess();
  JobProcess(const JobProcess&) = delete;
  JobProcess& operator=(const JobProcess&) = delete;

  // Does one job, and comes back when it is over. Any number of threads may.
  JobOutcome run(Language language, const std::vector<NamedFile>& files, std::chrono::seconds most,
                 const JobProgress& progress) const;
  // Ends all jobs at once; every later one fails.
  void stop() const;

 private:
  int process_ = -1;
  int channel_ = -1;
};

}  // namespace tradereport::tools
