// What an archive's audit shows before a report is opened: which edition has what wrong in which
// table, and every series over time.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"
#include "tools/writers/json_writer.h"
#include "validator/validate.h"

namespace tradereport::tools {

// Takes the reports in order, then what they say of each other. Everything in it stands in the JSON
// of `check` as well, but for how many figures a table has.
class ArchiveOverview {
 public:
  void report(const Report& report, const Family& family, const validator::Validation& checked);
  void across(const std::string& file, const Finding& finding);

  std::size_t size() const { return reports_.size(); }

  // {"families": {"ID": {"title": {"en", "zh"}, "places": ["table1", …, "text"]}},
  //  "reports": [{"file", "family", "period", "checked", "href", "unread", "states": {"blind": 22,
  //  …},
  //               "places": {"table1": {"figures": 15, "holes": 0}, …},
  //               "findings": [{"rule", "severity", "places": […], "message": {"en", "zh"}}]}],
  //  "series": [{"family", "place", "flow", "row", "span", "measure", "unit", "points": […]}]}
  // A point is [number of the report, value], with the ends of what would be possible where a
  // finding has them: [0, "24.3", "10.4", "11.5"]. `hrefs` has a link for each report, or nothing.
  Json finish(const std::vector<std::string>& hrefs);

 private:
  using SeriesName = std::tuple<std::string, std::string, std::string, std::string, Span, Measure>;

  Json& series_of(const std::string& family, const Figure& figure);

  Json families_ = Json::object();
  std::vector<Json> reports_;
  std::map<std::string, std::size_t> by_file_;
  std::map<SeriesName, std::size_t> by_name_;
  Json series_ = Json::array();
};

}  // namespace tradereport::tools
