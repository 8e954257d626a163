// How much the served page takes on.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace tradereport::tools {

struct ServeLimits {
  std::uint64_t file_bytes = std::uint64_t{256} << 20U;  // of one file
  std::uint64_t job_bytes = std::uint64_t{512} << 20U;   // of the files that are sent together
  std::size_t job_files = 400;
  std::uint64_t all_bytes = std::uint64_t{1} << 30U;  // of all files and results in memory
  std::size_t all_files = 700;                        // select() of the library takes 1024
  std::size_t uploads = 16;                           // files at once
  std::size_t jobs = 32;                              // that are sent, wait or are read
  std::size_t reading = 2;                            // of them
  std::size_t jobs_a_minute = 120;
  std::size_t results = 32;  // kept; the oldest goes first
  std::uint64_t result_bytes = std::uint64_t{512} << 20U;
  std::chrono::seconds idle{600};           // a job that gets no file and does not start is dropped
  std::chrono::seconds reading_time{1800};  // for the files of one job
};

}  // namespace tradereport::tools
