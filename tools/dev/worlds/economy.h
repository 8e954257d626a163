// Exactly consistent worlds: the unrounded monthly levels of everything that a family's reports
// print, for the region and for the nation, over several years.
//
// All levels are integers of a hundred-thousandth of the printed unit (with 亿美元: a thousand
// dollars), and every relation of the family holds between them exactly, in each month: products
// add up to their flow, in the region and in the nation; blocs are the sums of their members;
// partners are at most the flow. So an issue that is printed from them by rounding (issue.h) has no
// mistake, whatever the rounding.
//
//   a flow of goods differs by a factor of several hundred between its products, some of which stop
//   for months; levels change from one year to the next by -95 % to many times as much; the region
//   may export more than it imports, or less; partners change places, and enter and leave the ten
//   largest
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemas/family.h"
#include "schemas/period.h"

namespace tradereport::worlds {

using Level = std::int64_t;
inline constexpr Level kLevelsPerUnit = 100000;

// The months of every world.
inline constexpr Period kFirstMonth{2017, 1};
inline constexpr Period kLastMonth{2030, 12};

// 0 for kFirstMonth. The period must lie within the world.
std::size_t month_index(Period period);

// A row of a table (of a ranked group: a candidate for it).
struct TimeSeries {
  std::string table;
  std::string group;  // of rows within the table, or empty
  std::string flow;
  std::string name;
  std::vector<Level> region;  // by month_index()
  std::vector<Level> nation;  // empty where the tables print no share

  // Of the month or of the year up to it, this year or so many years before.
  Level level(Period period, Span span, int years_before = 0) const;
  Level nation_level(Period period, Span span) const;
};

// What a level of the region is revised into: of the row, in the month of that index.
using Revise = std::function<Level(const TimeSeries& row, std::size_t month, Level level)>;

class Economy {
 public:
  const std::vector<TimeSeries>& rows() const { return rows_; }
  // By table, name; nullptr if there is none.
  const TimeSeries* find(std::string_view table, std::string_view name) const;
  std::uint64_t seed() const { return seed_; }

 private:
  friend Economy make_economy(const Family& family, std::uint64_t seed);
  friend Economy revised(const Economy& world, const Family& family, const Revise& revise);
  std::vector<TimeSeries> rows_;
  std::uint64_t seed_ = 0;
};

// The same world for the same family and seed, on every machine. The family must be one of goods:
// tables of a flow's classes (names), of its partners (groups, one of blocs, one ranked), and one
// of the flows themselves, whose rows the family's equalities give. Throws std::invalid_argument
// for another.
Economy make_economy(const Family& family, std::uint64_t seed);

// The same world with other levels of the classes, as a later vintage of the data has them. Flows
// and blocs are their sums again; each partner keeps its part of its flow. The other regions of
// the nation stay as they are.
Economy revised(const Economy& world, const Family& family, const Revise& revise);

}  // namespace tradereport::worlds
