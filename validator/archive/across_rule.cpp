#include "validator/archive/across_rule.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

constexpr AcrossRule kRules[] = {
    // A year to date is the one of the issue before and the month.
    {"A01"},
    // A growth rate fits the level printed a year before.
    {"A02"},
    {"A03", Severity::warning, a03_revised},
    {"A04", Severity::warning, a04_issues},
};

}  // namespace

std::span<const AcrossRule> across_rules() {
  return kRules;
}

bool identical(const Issue& a, const Issue& b) {
  if (a.text != b.text) return false;
  const std::vector<IssueFigure> of_a = a.figures.all();
  const std::vector<IssueFigure> of_b = b.figures.all();
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                    [](const IssueFigure& x, const IssueFigure& y) {
                      return x.key == y.key && x.value == y.value;
                    });
}

const Issue* earlier_of_period(const AcrossContext& context, std::size_t place_in_order) {
  const std::vector<Issue>& all = context.issues.all();
  const Issue& issue = all[context.order[place_in_order]];
  const Issue* first = nullptr;
  for (std::size_t i = place_in_order; i-- > 0;) {
    const Issue& other = all[context.order[i]];
    if (other.period != issue.period) break;
    if (identical(issue, other)) return &other;
    first = &other;
  }
  return first;
}

}  // namespace tradereport::validator
