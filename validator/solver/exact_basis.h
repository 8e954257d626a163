// From where a numeric simplex stopped to a proof in rationals. Internal to validator.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "validator/solver/certificate.h"
#include "validator/solver/numeric_simplex.h"
#include "validator/system/integer_rows.h"

namespace tradereport::validator {

// The line of the simplex table that has no way out, as a combination of rows: which rows take part
// is the proposal's, the multipliers are computed anew. Verified; nothing if it does not stand.
std::optional<Certificate> exact_certificate(const NumericSimplex::Infeasibility& infeasibility,
                                             const IntegerRows& rows);

// The point of the basis: the rows that are not basic rest on their ends, less what `margin` says
// of each; what the proposal does not know, or has not moved, stays as it is in `start`. Nothing if
// there is no such point; whether it fits the rows is for the caller to verify.
std::optional<std::vector<Rational>> exact_levels(const NumericSimplex& proposal,
                                                  const IntegerRows& rows,
                                                  std::vector<Rational> start,
                                                  const std::function<Rational(int)>& margin);

}  // namespace tradereport::validator
