// Which levels of different editions are the same. Internal to validator.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "schemas/family.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

// A row by its flow and name. Points into the family, which must outlive it.
using FlowRow = std::pair<std::string_view, std::string_view>;

// The same through all editions.
struct Series {
  std::string flow;
  std::string row;

  friend auto operator<=>(const Series&, const Series&) = default;
};

class SharedLevels {
 public:
  explicit SharedLevels(const Family& family);

  // The month_number() that the level is of (of a year to date: up to which), in an edition of that
  // period. A level of a year ago is one of the year before; that of a row which the family makes
  // the sum of all months of last year is of its December. Nothing if no other edition speaks of
  // the same: the rest beside a ranked list changes its meaning with the names in the list. Rows
  // that are periods are of those, whatever the edition's period is.
  std::optional<int> month_of(const Unknown& unknown, Period period) const;

 private:
  std::map<FlowRow, int> months_;          // rows of a calendar month
  std::set<std::string_view> of_periods_;  // flows of tables whose rows are periods
  std::set<FlowRow> whole_years_;          // last year's level is that of the whole year
  std::set<FlowRow> beside_lists_;         // what a ranked list leaves of a whole
};

inline constexpr int kMonthsOfYear = 12;

// Months since the year 0, and back.
int month_number(Period period);
Period period_of(int month_number);

}  // namespace tradereport::validator
