#include "schemas/period.h"

#include <fmt/format.h>

#include <charconv>

namespace tradereport {

std::string_view to_string(Span span) {
  return span == Span::month ? "month" : "ytd";
}

std::string Period::to_string() const {
  return fmt::format("{:04}-{:02}", year, month);
}

std::optional<Period> Period::parse(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  Period period;
  const char* begin = text.data();
  const auto year = std::from_chars(begin, begin + 4, period.year);
  const auto month = std::from_chars(begin + 5, begin + 7, period.month);
  if (year.ptr != begin + 4 || month.ptr != begin + 7) return std::nullopt;
  if (period.year < 0 || period.month < 1 || period.month > 12) return std::nullopt;
  return period;
}

}  // namespace tradereport
