// Work on many items with all cores, results in the order of the items.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tradereport::tools {

// Calls take(work(item)) for each item, in order and in the calling thread; work runs in `threads`
// threads and must not throw. At most a few results a thread are kept at once, so that memory does
// not grow with the number of items.
template <class Item, class Work, class Take>
void ordered_parallel(const std::vector<Item>& items, std::size_t threads, const Work& work,
                      const Take& take) {
  using Result = decltype(work(items.front()));
  if (threads <= 1 || items.size() <= 1) {
    for (const Item& item : items) take(work(item));
    return;
  }
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Result> done;
  std::size_t next = 0;   // to be worked on
  std::size_t taken = 0;  // handed over
  bool stopped = false;   // take() has thrown
  const std::size_t window = 3 * threads;

  const auto run = [&] {
    for (;;) {
      std::size_t mine = 0;
      {
        std::unique_lock lock(mutex);
        changed.wait(lock,
                     [&] { return stopped || next >= items.size() || next < taken + window; });
        if (stopped || next >= items.size()) return;
        mine = next++;
      }
      Result result = work(items[mine]);
      const std::lock_guard lock(mutex);
      done.emplace(mine, std::move(result));
      changed.notify_all();
    }
  };
  const auto stop = [&] {
    const std::lock_guard lock(mutex);
    stopped = true;
    changed.notify_all();
  };

  std::vector<std::jthread> pool;
  try {
    for (std::size_t i = 0; i < threads; ++i) pool.emplace_back(run);
    while (taken < items.size()) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return done.contains(taken); });
      Result result = std::move(done.extract(taken).mapped());
      ++taken;
      changed.notify_all();
      lock.unlock();
      take(std::move(result));
    }
  } catch (...) {
    stop();
    throw;
  }
}

}  // namespace tradereport::tools
