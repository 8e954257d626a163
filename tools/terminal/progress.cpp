#include "tools/terminal/progress.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>

#include "tools/terminal/terminal.h"

namespace tradereport::tools {

namespace {

// Rarer than anybody could read it, often enough to look alive.
constexpr std::chrono::milliseconds kPause{100};

std::string clock_text(double seconds) {
  const auto all = std::lround(seconds);
  if (all < 3600) return fmt::format("{}:{:02}", all / 60, all % 60);
  return fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
}

}  // namespace

std::string progress_text(std::size_t done, std::size_t total, double seconds, Language language) {
  const std::map<std::string, std::string> files{{"done", std::to_string(done)},
                                                 {"total", std::to_string(total)}};
  if (done == 0 || seconds <= 0) return format_message(language, "cli.progress.start", files);
  const double rate = static_cast<double>(done) / seconds;
  std::map<std::string, std::string> args = files;
  args["rate"] = fmt::format("{:.1f}", rate);
  args["left"] = clock_text(static_cast<double>(total - done) / rate);
  return format_message(language, "cli.progress.rate", args);
}

Progress::Progress(std::size_t total, Language language)
    : total_(total), language_(language), on_(total > 1 && is_terminal(stderr)) {}

void Progress::clear() {
  if (!on_ || !shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

void Progress::show(std::size_t done) {
  if (!on_) return;
  const auto now = Clock::now();
  if (shown_ && now - last_ < kPause) return;
  last_ = now;
  shown_ = true;
  const std::chrono::duration<double> passed = now - start_;
  std::fputs(
      fmt::format("\r\x1b[K{}", progress_text(done, total_, passed.count(), language_)).c_str(),
      stderr);
  std::fflush(stderr);
}

}  // namespace tradereport::tools
