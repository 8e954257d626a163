#include "validator/archive/archive_rule.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

constexpr ArchiveRule kArchiveRules[] = {
    // A year to date is the one of the edition before and the month.
    {"A01"},
    // A growth rate fits the level printed a year before.
    {"A02"},
    {"A03", Severity::warning, a03_revised},
    {"A04", Severity::warning, a04_editions},
    {"A05", Severity::warning, a05_practice},
};

}  // namespace

std::span<const ArchiveRule> archive_rules() {
  return kArchiveRules;
}

bool identical(const Edition& a, const Edition& b) {
  if (a.text != b.text) return false;
  const std::vector<EditionFigure> of_a = a.figures.all();
  const std::vector<EditionFigure> of_b = b.figures.all();
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                    [](const EditionFigure& x, const EditionFigure& y) {
                      return x.key == y.key && x.value == y.value;
                    });
}

const Edition* earlier_of_period(const ArchiveInput& context, std::size_t place_in_order) {
  const std::vector<Edition>& all = context.editions.all();
  const Edition& edition = all[context.order[place_in_order]];
  const Edition* first = nullptr;
  for (std::size_t i = place_in_order; i-- > 0;) {
    const Edition& other = all[context.order[i]];
    if (other.period != edition.period) break;
    if (identical(edition, other)) return &other;
    first = &other;
  }
  return first;
}

}  // namespace tradereport::validator
