#include "schemas/report.h"

#include <algorithm>
#include <array>

namespace tradereport {

namespace {
constexpr std::array<std::string_view, 5> kMeasureNames{"value", "share", "growth", "change",
                                                        "previous"};
constexpr std::array<std::string_view, 13> kUses{
    "unread",      "cell",        "claim",        "period",   "label",
    "list_number", "page_number", "running_head", "footnote", "footnote_marker",
    "address",     "declared",    "left_alone"};
}  // namespace

std::string_view to_string(Measure measure) {
  return kMeasureNames[static_cast<std::size_t>(measure)];
}

std::optional<Measure> measure_from(std::string_view name) {
  const auto* const found = std::find(kMeasureNames.begin(), kMeasureNames.end(), name);
  if (found == kMeasureNames.end()) return std::nullopt;
  return static_cast<Measure>(found - kMeasureNames.begin());
}

std::string_view to_string(NumeralUse use) {
  return kUses[static_cast<std::size_t>(use)];
}

std::size_t Report::unread() const {
  return static_cast<std::size_t>(
      std::count_if(numerals.begin(), numerals.end(),
                    [](const Numeral& n) { return n.use == NumeralUse::unread; }));
}

const Figure* find_figure(const Report& report, const FigureKey& key) {
  for (const Figure& figure : report.figures) {
    const FigureKey& k = figure.key;
    if (k.place == key.place && k.span == key.span && k.flow == key.flow && k.row == key.row &&
        k.measure == key.measure)
      return &figure;
  }
  return nullptr;
}

}  // namespace tradereport
