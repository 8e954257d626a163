// How a publisher makes printed figures of a world's levels.
#pragma once

#include <optional>
#include <string_view>

#include "schemas/family.h"
#include "schemas/report.h"
#include "tools/dev/worlds/economy.h"

namespace tradereport::worlds {

// How a publisher rounds what lies half-way between two decimals.
enum class Halves { up, down, away_from_zero, to_even };

// numerator / denominator with so many decimals, exactly; denominator > 0.
//   rounded(-125, 1000, 1, Halves::up) -> -0.1    rounded(1, 20, 1, Halves::to_even) -> 0.0
Decimal rounded(Level numerator, Level denominator, int decimals, Halves halves);

enum class Computing {
  unrounded,  // everything from unrounded data …
  half_even,  // … halves to even
  floats,     // … in doubles, and as printf rounds them
  cut,        // … and the digits that do not fit are left off
  rates,      // rates, shares and changes from printed levels
  totals,     // wholes from printed parts
  printed,    // both
};
inline constexpr Computing kComputings[] = {
    Computing::unrounded, Computing::half_even, Computing::floats, Computing::cut,
    Computing::rates,     Computing::totals,    Computing::printed};
std::string_view name_of(Computing computing);

class Publisher {
 public:
  // `halves` counts where Computing does not say it.
  Publisher(const Economy& world, const Family& family, Computing computing, Halves halves)
      : world_(world), family_(family), computing_(computing), halves_(halves) {}

  // With one decimal. Nothing where the base is not above zero.
  std::optional<Decimal> figure(const TimeSeries& row, Period period, Span span,
                                Measure measure) const;

 private:
  // Printed, in tenths: of the region so many years before, or the nation's.
  Level tenths(const TimeSeries& row, Period period, Span span, int years_before) const;
  Level nation_tenths(const TimeSeries& row, Period period, Span span) const;
  std::optional<Level> sum_of_parts(const TimeSeries& row, Period period, Span span,
                                    int years_before) const;
  Decimal printed(Level numerator, Level denominator) const;
  bool from_printed_levels() const;
  bool from_printed_parts() const;

  const Economy& world_;
  const Family& family_;
  Computing computing_;
  Halves halves_;
};

}  // namespace tradereport::worlds
