#include "tools/writers/json_writer.h"

#include "tools/terminal/safe_text.h"
#include "tools/writers/coverage/coverage_json.h"
#include "tools/writers/findings/finding_json.h"
#include "tools/writers/numeral_counts.h"

namespace tradereport::tools {

Json report_json(const Report& report, const validator::Validation& checked, Language language,
                 bool certificates, bool coverage) {
  const NumeralCounts counts = count_numerals(report);
  Json json;
  json["file"] = report.file;
  json["family"] = report.family;
  json["period"] = report.period.to_string();
  json["figures"] = report.figures.size();
  json["claims"] = report.claims.size();
  json["numerals"] = {{"total", counts.total},
                      {"read", counts.read},
                      {"unread", counts.unread},
                      {"declared", counts.declared}};
  if (counts.left_alone > 0) json["numerals"]["left_alone"] = counts.left_alone;
  json["verdict"] = std::string(to_string(checked.verdict));
  json["checked"] = !report.has_holes();
  json["findings"] = Json::array();
  for (const Finding& finding : checked.findings)
    json["findings"].push_back(finding_json(finding, report.file, language, certificates));
  if (!coverage) return json;
  json["blind"] = numerals_json(report, checked.coverage);
  json["relations"] = holding_relations_json(checked.coverage, language);
  return json;
}

Json across_json(const std::string& file, const Finding& finding, Language language,
                 bool certificates) {
  Json json;
  json["file"] = file;
  json["finding"] = finding_json(finding, file, language, certificates);
  return json;
}

Json error_json(const InputError& error, Language language) {
  Json json;
  json["file"] = error.file;
  json["code"] = error.code;
  json["message"] = error.message(language);
  return json;
}

std::string dumped(const Json& json, int indent) {
  return safe_json(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

std::string json_text(const Json& json) {
  return dumped(json, 2) + "\n";
}

}  // namespace tradereport::tools
