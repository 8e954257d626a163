#include "tools/dev/worlds/walk.h"

#include <algorithm>

namespace tradereport::worlds {

namespace {

constexpr Level kPar = 1000;

// About kPar, drifting and returning; now and then it breaks down or multiplies, what is small more
// often than what is large.
class Drift {
 public:
  Drift(bool small, Random& random) : small_(small), random_(random), at_(random.pick(500, 1700)) {}

  Level next() {
    const Level step = small_ ? 200 : 90;
    at_ = at_ * random_.pick(1000 - step, 1000 + step + step / 10) / 1000;
    at_ += (kPar - at_) / 12;
    if (random_.chance(small_ ? 50 : 300))
      at_ = random_.chance(2) ? random_.pick(30, 300) : random_.pick(2500, 7000);
    return at_;
  }

 private:
  bool small_;
  Random& random_;
  Level at_;
};

std::size_t months() {
  return month_index(kLastMonth) + 1;
}

}  // namespace

std::vector<Level> falling_sizes(std::size_t count, Level whole, Random& random) {
  std::vector<Level> sizes;
  for (std::size_t i = 0; i < count; ++i) {
    sizes.push_back(whole * random.pick(250, 450) / 1000);
    whole -= sizes.back();
  }
  // The last but few: next to nothing, or nothing that one decimal would show.
  if (random.chance(2) && count > 1) sizes.back() /= random.pick(2, 2000);
  random.shuffle(sizes);
  return sizes;
}

std::vector<Level> walk(Level size, Level grain, Random& random) {
  Drift drift(size < 10 * kLevelsPerUnit, random);
  std::vector<Level> levels;
  int stopped = 0;
  for (std::size_t i = 0; i < months(); ++i) {
    const bool january_or_february = i % 12 < 2;  // the holidays
    Level level = size * drift.next() / kPar;
    level = level * random.pick(870, 1130) / 1000;
    if (january_or_february) level = level * random.pick(600, 950) / 1000;
    if (stopped == 0 && size < kLevelsPerUnit && random.chance(30))
      stopped = static_cast<int>(random.pick(1, 14));
    if (stopped > 0) {
      --stopped;
      level = 0;
    }
    levels.push_back(level / grain * grain);
  }
  return levels;
}

std::vector<std::vector<Level>> shares_of(const std::vector<Level>& whole, std::size_t count,
                                          Level grain, Random& random) {
  std::vector<Level> sizes;
  Level size = 100000;
  for (std::size_t i = 0; i < count; ++i) {
    sizes.push_back(std::max<Level>(size * random.pick(700, 1300) / 1000, 3));
    size = size * random.pick(820, 960) / 1000;
  }
  random.shuffle(sizes);
  std::vector<std::vector<Level>> weights;
  for (const Level at : sizes) {
    weights.emplace_back();
    Drift drift(true, random);
    for (std::size_t i = 0; i < months(); ++i)
      weights.back().push_back(random.chance(200) ? 0 : at * drift.next() / kPar);
  }
  std::vector<std::vector<Level>> shares(count);
  const Level unlisted = random.pick(0, 300000);  // partners that the family does not name
  for (std::size_t i = 0; i < months(); ++i) {
    Level sum = 1 + unlisted;
    for (const auto& weight : weights) sum += weight[i];
    for (std::size_t k = 0; k < count; ++k)
      shares[k].push_back(whole[i] / grain * weights[k][i] / sum * grain);
  }
  return shares;
}

}  // namespace tradereport::worlds
