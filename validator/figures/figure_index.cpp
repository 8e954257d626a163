#include "validator/figures/figure_index.h"

namespace tradereport::validator {

FigureIndex::FigureIndex(const Report& report) : report_(&report) {
  numbers_.reserve(report.figures.size());
  of_figures_.reserve(report.figures.size());
  next_.assign(report.figures.size(), -1);
  for (std::size_t i = 0; i < report.figures.size(); ++i) {
    const Figure& figure = report.figures[i];
    const int series = number(figure.key);
    of_figures_.push_back(series);
    Slot& slot = slots_[FigureIndex::slot(series, figure.key.measure)];
    if (slot.first < 0) {
      slot.first = static_cast<int>(i);
    } else {
      next_[static_cast<std::size_t>(slot.last)] = static_cast<int>(i);
      if (report.figures[static_cast<std::size_t>(slot.first)].value != figure.value)
        contradictory_[static_cast<std::size_t>(series)] = true;
    }
    slot.last = static_cast<int>(i);
  }
  of_claims_.reserve(report.claims.size());
  for (const Claim& claim : report.claims) of_claims_.push_back(number(claim.key));
}

int FigureIndex::series(const SeriesKey& series) const {
  const auto found = numbers_.find(series);
  return found == numbers_.end() ? -1 : found->second;
}

const Figure* FigureIndex::first(int series, Measure measure) const {
  if (series < 0) return nullptr;
  const int at = slots_[slot(series, measure)].first;
  return at < 0 ? nullptr : &report_->figures[static_cast<std::size_t>(at)];
}

const Figure* FigureIndex::next(const Figure& figure) const {
  const int at = next_[static_cast<std::size_t>(&figure - report_->figures.data())];
  return at < 0 ? nullptr : &report_->figures[static_cast<std::size_t>(at)];
}

int FigureIndex::number(const FigureKey& key) {
  const auto [entry, fresh] =
      numbers_.try_emplace({key.flow, key.row, key.span}, static_cast<int>(contradictory_.size()));
  if (fresh) {
    contradictory_.push_back(false);
    slots_.resize(slots_.size() + kMeasureCount);
  }
  return entry->second;
}

}  // namespace tradereport::validator
