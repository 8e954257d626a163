// The differences between two versions of a report, for people and for programs.
#pragma once

#include <string>

#include "schemas/family.h"
#include "tools/writers/diff/report_diff.h"
#include "tools/writers/findings/finding_text.h"

namespace tradereport::tools {

// What changed, a line a figure; what ought to have changed too; and what is found in the newer
// version alone.
//
//   old.pdf → new.pdf: Monthly Report, 2024-05
//     1 figure changed, 321 as before
//
//   changed  table 1, 出口额, month, value: 74.7 → 75.7 亿美元 (page 1)
//   …
std::string diff_text(const ReportDiff& diff, const Report& before, const Report& after,
                      const Family& family, const TextStyle& style);

// {"schema": 1, "tool": …, "before": {…}, "after": {…}, "same": n, "changes": [{"before",
// "after"}], "left_behind": [candidate], "found": [finding], "gone": n}: schemas/diff.schema.json.
std::string diff_json(const ReportDiff& diff, const Report& before, const Report& after,
                      Language language);

}  // namespace tradereport::tools
