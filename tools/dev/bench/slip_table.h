// How reports with one editorial slip are told. Internal to the benchmark of misprints.
#pragma once

#include <cstdint>

#include "schemas/family.h"

namespace tradereport::bench {

struct SlipOptions {
  std::uint64_t seed = 1;
  int reports = 20;  // of each kind of slip
  int stories = 0;   // tell of so many that are not one finding
};

// Makes slips of every kind in generated issues, one each, and prints as Markdown how many make the
// report impossible, are found, are one error, and are named; and whether a right figure is blamed
// alone. False if an impossible one was not found.
bool print_slip_table(const Family& family, const SlipOptions& options);

}  // namespace tradereport::bench
