#include "validator/archive/edition_reports.h"

#include <algorithm>

#include "validator/figures/figure_index.h"
#include "validator/relations/computed.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

EditionReports::EditionReports(const Editions& editions, const Family& family,
                               const std::vector<std::size_t>& order, const Practice& practice)
    : editions_(editions), family_(family), practice_(practice) {
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
  if (!practice.from.any()) return;
  for (const auto& [month, edition] : by_month_) slack_.emplace(edition, slack_of(edition));
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

EditionReport EditionReports::begun(std::size_t index) const {
  const Edition& edition = editions_.all()[index];
  EditionReport made;
  made.report.file = edition.file;
  made.report.family = family_.id;
  made.report.period = edition.period;
  made.report.has_month = edition.has_month;
  return made;
}

void EditionReports::add(std::size_t index, const EditionFigure& printed,
                         EditionReport& made) const {
  if (excluded_.contains({index, printed.key})) return;
  Figure& figure = made.report.figures.emplace_back();
  figure.key = editions_.key(printed.key);
  figure.value = printed.value;
  figure.unit = editions_.unit(printed.unit);
  figure.source.page = printed.page;
  figure.rounding = family_.rounding_of(figure.unit);
  if (practice_.cut && figure.rounding == Rounding::nearest) figure.rounding = Rounding::cut;
  if (const auto slack = slack_.find(index); slack != slack_.end())
    figure.slack = slack->second.at(printed.key);
  made.all_printed.push_back({index, printed});
}

std::map<std::uint32_t, int> EditionReports::slack_of(std::size_t index) const {
  const EditionReport whole = report(index);
  const FigureIndex figures(whole.report);
  const Report computed =
      computed_from_printed(figures, build_relations(figures, family_), practice_.from);
  std::map<std::uint32_t, int> slack;
  for (std::size_t i = 0; i < whole.all_printed.size(); ++i)
    slack.emplace(whole.all_printed[i].figure.key, computed.figures[i].slack);
  return slack;
}

EditionReport EditionReports::report(std::size_t index, std::optional<std::size_t> series) const {
  EditionReport made = begun(index);
  if (!series) {
    for (const EditionFigure& printed : editions_.all()[index].figures.all()) {
      if (printed.unit == units_.at(printed.key)) add(index, printed, made);
    }
    return made;
  }
  if (const auto unpacked = unpacked_.find(index); unpacked != unpacked_.end()) {
    for (const EditionFigure& printed : unpacked->second[*series]) add(index, printed, made);
    return made;
  }
  const auto figures = by_series(index);
  for (const EditionFigure& printed : figures[*series]) add(index, printed, made);
  return made;
}

}  // namespace tradereport::validator
