#include "validator/arithmetic/line_pattern.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <numeric>

namespace tradereport::validator {

namespace {

// What a line that breaks a pattern takes from its score, and the most that one line gives.
constexpr double kFailure = 4;
constexpr double kMostSurprise = 10;

double square(std::int64_t number) {
  return static_cast<double>(number) * static_cast<double>(number);
}

// How much likelier a distance is if the pattern is meant than if the whole could as well be
// anything up to `room` away. Figures that are meant agree as printed, or as far as rounding puts
// them apart.
double log_odds(double room, const LineFit& fit) {
  constexpr double kRootOfTwoPi = 2.5066;
  const double step = 2 * fit.grain;
  const double deviations = fit.distance / fit.spread;
  const double meant =
      (fit.direct ? 0.5 : 0.0) + 0.5 * std::min(1.0, step / (fit.spread * kRootOfTwoPi)) *
                                     std::exp(-deviations * deviations / 2);
  return std::log(std::max(meant, 1e-6) * (2 * room + step) / step);
}

LineFit fit_sum(const LinePattern& pattern, const GridFigure* line) {
  const GridFigure& whole = line[pattern.whole];
  std::int64_t sum = 0;
  std::int64_t slack = whole.half;
  std::int64_t grain = whole.grain;
  double variance = square(whole.half);  // times 3
  bool zeros = true;
  std::size_t printed = 0;
  for (const std::size_t part : pattern.parts) {
    const GridFigure& figure = line[part];
    if (!figure.printed) continue;
    ++printed;
    sum += figure.value;
    slack += figure.half;
    variance += square(figure.half);
    grain = std::min(grain, figure.grain);
    zeros = zeros && figure.value == 0;
  }
  LineFit fit;
  if (!whole.printed) {
    if (whole.dash && zeros) fit.fit = Fit::idle;
    return fit;
  }
  if (printed == 0) {
    if (whole.value == 0) fit.fit = Fit::idle;
    return fit;
  }
  fit.deviation = whole.value - sum;
  const std::int64_t distance = std::abs(fit.deviation);
  if (distance > slack) {
    fit.fit = Fit::fails;
    return fit;
  }
  fit.grain = static_cast<double>(grain);
  fit.distance = static_cast<double>(distance);
  fit.spread = std::sqrt(variance / 3);
  fit.direct = distance == 0;
  fit.closeness = log_odds(static_cast<double>(std::abs(whole.value)), fit);
  fit.fit = zeros ? Fit::idle : Fit::holds;
  return fit;
}

LineFit fit_average(const LinePattern& pattern, const GridFigure* line) {
  const GridFigure& whole = line[pattern.whole];
  LineFit fit;
  std::int64_t sum = 0;
  std::int64_t slack = 0;
  double variance = 0;
  std::int64_t count = 0;
  std::int64_t least = 0;
  std::int64_t greatest = 0;
  for (const std::size_t part : pattern.parts) {
    const GridFigure& figure = line[part];
    if (!figure.printed) continue;
    least = count == 0 ? figure.value : std::min(least, figure.value);
    greatest = count == 0 ? figure.value : std::max(greatest, figure.value);
    sum += figure.value;
    slack += figure.half;
    variance += square(figure.half);
    ++count;
  }
  if (!whole.printed || count == 0) return fit;
  const std::int64_t distance = std::abs(whole.value * count - sum);
  if (distance > whole.loose * count + slack) {
    fit.fit = Fit::fails;
    return fit;
  }
  fit.grain = static_cast<double>(whole.grain);
  fit.distance = static_cast<double>(distance) / static_cast<double>(count);
  fit.spread = std::sqrt((square(whole.loose) + variance / static_cast<double>(count * count)) / 3);
  fit.direct = distance <= whole.loose * count;
  fit.surprise = log_odds(static_cast<double>(greatest - least) / 4, fit);
  fit.closeness = fit.surprise;
  fit.fit = greatest == least ? Fit::idle : Fit::holds;
  return fit;
}

using Wide = __int128;

// Values that `factor` times a quotient can have meet those of the whole. The divisor's are
// positive. Nothing where the numbers are too large to tell.
bool quotient_meets(const GridFigure& whole, Wide low, Wide high, const GridFigure& divisor,
                    std::int64_t factor_in_units) {
  const Wide least = divisor.value - divisor.half;
  const Wide most = divisor.value + divisor.half;
  // low / (low < 0 ? least : most) <= whole's greatest, and likewise above
  const Wide upper = static_cast<Wide>(whole.value + whole.loose) * (low < 0 ? least : most);
  const Wide lower = static_cast<Wide>(whole.value - whole.loose) * (high < 0 ? most : least);
  return low * factor_in_units <= upper && high * factor_in_units >= lower;
}

LineFit fit_quotient(const LinePattern& pattern, const GridFigure* line, std::int64_t one) {
  const bool change = pattern.kind == ArithmeticKind::relative_change;
  const GridFigure& whole = line[pattern.whole];
  GridFigure dividend = line[pattern.parts[change ? 1 : 0]];
  GridFigure divisor = line[pattern.parts[change ? 0 : 1]];
  LineFit fit;
  if (!whole.printed || !dividend.printed || !divisor.printed || divisor.value == 0) return fit;
  if (divisor.value < 0) {
    divisor.value = -divisor.value;
    dividend.value = -dividend.value;
  }
  if (divisor.value <= divisor.half) divisor.half = 0;  // a count: nothing else can be said
  const std::int64_t sign_of_base = line[pattern.parts[0]].value < 0 && change ? -1 : 1;
  const std::int64_t scale = one * pattern.factor;
  constexpr std::int64_t kLargest = std::int64_t{1} << 58;
  if (std::abs(whole.value) > kLargest || std::abs(dividend.value) > kLargest ||
      divisor.value > kLargest || scale > (std::int64_t{1} << 50))
    return fit;
  Wide low = static_cast<Wide>(dividend.value) - dividend.half;
  Wide high = static_cast<Wide>(dividend.value) + dividend.half;
  GridFigure shifted = whole;
  if (change) shifted.value += scale;  // dividend / divisor = 1 + change
  const bool meets = quotient_meets(shifted, low, high, divisor, scale);
  if (!meets || sign_of_base < 0) {
    fit.fit = Fit::fails;
    return fit;
  }
  const double exact = static_cast<double>(scale) * static_cast<double>(dividend.value) /
                       static_cast<double>(divisor.value);
  fit.distance = std::abs(static_cast<double>(shifted.value) - exact);
  fit.grain = static_cast<double>(whole.grain);
  fit.spread =
      std::sqrt((square(whole.loose) + exact * exact *
                                           (square(dividend.half) / square(dividend.value) +
                                            square(divisor.half) / square(divisor.value))) /
                3);
  fit.half = static_cast<double>(whole.loose);
  fit.direct = fit.distance <= static_cast<double>(whole.loose) * 1.001;
  const bool trivial = whole.value == 0 || dividend.value == 0 || dividend.value == divisor.value ||
                       divisor.value == one;
  // Quotients of one kind are alike: a whole could not be anything.
  fit.surprise = trivial ? 0 : log_odds(static_cast<double>(std::abs(whole.value)) / 3, fit);
  fit.closeness = fit.surprise;
  fit.fit = trivial ? Fit::idle : Fit::holds;
  return fit;
}

// How far the parts of a line are from being those of an earlier line, all multiplied by one
// number. A sum that held there holds here too as far as they are.
double news_since(const LinePattern& pattern, const GridFigure* line, const GridFigure* earlier) {
  const auto before = static_cast<double>(earlier[pattern.whole].value);
  if (before == 0) return std::numeric_limits<double>::infinity();
  const double ratio = static_cast<double>(line[pattern.whole].value) / before;
  double news = 0;
  for (const std::size_t part : pattern.parts)
    news = std::max(news, std::abs(static_cast<double>(line[part].value) -
                                   ratio * static_cast<double>(earlier[part].value)));
  return news;
}

// The part that makes most of the whole. That the whole equals it alone proves no sum.
std::size_t dominant_part(const LinePattern& pattern, const LineView& view,
                          const std::vector<std::size_t>& lines) {
  std::size_t dominant = pattern.parts.front();
  double most = -1;
  for (const std::size_t part : pattern.parts) {
    double size = 0;
    for (const std::size_t line : lines)
      size += std::abs(static_cast<double>(view.line(line)[part].value));
    if (size <= most) continue;
    most = size;
    dominant = part;
  }
  return dominant;
}

// The lines between which a pattern lives: those with the greatest sum of what each says for it.
class BestStretch {
 public:
  void add(std::size_t line, const LineFit& fit) {
    if (sum_.score <= 0) sum_ = {0, 0, line, line, 0, 0, 0, 0};
    sum_.last = line;
    const bool fails = fit.fit == Fit::fails;
    sum_.score += fails ? -kFailure : std::min(kMostSurprise, fit.surprise);
    sum_.rank += fails ? -kFailure : std::min(kMostSurprise, fit.closeness);
    if (fit.fit == Fit::holds) ++sum_.held;
    if (fit.fit == Fit::holds && fit.direct) {
      ++sum_.direct;
      sum_.roughness = std::max(sum_.roughness, fit.distance / fit.half);
    }
    if (fails) ++sum_.failed;
    if (sum_.score > best_.score) best_ = sum_;
  }
  const PatternWeight& best() const { return best_; }

 private:
  PatternWeight sum_, best_;
};

// To lines around that say nothing against it, such as those of zeros.
void widen(PatternWeight& weight, const LinePattern& pattern, const LineView& view,
           const std::vector<std::size_t>& lines) {
  if (weight.held == 0) return;
  const auto fits = [&](std::size_t line) {
    return fit_line(pattern, view.line(line), view.one()).fit != Fit::fails;
  };
  auto last = std::find(lines.begin(), lines.end(), weight.last);
  auto first = std::find(lines.begin(), last, weight.first);
  while (std::next(last) != lines.end() && fits(*std::next(last))) weight.last = *++last;
  while (first != lines.begin() && fits(*std::prev(first))) weight.first = *--first;
}

}  // namespace

LineFit fit_line(const LinePattern& pattern, const GridFigure* line, std::int64_t one) {
  switch (pattern.kind) {
    case ArithmeticKind::sum:
    case ArithmeticKind::difference:
      return fit_sum(pattern, line);
    case ArithmeticKind::average:
      return fit_average(pattern, line);
    case ArithmeticKind::division:
    case ArithmeticKind::relative_change:
      return fit_quotient(pattern, line, one);
  }
  return {};
}

PatternWeight weigh_pattern(const LinePattern& pattern, const LineView& view,
                            const std::vector<std::size_t>& lines) {
  BestStretch stretch;
  const bool sum = pattern.kind == ArithmeticKind::sum;
  const std::size_t dominant = sum ? dominant_part(pattern, view, lines) : 0;
  std::array<const GridFigure*, 2> earlier{};  // the first and the last that held
  const bool quotient =
      pattern.kind == ArithmeticKind::division || pattern.kind == ArithmeticKind::relative_change;
  for (const std::size_t number : lines) {
    const GridFigure* const line = view.line(number);
    LineFit fit = fit_line(pattern, line, view.one());
    if (fit.fit == Fit::holds) {
      if (sum) {
        const double others =
            static_cast<double>(std::abs(line[pattern.whole].value - line[dominant].value));
        fit.surprise = log_odds(others, fit);
      }
      for (const GridFigure* const other : earlier) {
        if (other == nullptr) continue;
        const double news = news_since(pattern, line, other);
        if (quotient && news > 0) continue;
        fit.surprise = std::min(fit.surprise, log_odds(news, fit));
      }
      if (earlier[0] == nullptr) earlier[0] = line;
      earlier[1] = line;
    }
    stretch.add(number, fit);
  }
  PatternWeight weight = stretch.best();
  widen(weight, pattern, view, lines);
  weight.score -= pattern.cost;
  weight.rank -= pattern.cost + std::log(static_cast<double>(pattern.parts.size()));
  return weight;
}

PatternWeight weigh_pattern(const LinePattern& pattern, const LineView& view) {
  std::vector<std::size_t> lines(view.lines());
  std::iota(lines.begin(), lines.end(), std::size_t{0});
  return weigh_pattern(pattern, view, lines);
}

}  // namespace tradereport::validator
