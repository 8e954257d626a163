#include "tools/writers/decimal_number.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace tradereport::tools {

std::optional<double> decimal_number(std::string_view decimal) {
  const auto digits =
      std::count_if(decimal.begin(), decimal.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits > std::numeric_limits<double>::digits10) return std::nullopt;
  double value = 0;
  const char* const end = decimal.data() + decimal.size();
  const auto [stop, error] = std::from_chars(decimal.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

int decimal_places(std::string_view decimal) {
  const std::size_t point = decimal.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(decimal.size() - point - 1);
}

}  // namespace tradereport::tools
