#include "schemas/period_words.h"

#include <algorithm>
#include <optional>

namespace tradereport {

namespace {

constexpr std::size_t kYearDigits = 4;

bool is_number(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "05" -> "May"
std::optional<std::string> month_in_words(std::string_view month, Language language) {
  if (!is_number(month, 2)) return std::nullopt;
  const std::string id = "term.month." + std::string(month.substr(month[0] == '0' ? 1 : 0));
  if (!has_message(language, id)) return std::nullopt;
  return format_message(language, id);
}

// "01..05" -> "January to May"
std::optional<std::string> months_in_words(std::string_view months, Language language) {
  constexpr std::string_view kTo = "..";
  const std::size_t to = months.find(kTo);
  if (to == months.npos) return month_in_words(months, language);
  const auto first = month_in_words(months.substr(0, to), language);
  const auto last = month_in_words(months.substr(to + kTo.size()), language);
  if (!first || !last) return std::nullopt;
  return format_message(language, "term.months", {{"from", *first}, {"to", *last}});
}

}  // namespace

std::string period_in_words(std::string_view period, Language language) {
  const std::string_view year = period.substr(0, period.find('-'));
  const bool with_year = is_number(year, kYearDigits) && period.size() > year.size();
  const auto months =
      months_in_words(with_year ? period.substr(year.size() + 1) : period, language);
  if (!months) return std::string(period);
  if (!with_year) return *months;
  return format_message(language, "term.period", {{"year", std::string(year)}, {"month", *months}});
}

}  // namespace tradereport
