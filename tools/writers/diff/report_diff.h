// What differs between two versions of one report.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "schemas/finding.h"
#include "schemas/report.h"

namespace tradereport::tools {

// A version of a report, and what was found in it.
struct Version {
  const Report& report;
  const std::vector<Finding>& findings;
};

// A figure that is printed otherwise, or in one of the versions alone.
struct FigureChange {
  std::optional<PrintedItem> before;
  std::optional<PrintedItem> after;
};

struct ReportDiff {
  std::vector<FigureChange> changes;  // as the newer version prints them, then what it lacks
  std::size_t same = 0;               // figures
  std::vector<Finding> found;         // in the newer version and not in the older
  std::size_t gone = 0;               // findings of the older that the newer does not have

  // Figures that are printed as before, and that a finding of the newer version says may be wrong:
  // what did not change along.
  std::vector<Candidate> left_behind;
};

// Figures are the same figure where place, period, flow, row and measure are; the text's second
// figure of a kind is held against the text's second. One is changed whose value, decimals, unit or
// rank is.
//   table 1 exports 74.7 -> 75.7, the text's 74.7 as before: one change, one finding M01, and the
//   text's figure is left behind
ReportDiff diff_reports(const Version& before, const Version& after);

}  // namespace tradereport::tools
