#include "parser/plain_tables/ruled_areas.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tradereport::parser {

namespace {

// Rulings that end this close to another one meet it, in points.
constexpr double kMeet = 3.5;
// What is smaller holds no table.
constexpr double kLeastWidth = 60;
constexpr double kLeastHeight = 14;
// Rulings of a stack begin and end together, and are no further apart than this, in points.
constexpr double kSameRulingEnd = 6;
constexpr double kLeastStack = 90;
// Running text is as wide as this part of the rulings around it.
constexpr double kProseWidth = 0.8;

class Groups {
 public:
  explicit Groups(std::size_t size) : of_(size) { std::iota(of_.begin(), of_.end(), 0U); }

  std::size_t find(std::size_t i) {
    while (of_[i] != i) i = of_[i] = of_[of_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { of_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> of_;
};

bool meets(const Ruling& level, const Ruling& upright) {
  return level.at >= upright.from - kMeet && level.at <= upright.to + kMeet &&
         upright.at >= level.from - kMeet && upright.at <= level.to + kMeet;
}

struct Frame {
  Box box;
  std::vector<const Ruling*> level, upright;
};

// Is there a ruling within that is not part of the outline?
bool has_inside(const Frame& frame) {
  const auto within = [](double at, double low, double high) {
    return at > low + 2 * kMeet && at < high - 2 * kMeet;
  };
  return std::any_of(frame.level.begin(), frame.level.end(),
                     [&](const Ruling* r) { return within(r->at, frame.box.y0, frame.box.y1); }) ||
         std::any_of(frame.upright.begin(), frame.upright.end(),
                     [&](const Ruling* r) { return within(r->at, frame.box.x0, frame.box.x1); });
}

bool inside(const Box& box, double x, double y, double slack) {
  return x >= box.x0 - slack && x <= box.x1 + slack && y >= box.y0 - slack && y <= box.y1 + slack;
}

bool has_prose_between(const std::vector<Placed>& words, const Ruling& above, const Ruling& below) {
  std::vector<Placed> between;
  for (const Placed& word : words) {
    const double y = word.box.middle_y();
    if (y > above.at && y < below.at && word.box.x1 > above.from && word.box.x0 < above.to)
      between.push_back(word);
  }
  std::size_t wide = 0;
  std::size_t lines = 0;
  for (const TextLine& line : text_lines(between, {})) {
    ++lines;
    wide += std::any_of(line.pieces.begin(), line.pieces.end(),
                        [&](const TextPiece& piece) {
                          return piece.box.width() > kProseWidth * above.length();
                        })
                ? 1
                : 0;
  }
  return wide >= 2 && 3 * wide > lines;
}

}  // namespace

std::vector<Box> ruled_frames(const Rulings& rulings) {
  const std::size_t levels = rulings.level.size();
  Groups groups(levels + rulings.upright.size());
  for (std::size_t h = 0; h < levels; ++h)
    for (std::size_t v = 0; v < rulings.upright.size(); ++v)
      if (meets(rulings.level[h], rulings.upright[v])) groups.join(h, levels + v);
  std::vector<Frame> frames(levels + rulings.upright.size());
  const auto add = [&](std::size_t group, const Box& box) {
    Frame& frame = frames[group];
    frame.box = frame.level.empty() && frame.upright.empty() ? box : unite(frame.box, box);
  };
  for (std::size_t h = 0; h < levels; ++h) {
    const Ruling& r = rulings.level[h];
    add(groups.find(h), {r.from, r.at, r.to, r.at});
    frames[groups.find(h)].level.push_back(&r);
  }
  for (std::size_t v = 0; v < rulings.upright.size(); ++v) {
    const Ruling& r = rulings.upright[v];
    add(groups.find(levels + v), {r.at, r.from, r.at, r.to});
    frames[groups.find(levels + v)].upright.push_back(&r);
  }
  std::vector<Box> boxes;
  for (const Frame& frame : frames) {
    if (frame.level.size() < 2 || frame.upright.empty()) continue;
    if (frame.box.width() < kLeastWidth || frame.box.height() < kLeastHeight) continue;
    if (has_inside(frame)) boxes.push_back(frame.box);
  }
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) {
    return a.width() * a.height() < b.width() * b.height();
  });
  return boxes;
}

std::vector<Box> level_stacks(const Rulings& rulings, const std::vector<Placed>& words,
                              const std::vector<Box>& frames) {
  std::vector<Ruling> level;
  for (const Ruling& r : rulings.level) {
    const bool framed = std::any_of(frames.begin(), frames.end(), [&](const Box& box) {
      return inside(box, (r.from + r.to) / 2, r.at, kMeet);
    });
    if (!framed && r.length() >= kLeastStack) level.push_back(r);
  }
  std::sort(level.begin(), level.end(),
            [](const Ruling& a, const Ruling& b) { return a.at < b.at; });
  std::vector<char> used(level.size(), 0);
  std::vector<Box> stacks;
  for (std::size_t i = 0; i < level.size(); ++i) {
    if (used[i] != 0) continue;
    std::size_t last = i;
    for (std::size_t j = i + 1; j < level.size(); ++j) {
      if (std::abs(level[j].from - level[i].from) > kSameRulingEnd ||
          std::abs(level[j].to - level[i].to) > kSameRulingEnd)
        continue;
      if (has_prose_between(words, level[last], level[j])) break;
      used[j] = 1;
      last = j;
    }
    if (last > i) stacks.push_back({level[i].from, level[i].at, level[i].to, level[last].at});
  }
  return stacks;
}

TableArea area_of(const Box& box, const std::vector<Placed>& words, const Rulings& rulings) {
  TableArea area{box, {}, {}};
  for (const Placed& word : words) {
    if (inside(box, word.box.middle_x(), word.box.middle_y(), 0)) area.words.push_back(word);
  }
  for (const Ruling& r : rulings.level)
    if (r.at >= box.y0 - kMeet && r.at <= box.y1 + kMeet && r.to > box.x0 && r.from < box.x1)
      area.rulings.level.push_back(r);
  for (const Ruling& r : rulings.upright)
    if (r.at >= box.x0 - kMeet && r.at <= box.x1 + kMeet && r.to > box.y0 && r.from < box.y1)
      area.rulings.upright.push_back(r);
  return area;
}

}  // namespace tradereport::parser
