// Archives of a world: the issues of many months in a row, of data that are revised or are not.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"
#include "tools/dev/worlds/issue.h"

namespace tradereport::worlds {

// What becomes of figures that have been printed once. No report contradicts itself.
enum class RevisionPattern {
  none,
  bases,    // each issue compares with levels of a year ago that it alone has revised
  year,     // the levels of one year are revised, once, when that year is over
  to_date,  // from the next issue on each month is another, in all sums and comparisons
  month,    // one month is, from a certain issue on
  rebased,  // from a certain issue on some rows are measured otherwise, all their months
};
inline constexpr RevisionPattern kRevisionPatterns[] = {
    RevisionPattern::bases, RevisionPattern::year, RevisionPattern::to_date, RevisionPattern::month,
    RevisionPattern::rebased};
std::string_view name_of(RevisionPattern pattern);

// The issues of so many months from the first on, which must be at least a year after kFirstMonth.
// Their files are named after their months ("2023-11.pdf").
std::vector<Report> make_archive(const Economy& world, const Family& family, Period first,
                                 int months, RevisionPattern pattern = RevisionPattern::none,
                                 const IssueOptions& options = {});

}  // namespace tradereport::worlds
