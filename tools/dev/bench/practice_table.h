// How consistent reports are told, by the way in which their figures were computed. Internal to the
// benchmark of misprints.
#pragma once

#include <cstdint>

#include "schemas/family.h"

namespace tradereport::bench {

struct PracticeOptions {
  std::uint64_t seed = 1;
  int reports = 40;  // for each way …
  int archives = 2;  // … and archives
};

// Prints as Markdown how many reports without a mistake get an error or a warning, for each way to
// compute rates and sums and to round, and what is told of archives of such reports. False if one
// got an error.
bool print_practice_table(const Family& family, const PracticeOptions& options);

}  // namespace tradereport::bench
