#include "tools/page/archive_overview.h"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

#include "tools/writers/findings/possible.h"
#include "tools/writers/text_writer.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

constexpr const char* kText = "text";

// Where something is missing; empty: in the whole report.
std::string place_of_hole(const Problem& problem) {
  return std::visit(
      [](const auto& what) -> std::string {
        using What = std::decay_t<decltype(what)>;
        if constexpr (std::is_same_v<What, Missing>)
          return what.what == "table" ? what.name : what.place;
        else if constexpr (std::is_same_v<What, UnreadCells> || std::is_same_v<What, Unspoken> ||
                           std::is_same_v<What, UnknownRow> || std::is_same_v<What, UnitDiffers>)
          return what.place;
        else
          return {};
      },
      problem.what);
}

// What is blamed, or all that may be; nothing where no figure or word of a place is.
std::vector<std::string> places_of(const Finding& finding) {
  std::vector<std::string> places;
  for (const Candidate& candidate : finding.candidates) {
    if (!candidate.item.key || (finding.blamed() != nullptr && candidate.explanation > 0)) continue;
    const std::string& place = candidate.item.key->place;
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }
  return places;
}

Json short_finding(const Finding& finding) {
  Json json;
  json["rule"] = finding.rule;
  json["severity"] = std::string(to_string(finding.severity));
  json["places"] = places_of(finding);
  json["message"] = {{"en", validator::describe(finding, Language::en)},
                     {"zh", validator::describe(finding, Language::zh)}};
  return json;
}

const Candidate* possible_for(const Figure& figure, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    for (const Candidate& candidate : finding.candidates) {
      const PrintedItem& item = candidate.item;
      if (candidate.possible && item.key && item.key->span == figure.key.span &&
          item.key->flow == figure.key.flow && item.key->row == figure.key.row &&
          item.key->measure == figure.key.measure && item.key->place != kText)
        return &candidate;
    }
  }
  return nullptr;
}

Json family_of(const Family& family, const Json& places) {
  Json json;
  json["title"] = {{"en", family_title(family, Language::en)},
                   {"zh", family_title(family, Language::zh)}};
  json["places"] = Json::array();
  for (const auto& place : places.items()) json["places"].push_back(place.key());
  return json;
}

Json end_or_null(const std::optional<std::string>& end) {
  return end ? Json(*end) : Json(nullptr);
}

}  // namespace

Json& ArchiveOverview::series_of(const std::string& family, const Figure& figure) {
  const FigureKey& key = figure.key;
  const auto [known, fresh] = by_name_.try_emplace(
      {family, key.place, key.flow, key.row, key.span, key.measure}, series_.size());
  if (fresh)
    series_.push_back({{"family", family},
                       {"place", key.place},
                       {"flow", key.flow},
                       {"row", key.row},
                       {"span", std::string(to_string(key.span))},
                       {"measure", std::string(to_string(key.measure))},
                       {"unit", figure.unit},
                       {"points", Json::array()}});
  return series_[known->second];
}

void ArchiveOverview::report(const Report& report, const Family& family,
                             const validator::Validation& checked) {
  Json json;
  json["file"] = report.file;
  json["family"] = family.id;
  json["period"] = report.period.to_string();
  json["checked"] = !report.has_holes();
  json["href"] = nullptr;
  json["unread"] = report.unread();
  std::map<std::string, std::size_t> states;
  for (const CheckedFigure& figure : checked.coverage.figures)
    ++states[std::string(to_string(figure.state))];
  json["states"] = states;
  Json& places = json["places"] = Json::object();
  for (const TableForm& table : family.tables) places[table.id] = {{"figures", 0}, {"holes", 0}};
  places[kText] = {{"figures", 0}, {"holes", 0}};
  if (!families_.contains(family.id)) families_[family.id] = family_of(family, places);
  const auto count = [&](const std::string& place, const char* what) {
    places[place][what] = places[place][what].get<std::size_t>() + 1;
  };
  for (const Figure& figure : report.figures) {
    count(figure.key.place, "figures");
    Json point{reports_.size(), figure.value.to_string()};
    if (const Candidate* const candidate = possible_for(figure, checked.findings)) {
      const EndsText ends = ends_text(*candidate->possible, figure.value.decimals());
      point.push_back(end_or_null(ends.min));
      point.push_back(end_or_null(ends.max));
    }
    series_of(family.id, figure)["points"].push_back(std::move(point));
  }
  for (const Claim& claim : report.claims) count(claim.key.place, "figures");
  for (const Problem& problem : report.problems) {
    const std::string place = place_of_hole(problem);
    if (is_hole(problem) && places.contains(place)) count(place, "holes");
  }
  json["findings"] = Json::array();
  for (const Finding& finding : checked.findings)
    json["findings"].push_back(short_finding(finding));
  by_file_.emplace(report.file, reports_.size());
  reports_.push_back(std::move(json));
}

void ArchiveOverview::across(const std::string& file, const Finding& finding) {
  const auto report = by_file_.find(file);
  if (report != by_file_.end())
    reports_[report->second]["findings"].push_back(short_finding(finding));
}

Json ArchiveOverview::finish(const std::vector<std::string>& hrefs) {
  for (std::size_t i = 0; i < hrefs.size(); ++i) reports_[i]["href"] = hrefs[i];
  Json json;
  json["families"] = std::move(families_);
  json["reports"] = std::move(reports_);
  json["series"] = std::move(series_);
  return json;
}

}  // namespace tradereport::tools
