// Periods as texts name them.
#pragma once

#include <optional>
#include <string>

#include "schemas/report.h"

namespace tradereport::parser {

// A period as a text names it. Without a year the report's own is meant.
struct PeriodMention {
  std::optional<int> year;
  int from = 0;       // first month; equals `to` for a single month; 0 if only a span is named
  int to = 0;         // last month
  bool dated = true;  // false for a bare year, which may mean anything within it
  bool date = false;  // a day: says what "this year" is
  std::optional<Span> span;  // for words that name a span without a date
  // Two periods named at once: "August 2023 & 2024", "Feb / Jan 2024".
  std::optional<int> or_year;
  int or_month = 0;  // 0: none
};

// How a mention relates to the period of the report.
struct PeriodReading {
  Span span = Span::month;
  bool stale = false;  // names another period
};

PeriodReading reading_of(const PeriodMention& mention, const Period& report);

// How to say it: "2024-05", "2024-01..05", "05".
std::string to_string(const PeriodMention& mention);

}  // namespace tradereport::parser
