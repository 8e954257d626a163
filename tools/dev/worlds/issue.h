// The issue of a month, printed from a world by rounding.
#pragma once

#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"
#include "tools/dev/worlds/economy.h"
#include "tools/dev/worlds/publisher.h"

namespace tradereport::worlds {

struct IssueOptions {
  bool joint = false;  // of January and February: prints the year to date alone
  int top = 3;         // names in the lists of the text
  Computing computing = Computing::unrounded;
};

// All figures of the family's tables in the order in which they are printed (row by row, from left
// to right), the claims and lists of the narrative in the manner of the family's reports: of the
// fixed rows every level, share and rate; of classes and ranked partners the first few; of blocs
// all. The order in a list is that of the unrounded levels. No pages, boxes or numerals, and no
// Report::tables.
//
// A rate whose base is zero is not printed, as publishers leave such cells blank; nor does the text
// speak of it. The period must be at least a year after kFirstMonth; a joint issue has month 2.
Report make_issue(const Economy& world, const Family& family, Period period,
                  const IssueOptions& options = {});

// An issue of any month, by its number: eight of each world; one in eight of January, one in eight
// a joint issue. For tests and benchmarks over many worlds.
Report issue_by_number(const Family& family, std::uint64_t number,
                       Computing computing = Computing::unrounded);

// The same issue, and after it those of the months beside it and of a year before and after, as far
// as the world has them.
std::vector<Report> issues_around(const Family& family, std::uint64_t number);

}  // namespace tradereport::worlds
