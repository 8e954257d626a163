#include "validator/coverage/printed_coverage.h"

#include <cstdlib>
#include <utility>

namespace tradereport::validator {

namespace {

bool is_made_of(const Figure& converted, const Figure& printed) {
  const Source& a = converted.source;
  const Source& b = printed.source;
  return converted.key == printed.key && converted.printed == printed.printed && a.page == b.page &&
         a.line == b.line && a.begin == b.begin && a.boxes == b.boxes;
}

// Whole units of the last digit, outward.
std::optional<Rational> outward(const std::optional<Rational>& end, const Rational& factor,
                                int decimals, bool down) {
  if (!end) return std::nullopt;
  const Rational moved = *end * factor;
  const auto decimal =
      Decimal::parse(down ? round_down(moved, decimals) : round_up(moved, decimals));
  return decimal ? std::optional(decimal->value()) : std::nullopt;
}

CheckedFigure in_printed_unit(CheckedFigure checked, const Figure& converted, const Figure& printed,
                              const Family& family) {
  if (converted.unit == printed.unit || converted.value == printed.value) return checked;
  const int exponent = family.exponent_between(converted.unit, printed.unit).value_or(0);
  const Rational power = power_of_ten(std::abs(exponent));
  const Rational factor = exponent < 0 ? Rational(1 / power) : power;
  Bounds& ends = checked.unnoticed;
  ends = {outward(ends.lo, factor, printed.value.decimals(), true),
          outward(ends.hi, factor, printed.value.decimals(), false)};
  return checked;
}

// Both in the same order; some of the printed ones may be missing among the converted.
template <class Figures>
void spread(const Figures& printed, const Figures& converted, const Family& family,
            std::vector<CheckedFigure>::iterator from, std::vector<CheckedFigure>& all) {
  std::size_t next = 0;
  for (const auto& figure : printed) {
    const bool there = next < converted.size() && is_made_of(converted[next], figure);
    all.push_back(there ? in_printed_unit(std::move(*from), converted[next], figure, family)
                        : CheckedFigure{});
    if (!there) continue;
    ++next;
    ++from;
  }
}

}  // namespace

Coverage of_printed(const Report& printed, const Report& converted, const Family& family,
                    Coverage coverage) {
  std::vector<CheckedFigure> all;
  const auto claims =
      coverage.figures.begin() + static_cast<std::ptrdiff_t>(converted.figures.size());
  spread(printed.figures, converted.figures, family, coverage.figures.begin(), all);
  spread(printed.claims, converted.claims, family, claims, all);
  coverage.figures = std::move(all);
  return coverage;
}

}  // namespace tradereport::validator
