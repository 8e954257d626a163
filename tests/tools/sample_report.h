// A small report made by hand, for tests of the writers.
#pragma once

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"

namespace tradereport::tools::test {

// A family with a table of fixed rows ("overview": label, month value, month growth) and one of
// ranked names with two label columns ("partners").
Family sample_family();

// 2024-05: the table "overview" with rows Total and Net (whose growth is an absolute change and
// whose last cell is blank), the table "partners" with two ranks, one claim, one unread numeral.
Report sample_report();

// The claim contradicts the table: rule M01, with proof that points at the table's line.
Finding sample_finding();

}  // namespace tradereport::tools::test
