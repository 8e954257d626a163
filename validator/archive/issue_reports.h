// The issues of an archive as reports again, as far as they have been kept. Internal to validator.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "validator/archive/issue_system.h"
#include "validator/archive/issues.h"

namespace tradereport::validator {

// A figure, and which issue prints it.
struct IssuePrint {
  std::size_t issue = 0;  // index into Issues::all()
  IssueFigure figure;
};

// A report with figures alone: no claims, lists or sources but pages.
struct IssueReport {
  Report report;
  std::vector<IssuePrint> prints;  // one a figure of the report
};

class IssueReports {
 public:
  // Of several issues of a month, the first.
  IssueReports(const Issues& issues, const Family& family, const std::vector<std::size_t>& order);

  // The issues by month_number().
  const std::map<int, std::size_t>& by_month() const { return by_month_; }

  // All series with a level, in the order in which they are first printed.
  const std::vector<Series>& series() const { return series_; }

  // All figures of the issue, or those of series()[series]. Left out are those that have been taken
  // to be wrong, and those in another unit than in the first issue.
  IssueReport report(std::size_t issue, std::optional<std::size_t> series = {}) const;

  // Figures are kept packed. Those of these issues, and no others, are ready for report() from now
  // on: it is quicker for them.
  void unpack(const std::set<std::size_t>& issues);

  void leave_out(const IssuePrint& print) { left_out_.emplace(print.issue, print.figure.key); }

 private:
  std::vector<std::vector<IssueFigure>> by_series(std::size_t issue) const;

  const Issues& issues_;
  const Family& family_;
  std::vector<Series> series_;
  std::vector<std::size_t> series_of_key_;  // index into series_
  std::map<int, std::size_t> by_month_;
  std::map<std::size_t, std::vector<std::vector<IssueFigure>>> unpacked_;  // by issue and series
  std::set<std::pair<std::size_t, std::uint32_t>> left_out_;
  std::map<std::uint32_t, std::uint32_t> units_;  // of each key, where it is first printed
};

}  // namespace tradereport::validator
