// How far a run over many files has come, on one line of a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "schemas/messages.h"

namespace tradereport::tools {

// "12 of 500 files, 8.3 a second, 0:59 left": the time left is guessed from the files so far.
std::string progress_text(std::size_t done, std::size_t total, double seconds, Language language);

// The line on standard error; nothing if that is no terminal, or for a single file. It is
// overwritten in place and gone at the end.
class Progress {
 public:
  Progress(std::size_t total, Language language);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  // Makes room for other output.
  void clear();
  void show(std::size_t done);

 private:
  using Clock = std::chrono::steady_clock;

  std::size_t total_;
  Language language_;
  bool on_;
  bool shown_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

}  // namespace tradereport::tools
