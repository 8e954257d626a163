// Pseudo-random numbers that are the same on every machine: SplitMix64 and integer arithmetic alone
// (the distributions of <random> differ from library to library).
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tradereport::worlds {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  // Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  // From least to most, both included; least <= most. The bias of the remainder is of no matter.
  std::int64_t pick(std::int64_t least, std::int64_t most) {
    const auto count = static_cast<std::uint64_t>(most - least) + 1;
    return least + static_cast<std::int64_t>(next() % count);
  }

  // 0 … count - 1.
  std::size_t index(std::size_t count) {
    return static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(count) - 1));
  }

  bool chance(int one_in) { return pick(1, one_in) == 1; }

  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[index(i)]);
  }

  // A stream of its own for a part of the work, so that what one part draws does not change what
  // another gets.
  Random split() { return Random(next()); }

 private:
  std::uint64_t state_;
};

}  // namespace tradereport::worlds
