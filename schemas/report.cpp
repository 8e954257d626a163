#include "schemas/report.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace tradereport {

namespace {
constexpr std::array<std::string_view, kMeasureCount> kMeasureNames{
    "value", "share",         "growth",       "change",        "previous",
    "index", "period_growth", "period_index", "average_growth"};
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

bool is_hole(const Problem& problem) {
  return std::visit(
      [](const auto& what) {
        using What = std::decay_t<decltype(what)>;
        return std::is_same_v<What, Missing> || std::is_same_v<What, UnreadCells> ||
               std::is_same_v<What, Unspoken> || std::is_same_v<What, Placeholder> ||
               std::is_same_v<What, PageUnread> || std::is_same_v<What, Damaged> ||
               std::is_same_v<What, NextReport>;
      },
      problem.what);
}

bool Report::is_damaged() const {
  return std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
    return std::holds_alternative<Damaged>(problem.what);
  });
}

bool Report::has_holes() const {
  return std::any_of(problems.begin(), problems.end(), is_hole);
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
