// The JSON of `check`, written as the reports come, so that memory does not grow with them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/writers/json_writer.h"

namespace tradereport::tools {

// The text of {"schema": 2, "tool": {…}, "reports": […], "across": […], "errors": […]} in pieces,
// to be printed one after another. Joined, they are what json_text() would give for the whole.
class CheckJson {
 public:
  // The text up to and with this report.
  std::string report(const Json& report);
  // After all reports: what they say of each other.
  void across(Json finding) { across_.push_back(std::move(finding)); }
  // Errors stand behind the reports, and are kept until finish().
  void error(Json error) { errors_.push_back(std::move(error)); }
  // The rest.
  std::string finish();

 private:
  std::size_t reports_ = 0;
  Json across_ = Json::array();
  Json errors_ = Json::array();
};

}  // namespace tradereport::tools
