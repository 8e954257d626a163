// Certificates as findings show them. Internal to validator.
#pragma once

#include <vector>

#include "schemas/finding.h"
#include "validator/relations/evidence.h"
#include "validator/solver/certificate.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// Adds every row of the certificate with its multiplier, and what they come to: the relations and
// figures that it takes become relations and evidence of the finding.
void add_certificate(Finding& finding, const System& system, const Family& family,
                     const Evidence& evidence, const Certificate& certificate);

// How far the sides of the relation with the most parts are apart at least by all other rows of the
// certificate; index of the relation, and the distance in the levels' unit. -1 if there is none.
struct Discrepancy {
  int relation = -1;
  Rational distance;
};
Discrepancy discrepancy_of(const System& system, const Certificate& certificate);

// The unit that levels are printed in.
std::string level_unit(const System& system);

// With as many decimals as show that it is more than nothing: "0.7", "0.003".
std::string distance_text(const Rational& distance);

}  // namespace tradereport::validator
