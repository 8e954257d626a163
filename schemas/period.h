// Periods of time in the terms of monthly statistics.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tradereport {

// What a figure covers: the report's own month, or the year up to and including that month.
enum class Span { month, ytd };

// "month" or "ytd", as in the data files.
std::string_view to_string(Span span);

// A calendar month: the period of an issue is its last month.
struct Period {
  int year = 0;
  int month = 0;  // 1..12

  // "2024-05".
  std::string to_string() const;
  // The inverse of to_string(); nothing for anything else.
  static std::optional<Period> parse(std::string_view text);

  friend auto operator<=>(const Period&, const Period&) = default;
};

}  // namespace tradereport
