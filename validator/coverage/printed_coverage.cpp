#include "validator/coverage/printed_coverage.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

namespace tradereport::validator {

namespace {

bool is_made_of(const Figure& converted, const Figure& printed) {
  return converted.key == printed.key && converted.printed == printed.printed &&
         printed_at_one_place(converted.source, printed.source);
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

// What of the converted report was made of the figure: its number among figures and claims.
std::optional<std::size_t> made_of(const Figure& printed, const Report& converted) {
  const auto is_it = [&](const Figure& figure) { return is_made_of(figure, printed); };
  const auto& figures = converted.figures;
  const auto figure = std::find_if(figures.begin(), figures.end(), is_it);
  if (figure != figures.end()) return static_cast<std::size_t>(figure - figures.begin());
  const auto& claims = converted.claims;
  const auto claim = std::find_if(claims.begin(), claims.end(), is_it);
  if (claim == claims.end()) return std::nullopt;
  return figures.size() + static_cast<std::size_t>(claim - claims.begin());
}

}  // namespace

Coverage of_printed(const Report& printed, const Report& converted, const Family& family,
                    Coverage coverage) {
  std::vector<CheckedFigure> all;
  const auto add = [&](const Figure& figure) {
    const std::optional<std::size_t> made = made_of(figure, converted);
    if (!made) {
      all.emplace_back();
      return;
    }
    const Figure& compared = *made < converted.figures.size()
                                 ? converted.figures[*made]
                                 : converted.claims[*made - converted.figures.size()];
    all.push_back(in_printed_unit(coverage.figures[*made], compared, figure, family));
  };
  for (const Figure& figure : printed.figures) add(figure);
  for (const Claim& claim : printed.claims) add(claim);
  coverage.figures = std::move(all);
  return coverage;
}

}  // namespace tradereport::validator
