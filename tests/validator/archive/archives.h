// Archives for tests, and what is found in them.
#pragma once

#include <string>
#include <vector>

#include "schemas/finding.h"
#include "tests/validator/report_builder.h"

namespace tradereport::validator::test {

struct Found {
  std::string file;
  Finding finding;
};

// The findings across editions.
std::vector<Found> check_archive(const std::vector<Report>& reports);

// All in words, with their proofs.
std::string text_of_found(const std::vector<Found>& all);

}  // namespace tradereport::validator::test
