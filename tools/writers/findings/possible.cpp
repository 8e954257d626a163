#include "tools/writers/findings/possible.h"

#include <cstddef>

namespace tradereport::tools {

namespace {

constexpr int kMoreDecimals = 2;

// Takes trailing zeros away, but leaves `decimals` digits after the point.
std::string trim(std::string text, int decimals) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  const std::size_t least = point + 1 + static_cast<std::size_t>(decimals);
  while (text.size() > least && text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

EndsText ends_text(const Bounds& bounds, int decimals) {
  const int all = decimals + kMoreDecimals;
  EndsText text;
  if (bounds.lo) text.min = trim(round_down(*bounds.lo, all), decimals);
  if (bounds.hi) text.max = trim(round_up(*bounds.hi, all), decimals);
  return text;
}

std::string possible_text(const Candidate& candidate, Language language) {
  const EndsText ends = ends_text(*candidate.possible, decimals_of(candidate.item));
  if (!ends.min && !ends.max) return format_message(language, "cli.check.anything");
  if (!ends.min) return format_message(language, "cli.check.at_most", {{"max", *ends.max}});
  if (!ends.max) return format_message(language, "cli.check.at_least", {{"min", *ends.min}});
  if (*ends.min == *ends.max) return *ends.min;
  return format_message(language, "cli.check.range", {{"min", *ends.min}, {"max", *ends.max}});
}

int decimals_of(const PrintedItem& item) {
  return item.value ? item.value->decimals() : 1;
}

}  // namespace tradereport::tools
