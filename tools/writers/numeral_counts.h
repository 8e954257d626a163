// How many of a report's numerals were read.
#pragma once

#include <cstddef>

#include "schemas/report.h"

namespace tradereport::tools {

// What became of a report's numerals. total = read + declared + left_alone
// + unread.
struct NumeralCounts {
  std::size_t total = 0;
  std::size_t read = 0;        // figures of tables and of the text
  std::size_t declared = 0;    // known to be no figures: dates, page numbers, …
  std::size_t left_alone = 0;  // in sections and pictures that the family does not read
  std::size_t unread = 0;
};
NumeralCounts count_numerals(const Report& report);

}  // namespace tradereport::tools
