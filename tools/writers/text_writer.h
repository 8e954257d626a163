// The findings of `check` as text for people, in the manner of a compiler's diagnostics.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "schemas/coverage.h"
#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/messages.h"
#include "schemas/report.h"
#include "tools/inputs/inputs.h"
#include "tools/writers/findings/finding_text.h"

namespace tradereport::tools {

// The family's title, or its id if it has none in that language.
std::string family_title(const Family& family, Language language);

// The report's heading, its pages that were not checked, and its findings:
//
//   may.pdf: Monthly Report, 2024-05
//     228 figures in tables, 94 in the text; 540 numerals: 322 read, 218 not figures, 0 unread
//
// Below the counts, if there is a coverage, its coverage_lines().
std::string report_text(const Report& report, const Family& family,
                        const std::vector<Finding>& findings, const TextStyle& style,
                        const Coverage& coverage = {});

// What the others say of one of the reports: a heading and findings, as report_text() prints them.
std::string across_text(const std::string& file, const std::vector<Finding>& findings,
                        const TextStyle& style);

// What all reports came to.
struct Totals {
  std::size_t reports = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t failed = 0;        // inputs that could not be read
  std::size_t unchecked = 0;     // inputs without text that could be decoded
  std::size_t unread_pages = 0;  // pages that could not be decoded
  std::size_t incomplete = 0;    // reports of which something was not read
  std::size_t accepted = 0;      // findings that people let stand; not among the others
};

// The closing line. It says that there are no findings only if everything could be read.
std::string totals_text(const Totals& totals, const TextStyle& style);

}  // namespace tradereport::tools
