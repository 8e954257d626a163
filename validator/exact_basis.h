// From where a numeric simplex stopped to a proof in rationals. Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "validator/certificate.h"
#include "validator/proposal.h"
#include "validator/system.h"

namespace tradereport {

// An end of an unknown's range, and the row with one term that sets it.
struct End {
  std::optional<Rational> at;
  int row = -1;
  Rational scale = 1;  // the row's multiplier for it
};

// The tightest ends of each unknown that rows with one term set.
struct Ends {
  std::vector<End> lo;
  std::vector<End> hi;
};

// The point of the basis: what is not basic lies on its end, the rest follows. Verified against
// every row that is not left out; nothing if it does not stand.
std::optional<std::vector<Rational>> exact_levels(const Proposal& proposal,
                                                  const std::vector<Row>& rows, const Ends& ends,
                                                  const std::vector<bool>& without);

// The line of the simplex table that has no way out, as a combination of rows: which rows and ends
// take part is the proposal's, the multipliers are computed anew. Verified; nothing if it does not
// stand.
std::optional<Certificate> exact_certificate(Proposal& proposal, const std::vector<Row>& rows,
                                             const Ends& ends);

// Two figures of one level that exclude each other.
std::optional<Certificate> clash_of_ends(const std::vector<Row>& rows, const Ends& ends);

}  // namespace tradereport
