// The comparison of the narrative with the tables, for M01 and M03. Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "schemas/report.h"
#include "validator/figures/figure_index.h"

namespace tradereport::validator {

// True if the two can be the same true value: the same figure where both have the same number of
// decimals, rounding intervals that meet otherwise.
bool agree(const Figure& a, const Figure& b);

enum class ClaimFault {
  figure,     // another figure than the table's (M01)
  direction,  // the table's figure with the opposite sign (M03)
  sign_twice  // a word for the direction and a minus besides (M03)
};

// A claim that something is wrong with, and the table's figure for it, if the tables print one.
struct WrongClaim {
  std::size_t index = 0;  // in Report::claims
  ClaimFault fault = ClaimFault::figure;
  const Figure* figure = nullptr;
};

// All wrong claims in reading order. A claim that the tables say nothing of, or say in another
// unit, cannot be compared; one that a table prints twice is right if it agrees with either.
std::vector<WrongClaim> wrong_claims(const FigureIndex& figures);

// Where else the claim's figure is printed in the same table: in the same column of another row, or
// else in another column of the same row. nullptr if nowhere.
const Figure* neighbour(const Report& report, const Claim& claim, const Figure& figure);

}  // namespace tradereport::validator
