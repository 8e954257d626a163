#include "validator/figures/claims.h"

#include <array>
#include <string_view>

namespace tradereport::validator {

namespace {

bool agrees_with(const Figure& a, const Decimal& value, Rounding rounding) {
  if (a.value.decimals() == value.decimals()) return a.value == value;
  return a.value.true_values(a.rounding).meets(value.true_values(rounding));
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
  return agrees_with(a, b.value, b.rounding);
}

std::vector<WrongClaim> wrong_claims(const FigureIndex& figures) {
  std::vector<WrongClaim> wrong;
  for (std::size_t i = 0; i < figures.report().claims.size(); ++i) {
    const Claim& claim = figures.report().claims[i];
    const Figure* first = nullptr;
    bool right = false;
    bool reversed = false;
    for (const Figure* figure = figures.first(figures.of_claim(i), claim.key.measure);
         figure != nullptr; figure = figures.next(*figure)) {
      if (figure->unit != claim.unit) continue;
      if (first == nullptr) first = figure;
      right = right || agrees_with(*figure, claim.value, claim.rounding);
      reversed = reversed || agrees_with(*figure, -claim.value, claim.rounding);
    }
    // "Net exports of -1.6" is how the tables print it: the name alone gives no sign.
    const bool name_alone = claim.key.measure == Measure::value && claim.direction > 0;
    if (claim.signed_digits && claim.direction != 0 && !name_alone &&
        starts_with_minus(claim.printed)) {
      wrong.push_back({i, ClaimFault::sign_twice, first});
    } else if (first != nullptr && !right) {
      wrong.push_back({i, reversed ? ClaimFault::direction : ClaimFault::figure, first});
    }
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

}  // namespace tradereport::validator
