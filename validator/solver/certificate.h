// Proofs that a system of inequalities has a solution, or none, and their checking in exact
// arithmetic. Internal to validator.
#pragma once

#include <utility>
#include <vector>

#include "validator/system/system.h"

namespace tradereport::validator {

// A Farkas certificate: a combination of rows that says 0 >= something positive.
//
// A positive multiplier takes the row's lower end (terms >= lo), a negative one its upper end.
//   x >= 3 (times 1) and x <= 2 (times -1):  0 >= 3 - 2
struct Certificate {
  std::vector<std::pair<int, Rational>> multipliers;  // index of the row, multiplier; not 0
};

// True if the combination of the terms is 0 for all levels, every end that it takes is there, and
// the ends come to more than 0: then no levels satisfy these rows, whoever found the certificate.
bool verify_certificate(const std::vector<Row>& rows, const Certificate& certificate);
bool verify_certificate(const IntegerRows& rows, const Certificate& certificate);

// True if the levels (one an unknown) satisfy every row. Rows of the observations in `excluded` are
// left out; it has one entry an observation, or is empty.
bool verify_point(const std::vector<Row>& rows, const std::vector<Rational>& levels,
                  const std::vector<bool>& excluded = {});

// The observations whose rows the certificate takes, ascending; rows that hold anyway have none.
std::vector<int> observations_of(const IntegerRows& rows, const Certificate& certificate);

}  // namespace tradereport::validator
