#include "validator/arithmetic/choice.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "validator/arithmetic/quotient_candidates.h"
#include "validator/arithmetic/sum_candidates.h"

namespace tradereport::validator {

namespace {

bool has_part(const LinePattern& pattern, std::size_t position) {
  return std::find(pattern.parts.begin(), pattern.parts.end(), position) != pattern.parts.end();
}

bool share_lines(const PatternWeight& a, const PatternWeight& b) {
  return a.first <= b.last && b.first <= a.last;
}

bool is_quotient(const LinePattern& pattern) {
  return pattern.kind == ArithmeticKind::division ||
         pattern.kind == ArithmeticKind::relative_change;
}

// Two readings of one relation, or two that cannot both be meant.
bool exclude_each_other(const LinePattern& a, const LinePattern& b) {
  if (is_quotient(a) != is_quotient(b)) return false;
  if (is_quotient(a)) {
    if (a.whole == b.whole) return true;
    return has_part(a, b.whole) && has_part(b, a.whole);
  }
  if (a.whole == b.whole) {
    if (a.kind != b.kind) return false;
    return std::any_of(a.parts.begin(), a.parts.end(),
                       [&b](std::size_t part) { return has_part(b, part); });
  }
  return has_part(a, b.whole) && has_part(b, a.whole);
}

// Of a product (price, amount, value) either factor is the quotient of the other two. The one that
// was computed agrees as printed, and no better than rounding lets it.
constexpr double kExact = 0.3;

double precedence(const WeighedPattern& weighed) {
  const PatternWeight& weight = weighed.weight;
  if (!is_quotient(weighed.pattern)) return weight.rank;
  const double direct = static_cast<double>(weight.direct) /
                        static_cast<double>(std::max<std::size_t>(weight.held, 1));
  return weight.rank * (0.5 + 0.5 * direct) * (weight.roughness > kExact ? 1.2 : 1.0);
}

// The other factor of the same exact product, which stands first: nothing but the order tells them
// apart.
bool is_other_factor(const WeighedPattern& candidate, const WeighedPattern& taken) {
  const LinePattern& a = candidate.pattern;
  const LinePattern& b = taken.pattern;
  const auto exact = [](const PatternWeight& weight) {
    return weight.direct == weight.held && weight.roughness <= kExact;
  };
  return a.kind == ArithmeticKind::division && b.kind == a.kind && a.factor == b.factor &&
         a.parts[0] == b.parts[0] && a.whole == b.parts[1] && b.whole == a.parts[1] &&
         a.whole < b.whole && exact(candidate.weight) && exact(taken.weight);
}

// The least that a line has to say for a pattern in the mean: crumbs from many lines are no
// evidence.
double least_per_line(const LinePattern& pattern) {
  return pattern.kind == ArithmeticKind::sum ? 0.25 : 1.2;
}

class Choice {
 public:
  explicit Choice(const LineView& view) : view_(view) {}

  std::vector<WeighedPattern> choose() {
    take_best(quotient_candidates(view_));
    sums();
    while (coarsen()) {
    }
    for (WeighedPattern& chosen : chosen_) add_empty_parts(chosen.pattern);
    return std::move(chosen_);
  }

 private:
  void sums() {
    constexpr int kDeepest = 8;  // levels of subtotals
    std::vector<std::size_t> active = view_.occupied();
    std::size_t passed = 0;
    for (int level = 0; level < kDeepest; ++level) {
      const std::size_t before = chosen_.size();
      take_best(sum_candidates(view_, active));
      for (std::size_t i = before; i < chosen_.size(); ++i) {
        if (chosen_[i].pattern.kind == ArithmeticKind::sum)
          take_best(moved_sums(view_, chosen_[i].pattern));
      }
      const std::size_t length = active.size();
      for (; passed < chosen_.size(); ++passed) pass_over(chosen_[passed].pattern, active);
      if (active.size() == length) break;
    }
  }

  // Puts a subtotal in the place of its parts, where it stands between a total and its parts; true
  // if there was one.
  bool coarsen() {
    for (std::size_t total = 0; total < chosen_.size(); ++total) {
      for (const WeighedPattern& subtotal : chosen_) {
        auto coarse = with_subtotal(chosen_[total].pattern, subtotal.pattern);
        if (!coarse) continue;
        const PatternWeight weight = weigh_pattern(*coarse, view_);
        if (weight.score < kAccepted || 2 * weight.held < chosen_[total].weight.held) continue;
        chosen_[total] = {std::move(*coarse), weight};
        const bool twice =
            std::any_of(chosen_.begin(), chosen_.end(), [&](const WeighedPattern& other) {
              return &other != &chosen_[total] && other.pattern.same_as(chosen_[total].pattern);
            });
        if (twice) chosen_.erase(chosen_.begin() + static_cast<std::ptrdiff_t>(total));
        return true;
      }
    }
    return false;
  }

  static std::optional<LinePattern> with_subtotal(const LinePattern& total,
                                                  const LinePattern& subtotal) {
    const auto [low, high] = std::minmax({total.whole, total.parts.front(), total.parts.back()});
    const auto in_total = [&total](std::size_t part) { return has_part(total, part); };
    if (total.kind != ArithmeticKind::sum || subtotal.kind != total.kind || subtotal.whole <= low ||
        subtotal.whole >= high || in_total(subtotal.whole) ||
        subtotal.parts.size() >= total.parts.size() ||
        !std::all_of(subtotal.parts.begin(), subtotal.parts.end(), in_total))
      return std::nullopt;
    LinePattern coarse = total;
    std::erase_if(coarse.parts, [&](std::size_t part) { return has_part(subtotal, part); });
    coarse.parts.push_back(subtotal.whole);
    std::sort(coarse.parts.begin(), coarse.parts.end());
    return coarse;
  }

  // Positions with a name but no figure, within a run or between it and its whole along a row,
  // belong to the run.
  void add_empty_parts(LinePattern& pattern) const {
    if (is_quotient(pattern) || pattern.parts.size() < 2) return;
    std::size_t low = pattern.parts.front();
    std::size_t high = pattern.parts.back();
    const auto unnamed = [this](std::size_t position) {
      return !view_.named(position) || view_.is_occupied(position);
    };
    for (std::size_t position = low; position <= high; ++position) {
      if (view_.is_occupied(position) && !has_part(pattern, position)) return;  // no run
    }
    if (!view_.down()) {
      while (high + 1 < pattern.whole && !unnamed(high + 1)) ++high;
      while (low > pattern.whole + 1 && !unnamed(low - 1)) --low;
    }
    for (std::size_t position = low; position <= high; ++position) {
      if (!unnamed(position)) pattern.parts.push_back(position);
    }
    std::sort(pattern.parts.begin(), pattern.parts.end());
  }

  // What later sums do not consist of: parts of sums that were found, and quotients.
  static void pass_over(const LinePattern& pattern, std::vector<std::size_t>& active) {
    if (is_quotient(pattern)) {
      std::erase(active, pattern.whole);
    } else if (pattern.whole < pattern.parts.front() || pattern.whole > pattern.parts.back()) {
      const auto inside = [&pattern](std::size_t position) {
        return position >= pattern.parts.front() && position <= pattern.parts.back();
      };
      const auto others = std::count_if(active.begin(), active.end(), [&](std::size_t position) {
        return inside(position) && !has_part(pattern, position);
      });
      if (others > 0) return;
      std::erase_if(active, [&](std::size_t position) { return has_part(pattern, position); });
    }
  }

  void take_best(std::vector<LinePattern> candidates) {
    std::vector<WeighedPattern> weighed;
    for (LinePattern& candidate : candidates) {
      if (view_.lines() > 3 * view_.probes().size() &&
          weigh_pattern(candidate, view_, view_.probes()).score <= -candidate.cost)
        continue;
      const PatternWeight weight = weigh_pattern(candidate, view_);
      if (is_quotient(candidate) && is_constant(candidate.whole, weight)) continue;
      if (weight.score >= kAccepted && weight.held >= 2 * weight.failed &&
          weight.score >= least_per_line(candidate) * static_cast<double>(weight.held))
        weighed.push_back({std::move(candidate), weight});
    }
    std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) {
      const double first = precedence(a);
      const double second = precedence(b);
      return first != second ? first > second : a.pattern.parts < b.pattern.parts;
    });
    for (WeighedPattern& candidate : weighed) {
      if (!excluded(candidate)) chosen_.push_back(std::move(candidate));
    }
  }

  // What is the same in all lines is not computed from what is not.
  bool is_constant(std::size_t position, const PatternWeight& weight) const {
    const GridFigure* any = nullptr;
    for (std::size_t line = weight.first; line <= weight.last; ++line) {
      const GridFigure& figure = view_.line(line)[position];
      if (!figure.printed) continue;
      if (any != nullptr && figure.value != any->value) return false;
      any = &figure;
    }
    return weight.held >= 3;
  }

  bool excluded(const WeighedPattern& candidate) {
    for (WeighedPattern& other : chosen_) {
      if (candidate.pattern.same_as(other.pattern)) return true;
      if (!share_lines(candidate.weight, other.weight)) continue;
      if (exclude_each_other(candidate.pattern, other.pattern)) {
        if (is_other_factor(candidate, other)) other = candidate;
        return true;
      }
      if (same_figures(candidate, other) || repeats_far_away(candidate, other)) return true;
    }
    return false;
  }

  // The whole of a sum printed again, away from its parts.
  static bool repeats_far_away(const WeighedPattern& candidate, const WeighedPattern& other) {
    if (candidate.pattern.kind != other.pattern.kind ||
        candidate.pattern.parts != other.pattern.parts || is_quotient(candidate.pattern))
      return false;
    const auto gap = [](const LinePattern& pattern) {
      return pattern.whole < pattern.parts.front()  ? pattern.parts.front() - pattern.whole
             : pattern.whole > pattern.parts.back() ? pattern.whole - pattern.parts.back()
                                                    : 0;
    };
    return gap(candidate.pattern) > gap(other.pattern) + 3;
  }

  // A second reading of a whole whose parts are copies of those of the first.
  bool same_figures(const WeighedPattern& a, const WeighedPattern& b) const {
    if (a.pattern.whole != b.pattern.whole || a.pattern.kind != b.pattern.kind ||
        a.pattern.parts.size() != b.pattern.parts.size())
      return false;
    for (std::size_t line = a.weight.first; line <= a.weight.last; ++line) {
      for (std::size_t part = 0; part < a.pattern.parts.size(); ++part) {
        if (view_.line(line)[a.pattern.parts[part]].value !=
            view_.line(line)[b.pattern.parts[part]].value)
          return false;
      }
    }
    return true;
  }

  const LineView& view_;
  std::vector<WeighedPattern> chosen_;
};

}  // namespace

std::vector<WeighedPattern> choose_patterns(const LineView& view) {
  return Choice(view).choose();
}

}  // namespace tradereport::validator
