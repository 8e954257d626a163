#include "tools/dev/worlds/publisher.h"

#include <fmt/format.h>

#include <algorithm>

namespace tradereport::worlds {

namespace {

constexpr int kDecimals = 1;

Decimal in_doubles(Level numerator, Level denominator) {
  const std::string text =
      fmt::format("{:.1f}", static_cast<double>(numerator) / static_cast<double>(denominator));
  return *Decimal::parse(text);
}

Decimal without_further_digits(Level numerator, Level denominator) {
  return {numerator * 10 / denominator, kDecimals};
}

}  // namespace

Decimal rounded(Level numerator, Level denominator, int decimals, Halves halves) {
  for (int i = 0; i < decimals; ++i) numerator *= 10;
  Level below = numerator / denominator;
  Level rest = numerator % denominator;
  if (rest < 0) {
    --below;
    rest += denominator;
  }
  bool up = 2 * rest > denominator;
  if (2 * rest == denominator) {
    up = halves == Halves::up || (halves == Halves::away_from_zero && below >= 0) ||
         (halves == Halves::to_even && below % 2 != 0);
  }
  return {up ? below + 1 : below, decimals};
}

std::string_view name_of(Computing computing) {
  switch (computing) {
    case Computing::unrounded:
      return "from unrounded data";
    case Computing::half_even:
      return "halves to even";
    case Computing::floats:
      return "in floats";
    case Computing::cut:
      return "cut off";
    case Computing::rates:
      return "rates from printed levels";
    case Computing::totals:
      return "totals from printed parts";
    case Computing::printed:
      return "all from printed";
  }
  return "";
}

bool Publisher::from_printed_levels() const {
  return computing_ == Computing::rates || computing_ == Computing::printed;
}

bool Publisher::from_printed_parts() const {
  return computing_ == Computing::totals || computing_ == Computing::printed;
}

Decimal Publisher::printed(Level numerator, Level denominator) const {
  switch (computing_) {
    case Computing::half_even:
      return rounded(numerator, denominator, kDecimals, Halves::to_even);
    case Computing::floats:
      return in_doubles(numerator, denominator);
    case Computing::cut:
      return without_further_digits(numerator, denominator);
    default:
      return rounded(numerator, denominator, kDecimals, halves_);
  }
}

std::optional<Level> Publisher::sum_of_parts(const TimeSeries& row, Period period, Span span,
                                             int years_before) const {
  const std::string series = row.table + "/" + row.name;
  for (const RelationForm& relation : family_.relations) {
    if (!relation.equal || relation.whole.series != series) continue;
    Level sum = 0;
    for (const Term& term : relation.parts) {
      const std::string table = term.series.substr(0, term.series.find('/'));
      const std::string name = term.series.substr(term.series.find('/') + 1);
      for (const TimeSeries& part : world_.rows()) {
        if (part.table == table && (name == "*" || part.name == name))
          sum += term.sign * tenths(part, period, span, years_before);
      }
    }
    return sum;
  }
  return std::nullopt;
}

Level Publisher::tenths(const TimeSeries& row, Period period, Span span, int years_before) const {
  if (from_printed_parts()) {
    if (const auto sum = sum_of_parts(row, period, span, years_before)) return *sum;
  }
  return printed(row.level(period, span, years_before), kLevelsPerUnit).unscaled();
}

Level Publisher::nation_tenths(const TimeSeries& row, Period period, Span span) const {
  return printed(row.nation_level(period, span), kLevelsPerUnit).unscaled();
}

std::optional<Decimal> Publisher::figure(const TimeSeries& row, Period period, Span span,
                                         Measure measure) const {
  if (measure == Measure::value) return Decimal(tenths(row, period, span, 0), kDecimals);
  const bool levels_as_printed = from_printed_levels();
  const Level now = levels_as_printed ? tenths(row, period, span, 0) : row.level(period, span);
  if (measure == Measure::share) {
    const Level nation =
        levels_as_printed ? nation_tenths(row, period, span) : row.nation_level(period, span);
    if (nation <= 0) return std::nullopt;
    return printed(100 * now, nation);
  }
  const Level before =
      levels_as_printed ? tenths(row, period, span, 1) : row.level(period, span, 1);
  if (measure == Measure::change && levels_as_printed) return Decimal(now - before, kDecimals);
  if (measure == Measure::change) return printed(now - before, kLevelsPerUnit);
  if (before <= 0) return std::nullopt;
  return printed(100 * (now - before), before);
}

}  // namespace tradereport::worlds
