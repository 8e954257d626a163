// What a worker process gives up before it opens a file from outside.
#pragma once

#include <cstdint>

#include "tools/workers/sandbox/refused_calls.h"

namespace tradereport::tools {

// What the kernel refused.
struct SandboxGaps {
  bool privileges = false;  // "no new privileges"
  bool calls = false;       // the filter of system calls
  bool memory = false;      // the limit of memory
  bool files = false;       // that other files stay closed (Landlock), though it has the means

  bool none() const { return !privileges && !calls && !memory && !files; }
};

// No other process of the user's may look into the calling one or its children to come, as
// debuggers do: what its workers have been taken over by, least of all.
void forbid_debugging();

// Closes the calling process in, for good. It may then
//   - receive requests and send answers over the socket `channel`,
//   - read the files handed to it, and open fonts and character maps for reading (where the kernel
//     has no Landlock: any file that the user may read),
//   - use `memory` bytes more of address space than it has now, none of it for code,
// and nothing else: no network, no new processes, no writing, no new privileges. Calls beyond that
// fail with EPERM, and `refused` notes them (but not the attempt to make a process). A crash leaves
// no core dump.
SandboxGaps enter_sandbox(int channel, std::uint64_t memory, const RefusedCalls& refused);

}  // namespace tradereport::tools
