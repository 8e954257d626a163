// What a worker process gives up before it opens a file from outside.
#pragma once

#include <cstdint>

#include "tools/workers/refused_calls.h"

namespace tradereport::tools {

// What the kernel refused.
struct SandboxGaps {
  bool privileges = false;  // "no new privileges"
  bool calls = false;       // the filter of system calls
  bool memory = false;      // the limit of memory

  bool none() const { return !privileges && !calls && !memory; }
};

// Closes the calling process in, for good. It may then
//   - receive requests and send answers over the socket `channel`,
//   - read the files handed to it, and open others for reading (Poppler looks for character maps),
//   - use `memory` bytes more of address space than it has now,
// and nothing else: no network, no new processes, no writing, no new privileges. Calls beyond that
// fail with EPERM, and `refused` notes them (but not the attempt to make a process). A crash leaves
// no core dump.
SandboxGaps enter_sandbox(int channel, std::uint64_t memory, const RefusedCalls& refused);

}  // namespace tradereport::tools
