#include "schemas/period.h"

#include <fmt/format.h>

#include <algorithm>
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

std::string Months::to_string() const {
  const int length = to - from + 1;
  const bool whole = (from - 1) % length == 0;
  if (length == 12) return fmt::format("{:04}", year);
  if (length == 1) return Period{year, from}.to_string();
  if (length == 3 && whole) return fmt::format("{:04}-Q{}", year, to / 3);
  if (length == 6 && whole) return fmt::format("{:04}-H{}", year, to / 6);
  return Period{year, from}.to_string() + "/" + Period{year, to}.to_string();
}

std::optional<Months> Months::parse(std::string_view text) {
  const auto first = Period::parse(text.substr(0, 7));
  if (first && text.size() == 7) return Months{first->year, first->month, first->month};
  if (first && text.size() == 15 && text[7] == '/') {
    const auto last = Period::parse(text.substr(8));
    if (last && last->year == first->year && last->month > first->month)
      return Months{first->year, first->month, last->month};
    return std::nullopt;
  }
  int year = 0;
  const auto digits =
      std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 4), year);
  if (text.size() < 4 || digits.ptr != text.data() + 4) return std::nullopt;
  if (text.size() == 4) return Months{year, 1, 12};
  const int part = text.size() == 7 ? text[6] - '0' : 0;
  if (text.substr(4, 2) == "-Q" && part >= 1 && part <= 4)
    return Months{year, part * 3 - 2, part * 3};
  if (text.substr(4, 2) == "-H" && part >= 1 && part <= 2)
    return Months{year, part * 6 - 5, part * 6};
  return std::nullopt;
}

std::optional<Months> Months::before() const {
  const int length = to - from + 1;
  if (12 % length != 0 || (from - 1) % length != 0) return std::nullopt;
  if (from > 1) return Months{year, from - length, from - 1};
  return Months{year - 1, 13 - length, 12};
}

}  // namespace tradereport
