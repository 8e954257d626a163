#include "tools/writers/possible.h"

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

std::optional<PossibleText> possible_text(const Finding& finding) {
  if (!finding.possible) return std::nullopt;
  const int decimals = finding.decimals + kMoreDecimals;
  return PossibleText{trim(round_down(finding.possible->lo, decimals), finding.decimals),
                      trim(round_up(finding.possible->hi, decimals), finding.decimals)};
}

}  // namespace tradereport::tools
