// Certificates in words. Internal to validator.
#pragma once

#include <vector>

#include "schemas/finding.h"
#include "validator/solver/certificate.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// The relations that the certificate takes, the figures that enter them, and by how much one side
// of the greatest sum among them would miss the other.
std::vector<ProofStep> joint_proof(const System& system, const Family& family,
                                   const Certificate& certificate);

// Every row with its multiplier, and what they come to: for those who want to check it.
std::vector<ProofStep> certificate_steps(const System& system, const Family& family,
                                         const Certificate& certificate);

// How far the sides of the relation with the most parts are apart at least by all other rows of the
// certificate; index of the relation, and the distance in the levels' unit. -1 if there is none.
struct Discrepancy {
  int relation = -1;
  Rational distance;
};
Discrepancy discrepancy_of(const System& system, const Certificate& certificate);

}  // namespace tradereport::validator
