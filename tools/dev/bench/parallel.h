// Work on many items with all cores.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace tradereport::bench {

// work(item) of each item, in the order of the items; work must not throw.
template <class Item, class Work>
auto in_parallel(const std::vector<Item>& items, const Work& work) {
  std::vector<decltype(work(items.front()))> results(items.size());
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < items.size(); i = next++) results[i] = work(items[i]);
  };
  std::vector<std::jthread> pool;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
    pool.emplace_back(run);
  pool.clear();
  return results;
}

}  // namespace tradereport::bench
