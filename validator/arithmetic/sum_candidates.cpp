#include "validator/arithmetic/sum_candidates.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <utility>

namespace tradereport::validator {

namespace {

constexpr std::size_t kLongestRun = 600;
constexpr std::size_t kLongestAverage = 200;
constexpr std::size_t kLongestWithHole = 24;
constexpr std::size_t kWidestSkip = 15;  // positions between a whole and its run
constexpr std::size_t kWidestStride = 16;
constexpr std::size_t kPairWindow = 12;  // positions on either side of a whole
constexpr std::size_t kSmallLine = 36;   // in which any two figures are tried

// A run that is being lengthened.
struct Run {
  std::int64_t sum = 0, slack = 0;
  std::int64_t printed = 0, nonzero = 0;

  void add(const GridFigure& figure) {
    if (!figure.printed) return;
    sum += figure.value;
    slack += figure.half;
    ++printed;
    if (figure.value != 0) ++nonzero;
  }
  bool is(const GridFigure& whole) const {
    return nonzero >= 2 && std::abs(whole.value - sum) <= slack + whole.half;
  }
  bool averages_to(const GridFigure& whole) const {
    return nonzero >= 2 && std::abs(whole.value * printed - sum) <= whole.loose * printed;
  }
};

class SumSearch {
 public:
  SumSearch(const LineView& view, const std::vector<std::size_t>& active)
      : view_(view), active_(active) {}

  std::vector<LinePattern> find() {
    for (const std::size_t number : view_.probes()) {
      line_ = view_.line(number);
      never_negative_ = std::none_of(active_.begin(), active_.end(), [this](std::size_t position) {
        return line_[position].printed && line_[position].value < 0;
      });
      for (std::size_t at = 0; at < active_.size(); ++at) {
        if (!figure(at).nonzero()) continue;
        for (const int direction : {-1, 1}) {
          runs(at, direction);
          strides(at, direction);
        }
        pairs(at);
      }
    }
    return std::move(found_);
  }

 private:
  const GridFigure& figure(std::size_t at) const { return line_[active_[at]]; }

  bool inside(std::ptrdiff_t at) const {
    return at >= 0 && at < static_cast<std::ptrdiff_t>(active_.size());
  }

  // A gap between positions, or the end of the line.
  bool boundary_between(std::ptrdiff_t a, std::ptrdiff_t b) const {
    if (!inside(a) || !inside(b)) return true;
    const auto [low, high] =
        std::minmax(active_[static_cast<std::size_t>(a)], active_[static_cast<std::size_t>(b)]);
    for (std::size_t position = low + 1; position < high; ++position) {
      if (!view_.is_occupied(position)) return true;
    }
    return false;
  }

  bool too_large(const Run& run, const GridFigure& whole) const {
    return never_negative_ && run.sum - run.slack > whole.value + whole.half;
  }

  void runs(std::size_t at, int direction) {
    const GridFigure& whole = figure(at);
    const auto from = static_cast<std::ptrdiff_t>(at);
    for (std::size_t skip = 0; skip <= kWidestSkip; ++skip) {
      const std::ptrdiff_t start = from + direction * static_cast<std::ptrdiff_t>(skip + 1);
      if (!inside(start)) break;
      if (skip > 3 && !boundary_between(start, start - direction)) continue;
      Run run;
      std::vector<std::size_t> parts;
      const bool averages = skip <= 1;
      for (std::ptrdiff_t end = start; inside(end) && parts.size() < kLongestRun;
           end += direction) {
        const std::size_t position = active_[static_cast<std::size_t>(end)];
        run.add(line_[position]);
        parts.push_back(position);
        const bool large = too_large(run, whole);
        if (large && (!averages || parts.size() > kLongestAverage)) break;
        if (!line_[position].filled) continue;
        const bool sum = run.is(whole);
        const bool average =
            averages && run.averages_to(whole) &&
            (parts.size() <= 6 || end <= 1 || boundary_between(end, end + direction));
        if (!sum && !average && (large || run.nonzero < 3 || parts.size() > kLongestWithHole))
          continue;
        const double end_cost =
            boundary_between(end, end + direction)
                ? 0.5
                : std::log(2.0 + static_cast<double>(std::min<std::size_t>(parts.size(), 20)));
        const double cost = 2 * std::log(1.0 + static_cast<double>(skip)) + end_cost;
        if (sum) add(ArithmeticKind::sum, at, parts, cost);
        if (average) add(ArithmeticKind::average, at, parts, cost + 2);
        if (!sum && !large && skip <= 1) with_hole(at, run, parts, cost);
      }
    }
  }

  // A run that is too large by exactly one of its parts.
  void with_hole(std::size_t at, const Run& run, const std::vector<std::size_t>& parts,
                 double cost) {
    const GridFigure& whole = figure(at);
    const std::int64_t excess = run.sum - whole.value;
    if (excess == 0) return;
    for (std::size_t hole = 1; hole + 1 < parts.size(); ++hole) {
      const GridFigure& left_out = line_[parts[hole]];
      if (!left_out.printed || left_out.value != excess) continue;
      std::vector<std::size_t> others = parts;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(hole));
      add(ArithmeticKind::sum, at, others, cost + 2 + std::log(static_cast<double>(parts.size())));
    }
  }

  void strides(std::size_t at, int direction) {
    const GridFigure& whole = figure(at);
    const auto from = static_cast<std::ptrdiff_t>(at);
    for (std::size_t stride = 2; stride <= kWidestStride; ++stride) {
      const auto step = direction * static_cast<std::ptrdiff_t>(stride);
      for (std::size_t offset = 1; offset <= 2 * stride; ++offset) {
        Run run;
        std::vector<std::size_t> parts;
        for (std::ptrdiff_t end = from + direction * static_cast<std::ptrdiff_t>(offset);
             inside(end); end += step) {
          const std::size_t position = active_[static_cast<std::size_t>(end)];
          run.add(line_[position]);
          parts.push_back(position);
          if (too_large(run, whole) || parts.size() > kLongestRun / stride) break;
          if (parts.size() < 3 || !run.is(whole)) continue;
          const double end_cost =
              inside(end + step) ? std::log(2.0 + static_cast<double>(parts.size())) : 0.5;
          add(ArithmeticKind::sum, at, parts,
              std::log(static_cast<double>(2 * stride * stride)) + end_cost);
        }
      }
    }
  }

  void pairs(std::size_t at) {
    const GridFigure& whole = figure(at);
    const std::size_t window = active_.size() <= kSmallLine ? active_.size() : kPairWindow;
    const std::size_t low = at > window ? at - window : 0;
    const std::size_t high = std::min(active_.size() - 1, at + window);
    for (std::size_t a = low; a <= high; ++a) {
      if (a == at || !figure(a).nonzero()) continue;
      for (std::size_t b = a + 1; b <= high; ++b) {
        if (b == at || !figure(b).nonzero()) continue;
        const std::int64_t sum = figure(a).value + figure(b).value;
        const std::int64_t slack = figure(a).half + figure(b).half;
        const double cost = far(at, a) + far(at, b);
        if (std::abs(whole.value - sum) <= whole.half + slack)
          add(ArithmeticKind::sum, at, {active_[a], active_[b]}, cost);
      }
    }
  }

  static double far(std::size_t at, std::size_t other) {
    return std::log(2.0 * std::abs(static_cast<double>(at) - static_cast<double>(other)));
  }

  void add(ArithmeticKind kind, std::size_t at, std::vector<std::size_t> parts, double cost) {
    std::sort(parts.begin(), parts.end());
    if (!seen_.insert({kind, active_[at], parts}).second) return;
    found_.push_back({kind, 1, active_[at], std::move(parts),
                      cost + std::log(static_cast<double>(active_.size()))});
  }

  const LineView& view_;
  const std::vector<std::size_t>& active_;
  const GridFigure* line_ = nullptr;
  bool never_negative_ = false;
  std::set<std::tuple<ArithmeticKind, std::size_t, std::vector<std::size_t>>> seen_;
  std::vector<LinePattern> found_;
};

}  // namespace

std::vector<LinePattern> sum_candidates(const LineView& view,
                                        const std::vector<std::size_t>& active) {
  return SumSearch(view, active).find();
}

std::vector<LinePattern> moved_sums(const LineView& view, const LinePattern& found) {
  constexpr std::ptrdiff_t kFarthest = 24;
  std::vector<LinePattern> moved;
  const std::vector<std::size_t>& occupied = view.occupied();
  for (std::ptrdiff_t distance = -kFarthest; distance <= kFarthest; ++distance) {
    if (distance == 0) continue;
    const auto shift = [&](std::size_t& position) {
      position = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(position) + distance);
      return std::binary_search(occupied.begin(), occupied.end(), position);
    };
    LinePattern other = found;
    other.cost = 2 + std::log(2.0 * static_cast<double>(std::abs(distance)));
    if (shift(other.whole) && std::all_of(other.parts.begin(), other.parts.end(), shift))
      moved.push_back(std::move(other));
  }
  return moved;
}

}  // namespace tradereport::validator
