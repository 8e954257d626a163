#include "validator/archive/edition_reports.h"

#include <algorithm>

namespace tradereport::validator {

EditionReports::EditionReports(const Editions& editions, const Family& family,
                               const std::vector<std::size_t>& order)
    : editions_(editions), family_(family) {
  std::map<Series, std::size_t> seen;
  for (std::uint32_t i = 0; i < editions.keys(); ++i) {
    const FigureKey& key = editions.key(i);
    const auto [found, fresh] = seen.emplace(Series{key.flow, key.row}, series_.size());
    if (fresh) series_.push_back(found->first);
    series_of_key_.push_back(found->second);
  }
  for (const std::size_t index : order) {
    const Edition& edition = editions.all()[index];
    if (!by_month_.emplace(month_number(edition.period), index).second) continue;
    for (const EditionFigure& figure : edition.figures.all())
      units_.emplace(figure.key, figure.unit);
  }
}

std::vector<std::vector<EditionFigure>> EditionReports::by_series(std::size_t edition) const {
  std::vector<std::vector<EditionFigure>> figures(series_.size());
  for (const EditionFigure& figure : editions_.all()[edition].figures.all()) {
    if (figure.unit == units_.at(figure.key)) figures[series_of_key_[figure.key]].push_back(figure);
  }
  return figures;
}

void EditionReports::unpack(const std::set<std::size_t>& editions) {
  std::erase_if(unpacked_, [&](const auto& entry) { return !editions.contains(entry.first); });
  for (const std::size_t edition : editions) {
    if (!unpacked_.contains(edition)) unpacked_.emplace(edition, by_series(edition));
  }
}

EditionReport EditionReports::report(std::size_t index, std::optional<std::size_t> series) const {
  const Edition& edition = editions_.all()[index];
  EditionReport made;
  Report& report = made.report;
  report.file = edition.file;
  report.family = family_.id;
  report.period = edition.period;
  report.has_month = edition.has_month;
  const auto add = [&](const EditionFigure& printed) {
    if (excluded_.contains({index, printed.key})) return;
    Figure& figure = report.figures.emplace_back();
    figure.key = editions_.key(printed.key);
    figure.value = printed.value;
    figure.unit = editions_.unit(printed.unit);
    figure.source.page = printed.page;
    figure.rounding = family_.rounding_of(figure.unit);
    made.all_printed.push_back({index, printed});
  };
  if (!series) {
    for (const EditionFigure& printed : edition.figures.all()) {
      if (printed.unit == units_.at(printed.key)) add(printed);
    }
    return made;
  }
  if (const auto unpacked = unpacked_.find(index); unpacked != unpacked_.end()) {
    for (const EditionFigure& printed : unpacked->second[*series]) add(printed);
    return made;
  }
  const auto figures = by_series(index);
  for (const EditionFigure& printed : figures[*series]) add(printed);
  return made;
}

}  // namespace tradereport::validator
