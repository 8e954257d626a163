#include "validator/rules/claims.h"

#include <array>
#include <string_view>

namespace tradereport {

namespace {

// The figures that tables print for what the claim speaks of.
std::vector<const Figure*> counterparts(const Report& report, const Claim& claim) {
  std::vector<const Figure*> found;
  for (const Figure& figure : report.figures) {
    const FigureKey& a = figure.key;
    const FigureKey& b = claim.key;
    if (a.span == b.span && a.measure == b.measure && a.row == b.row && a.flow == b.flow &&
        figure.unit == claim.unit)
      found.push_back(&figure);
  }
  return found;
}

bool starts_with_minus(std::string_view printed) {
  constexpr std::array<std::string_view, 5> kMinuses{"-", "\u2212", "\uFF0D", "\u2013", "\u2010"};
  for (const std::string_view minus : kMinuses) {
    if (printed.starts_with(minus)) return true;
  }
  return false;
}

}  // namespace

bool agree(const Figure& a, const Figure& b) {
  if (a.value.decimals() == b.value.decimals()) return a.value == b.value;
  return a.value.true_values(a.rounding).meets(b.value.true_values(b.rounding));
}

std::vector<WrongClaim> wrong_claims(const Report& report) {
  std::vector<WrongClaim> wrong;
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    const Claim& claim = report.claims[i];
    const std::vector<const Figure*> figures = counterparts(report, claim);
    const Figure* const first = figures.empty() ? nullptr : figures.front();
    // "Net exports of -1.6" is how the tables print it: the name alone gives no sign.
    const bool name_alone = claim.key.measure == Measure::value && claim.direction > 0;
    if (claim.signed_digits && claim.direction != 0 && !name_alone &&
        starts_with_minus(claim.printed)) {
      wrong.push_back({i, ClaimFault::sign_twice, first});
      continue;
    }
    Figure opposite = claim;
    opposite.value = -claim.value;
    bool right = figures.empty();
    bool reversed = false;
    for (const Figure* figure : figures) {
      right = right || agree(claim, *figure);
      reversed = reversed || agree(opposite, *figure);
    }
    if (!right) wrong.push_back({i, reversed ? ClaimFault::direction : ClaimFault::figure, first});
  }
  return wrong;
}

const Figure* neighbour(const Report& report, const Claim& claim, const Figure& figure) {
  const Figure* in_row = nullptr;
  for (const Figure& other : report.figures) {
    const FigureKey& a = other.key;
    const FigureKey& b = figure.key;
    if (a.place != b.place || other.value != claim.value || &other == &figure) continue;
    const bool column = a.span == b.span && a.measure == b.measure;
    if (column && a.row != b.row) return &other;
    if (!column && a.row == b.row && a.flow == b.flow && in_row == nullptr) in_row = &other;
  }
  return in_row;
}

}  // namespace tradereport
