#include "validator/findings/doubt.h"

#include <algorithm>
#include <map>
#include <string>

#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

bool is_on_several_pages(const Report& report, const std::string& place) {
  int page = 0;
  for (const Figure& figure : report.figures) {
    if (figure.key.place != place) continue;
    if (page != 0 && figure.source.page != page) return true;
    page = figure.source.page;
  }
  return false;
}

// Tables over several pages that have the same rows as a lost one, each with it.
std::map<std::string, std::string> doubtful_places(const Report& report, const Family& family) {
  std::map<std::string, std::string> places;
  for (const Problem& problem : report.problems) {
    const auto* const missing = std::get_if<Missing>(&problem.what);
    if (missing == nullptr || missing->what != "table") continue;
    const TableForm* const lost = family.table(missing->place);
    for (const TableForm& other : family.tables) {
      if (lost != nullptr && &other != lost && other.shares_rows_with(*lost) &&
          is_on_several_pages(report, other.id))
        places.emplace(other.id, lost->id);
    }
  }
  return places;
}

}  // namespace

void lower_what_is_in_doubt(const Report& report, const Family& family,
                            std::vector<Finding>& findings) {
  const bool damaged = report.is_damaged();
  const std::map<std::string, std::string> places = doubtful_places(report, family);
  if (!damaged && places.empty()) return;
  for (Finding& finding : findings) {
    if (finding.severity != Severity::error) continue;
    const auto doubtful = std::find_if(places.begin(), places.end(), [&](const auto& place) {
      const std::vector<FigureKey> figures = figures_of(finding);
      return std::any_of(figures.begin(), figures.end(),
                         [&](const FigureKey& key) { return key.place == place.first; });
    });
    if (!damaged && doubtful == places.end()) continue;
    finding.severity = Severity::warning;
    ProofStep why{damaged ? "proof.damaged" : "proof.lost_table", {}, {}};
    if (!damaged) {
      put_place(why.args, "place", doubtful->first);
      put_place(why.args, "lost", doubtful->second);
    }
    finding.proof.push_back(std::move(why));
  }
}

}  // namespace tradereport::validator
