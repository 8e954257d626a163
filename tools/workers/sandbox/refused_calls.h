// The system calls that its lock has refused a worker.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace tradereport::tools {

// Lies in memory that a process shares with those it forks, so that what a worker was refused is
// known whatever becomes of the worker. A worker that was taken over can note what it likes.
//
//   const RefusedCalls refused;
//   fork(); in the child: refused.note(), then load a filter that answers with SIGSYS
//   in the parent: refused.take() -> {"openat", "socket"}
class RefusedCalls {
 public:
  // By the number of the call; no machine has as many.
  using Notes = std::array<std::atomic<bool>, 1024>;

  // Where memory is short nothing will be noted.
  RefusedCalls();

  // From now on each SIGSYS of this process notes the call and makes it fail with EPERM. False if
  // that cannot be done on this kind of machine: then nothing has changed.
  bool note() const;

  // The names of the calls that were refused since the last time, each once.
  std::vector<std::string> take() const;

 private:
  struct Unmap {
    void operator()(Notes* notes) const;
  };
  std::unique_ptr<Notes, Unmap> notes_;
};

}  // namespace tradereport::tools
