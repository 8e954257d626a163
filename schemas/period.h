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

// Whole months of one year: a month, a quarter, a half-year, the year, or any others.
struct Months {
  int year = 0;
  int from = 0;  // 1..12
  int to = 0;    // not before `from`

  // As the rows of tables whose rows are periods are called:
  //   "2025-03", "2025-Q1", "2025-H1", "2025", and for any others "2025-01/2025-07"
  std::string to_string() const;
  static std::optional<Months> parse(std::string_view text);

  Months a_year_ago() const { return {year - 1, from, to}; }
  // The period of the same length that ends where this one begins: of a month the month before, of
  // a quarter the quarter. Nothing for stretches that do not part the year into equal ones.
  std::optional<Months> before() const;

  friend auto operator<=>(const Months&, const Months&) = default;
};

}  // namespace tradereport
