#include "validator/arithmetic/choice.h"

#include <algorithm>
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
// was computed is exact as printed in all lines, and is printed as per cent or with more decimals.
double precedence(const WeighedPattern& weighed) {
  const PatternWeight& weight = weighed.weight;
  if (!is_quotient(weighed.pattern)) return weight.rank;
  return weight.rank * (0.5 + 0.5 * static_cast<double>(weight.direct) /
                                  static_cast<double>(std::max<std::size_t>(weight.held, 1)));
}

class Choice {
 public:
  explicit Choice(const LineView& view) : view_(view) {}

  std::vector<WeighedPattern> choose() {
    sums();
    take_best(quotient_candidates(view_));
    return std::move(chosen_);
  }

 private:
  void sums() {
    constexpr int kDeepest = 8;  // levels of subtotals
    std::vector<std::size_t> active = view_.occupied();
    for (int level = 0; level < kDeepest; ++level) {
      const std::size_t before = chosen_.size();
      take_best(sum_candidates(view_, active));
      for (std::size_t i = before; i < chosen_.size(); ++i)
        take_best(moved_sums(view_, chosen_[i].pattern));
      const std::size_t length = active.size();
      for (std::size_t i = before; i < chosen_.size(); ++i) {
        if (!chosen_[i].pattern.nested || chosen_[i].pattern.kind != ArithmeticKind::sum) continue;
        std::erase_if(active,
                      [&](std::size_t position) { return has_part(chosen_[i].pattern, position); });
      }
      if (active.size() == length) break;
    }
  }

  void take_best(std::vector<LinePattern> candidates) {
    std::vector<WeighedPattern> weighed;
    for (LinePattern& candidate : candidates) {
      if (view_.lines() > 3 * view_.probes().size() &&
          weigh_pattern(candidate, view_, view_.probes()).score <= -candidate.cost)
        continue;
      const PatternWeight weight = weigh_pattern(candidate, view_);
      if (weight.score >= kAccepted && weight.held >= 2 * weight.failed)
        weighed.push_back({std::move(candidate), weight});
    }
    std::stable_sort(weighed.begin(), weighed.end(),
                     [](const auto& a, const auto& b) { return precedence(a) > precedence(b); });
    for (WeighedPattern& candidate : weighed) {
      const bool excluded =
          std::any_of(chosen_.begin(), chosen_.end(), [&candidate](const WeighedPattern& other) {
            return candidate.pattern.same_as(other.pattern) ||
                   (share_lines(candidate.weight, other.weight) &&
                    exclude_each_other(candidate.pattern, other.pattern));
          });
      if (!excluded) chosen_.push_back(std::move(candidate));
    }
  }

  const LineView& view_;
  std::vector<WeighedPattern> chosen_;
};

}  // namespace

std::vector<WeighedPattern> choose_patterns(const LineView& view) {
  return Choice(view).choose();
}

}  // namespace tradereport::validator
