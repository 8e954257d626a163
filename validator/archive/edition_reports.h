// The editions of an archive as reports again, as far as they have been kept. Internal to
// validator.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "validator/archive/archive_system.h"
#include "validator/archive/editions.h"

namespace tradereport::validator {

// A figure, and which edition prints it.
struct PrintedFigure {
  std::size_t edition = 0;  // index into Editions::all()
  EditionFigure figure;
};

// A report with figures alone: no claims, lists or sources but pages.
struct EditionReport {
  Report report;
  std::vector<PrintedFigure> all_printed;  // one a figure of the report
};

class EditionReports {
 public:
  // Of several editions of a month, the first. Their figures have the slack, or the rounding, that
  // the practice gives them.
  EditionReports(const Editions& editions, const Family& family,
                 const std::vector<std::size_t>& order, const Practice& practice);

  // The editions by month_number().
  const std::map<int, std::size_t>& by_month() const { return by_month_; }

  // All series with a level, in the order in which they are first printed.
  const std::vector<Series>& series() const { return series_; }

  // All figures of the edition, or those of series()[series]. Left out are those that have been
  // taken to be wrong, and those in another unit than in the first edition.
  EditionReport report(std::size_t edition, std::optional<std::size_t> series = {}) const;

  // Figures are kept packed. Those of these editions, and no others, are ready for report() from
  // now on: it is quicker for them.
  void unpack(const std::set<std::size_t>& editions);

  void exclude(const PrintedFigure& printed) {
    excluded_.emplace(printed.edition, printed.figure.key);
  }

 private:
  std::vector<std::vector<EditionFigure>> by_series(std::size_t edition) const;
  void add(std::size_t edition, const EditionFigure& printed, EditionReport& made) const;
  EditionReport begun(std::size_t edition) const;
  // What the practice makes of the slack of an edition's figures.
  std::map<std::uint32_t, int> slack_of(std::size_t edition) const;

  const Editions& editions_;
  const Family& family_;
  Practice practice_;
  std::vector<Series> series_;
  std::vector<std::size_t> series_of_key_;  // index into series_
  std::map<int, std::size_t> by_month_;
  std::map<std::size_t, std::vector<std::vector<EditionFigure>>>
      unpacked_;  // by edition and series
  std::set<std::pair<std::size_t, std::uint32_t>> excluded_;
  std::map<std::uint32_t, std::uint32_t> units_;  // of each key, where it is first printed
  std::map<std::size_t, std::map<std::uint32_t, int>> slack_;  // by edition and key
};

}  // namespace tradereport::validator
