// The figures of a report by what they say something of, so that names are compared once. Internal
// to validator.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schemas/report.h"

namespace tradereport::validator {

// One row over one span: what all its figures speak of. Points into the report.
struct SeriesKey {
  std::string_view flow;
  std::string_view row;
  Span span = Span::month;

  friend bool operator==(const SeriesKey&, const SeriesKey&) = default;
};

struct SeriesKeyHash {
  std::size_t operator()(const SeriesKey& series) const {
    const std::hash<std::string_view> hash;
    return (hash(series.row) * 31 + hash(series.flow)) * 2 + static_cast<std::size_t>(series.span);
  }
};

// Series are numbered from 0, those of the tables first, as they are printed. Points into the
// report, which must outlive it.
//
//   const FigureIndex figures(report);
//   for (const Figure* f = figures.first(figures.series(claim.key), Measure::value); f != nullptr;
//        f = figures.next(*f)) …      // what the tables print of it, in their order
class FigureIndex {
 public:
  // Not explicit: whatever works on the figures of a report can be given the report.
  FigureIndex(const Report& report);  // NOLINT(google-explicit-constructor)

  const Report& report() const { return *report_; }
  std::size_t size() const { return slots_.size() / kMeasureCount; }

  // -1 where neither tables nor text speak of it.
  int series(const SeriesKey& series) const;
  int series(const FigureKey& key) const { return series({key.flow, key.row, key.span}); }
  // The same for a figure or claim of the report by its place there, without a search.
  int of_figure(std::size_t index) const { return of_figures_[index]; }
  int of_claim(std::size_t index) const { return of_claims_[index]; }

  // Figures of the tables; nullptr if there is none (or none more). The series may be -1.
  const Figure* first(int series, Measure measure) const;
  const Figure* next(const Figure& figure) const;

  // The tables print something of it twice, and not alike: it is unknown which is meant.
  bool contradictory(int series) const { return contradictory_[static_cast<std::size_t>(series)]; }

 private:
  struct Slot {
    int first = -1;  // in Report::figures
    int last = -1;
  };

  int number(const FigureKey& key);
  static std::size_t slot(int series, Measure measure) {
    return static_cast<std::size_t>(series) * kMeasureCount + static_cast<std::size_t>(measure);
  }

  const Report* report_;
  std::unordered_map<SeriesKey, int, SeriesKeyHash> numbers_;
  std::vector<int> of_figures_;
  std::vector<int> of_claims_;
  std::vector<Slot> slots_;  // by series and measure
  std::vector<int> next_;    // by figure
  std::vector<bool> contradictory_;
};

}  // namespace tradereport::validator
