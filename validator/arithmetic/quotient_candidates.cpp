#include "validator/arithmetic/quotient_candidates.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <tuple>

namespace tradereport::validator {

namespace {

constexpr std::size_t kSmallLineOfQuotients = 40;  // in which all figures are tried
constexpr std::size_t kNearby = 14;                // positions on either side in larger ones

class QuotientSearch {
 public:
  explicit QuotientSearch(const LineView& view) : view_(view), positions_(view.occupied()) {}

  std::vector<LinePattern> find() {
    for (const std::size_t number : view_.probes()) {
      line_ = view_.line(number);
      for (std::size_t at = 0; at < positions_.size(); ++at) {
        if (may_be_quotient(line_[positions_[at]])) try_all(at);
      }
    }
    const std::size_t enough = view_.probes().size() >= 6 ? 2 : 1;
    std::vector<LinePattern> candidates;
    for (const auto& [key, hits] : hits_) {
      if (hits >= enough) candidates.push_back(to_pattern(key));
    }
    return candidates;
  }

 private:
  using Key = std::tuple<ArithmeticKind, int, std::size_t, std::size_t, std::size_t>;

  // Large integers are amounts.
  bool may_be_quotient(const GridFigure& figure) const {
    return figure.nonzero() && (figure.percent || 2 * figure.half < view_.one() ||
                                std::abs(figure.value) <= 1000 * view_.one());
  }

  void try_all(std::size_t at) {
    const std::size_t window =
        positions_.size() <= kSmallLineOfQuotients ? positions_.size() : kNearby;
    const std::size_t low = at > window ? at - window : 0;
    const std::size_t high = std::min(positions_.size() - 1, at + window);
    const GridFigure& whole = line_[positions_[at]];
    const double target = static_cast<double>(whole.value) / static_cast<double>(view_.one());
    const double grain = static_cast<double>(whole.loose) / static_cast<double>(view_.one());
    for (std::size_t b = low; b <= high; ++b) {
      const GridFigure& dividend = line_[positions_[b]];
      if (b == at || !dividend.nonzero()) continue;
      for (std::size_t c = low; c <= high; ++c) {
        const GridFigure& divisor = line_[positions_[c]];
        if (c == at || c == b || !divisor.nonzero()) continue;
        const double quotient =
            static_cast<double>(dividend.value) / static_cast<double>(divisor.value);
        if (quotient == 1) continue;
        // Widened by what the rounding of both may do; the exact test comes later.
        const double widen =
            std::abs(quotient) *
            (static_cast<double>(dividend.half) / std::abs(static_cast<double>(dividend.value)) +
             static_cast<double>(divisor.half) / std::abs(static_cast<double>(divisor.value)));
        const double most = std::min(widen, std::abs(quotient) / 20);
        for (const int factor : {1, 100}) {
          if (whole.percent && factor == 1) continue;
          const double room = (grain + factor * most) * 1.000001;
          if (std::abs(target - factor * quotient) <= room)
            ++hits_[{ArithmeticKind::division, factor, at, b, c}];
          if (std::abs(target - factor * (quotient - 1)) <= room)
            ++hits_[{ArithmeticKind::relative_change, factor, at, c, b}];
        }
      }
    }
  }

  LinePattern to_pattern(const Key& key) const {
    const auto& [kind, factor, at, first, second] = key;
    const auto far = [at = at](std::size_t other) {
      return std::log(2.0 * std::abs(static_cast<double>(at) - static_cast<double>(other)));
    };
    const double cost =
        std::log(static_cast<double>(positions_.size())) + far(first) + far(second) + std::log(2.0);
    return {kind, factor, positions_[at], {positions_[first], positions_[second]}, cost};
  }

  const LineView& view_;
  const std::vector<std::size_t>& positions_;
  const GridFigure* line_ = nullptr;
  std::map<Key, std::size_t> hits_;
};

}  // namespace

std::vector<LinePattern> quotient_candidates(const LineView& view) {
  return QuotientSearch(view).find();
}

}  // namespace tradereport::validator
