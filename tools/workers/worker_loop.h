// The life of a worker process, and the frames that go over its socket. Internal to worker_pool.
#pragma once

#include <cstddef>
#include <cstdint>

#include "tools/workers/worker_pool.h"

namespace tradereport::tools {

// Goes before everything that is sent, in both directions.
struct Frame {
  static constexpr std::uint32_t kMagic = 0x31575254;  // "TRW1"
  static constexpr std::size_t kMost = std::size_t{64} << 20U;

  enum Kind : std::uint32_t {
    request,
    hello,  // from a new worker: `length` says what does not work, nothing follows
    answer,
    out_of_memory,  // nothing follows
    failed,         // serve() threw; why follows
  };

  std::uint32_t magic = kMagic;
  std::uint32_t kind = request;
  std::uint64_t length = 0;  // of the bytes that follow
};

inline constexpr std::uint64_t kNoPrivileges = 1;
inline constexpr std::uint64_t kNoCalls = 2;
inline constexpr std::uint64_t kNoMemory = 4;
inline constexpr std::uint64_t kNotPrepared = 8;
inline constexpr std::uint64_t kNoFiles = 16;

// The status with which a worker exits that has no memory left to answer.
inline constexpr int kExitOutOfMemory = 77;

// Never returns. `parent`: the process that has forked this one.
[[noreturn]] void worker_loop(int channel, int parent, const WorkerLimits& limits,
                              const WorkerPool::Work& work, const RefusedCalls& refused);

}  // namespace tradereport::tools
