#include "tools/writers/json_writer.h"

#include <cmath>
#include <string_view>

#include "tools/writers/numeral_counts.h"
#include "tools/writers/possible.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

// Hundredths of a point are finer than any printer.
double rounded(double points) {
  return std::round(points * 100) / 100;
}

Json boxes_json(const std::vector<Box>& boxes) {
  Json list = Json::array();
  for (const Box& box : boxes)
    list.push_back({rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)});
  return list;
}

Json possible_json(const Finding& finding) {
  const auto possible = possible_text(finding);
  if (!possible) return nullptr;
  Json json;
  json["min"] = possible->min;
  json["max"] = possible->max;
  return json;
}

Json finding_json(const Finding& finding, Language language, bool certificates) {
  const auto& key = finding.blamed;
  Json json;
  json["rule"] = finding.rule;
  json["severity"] = std::string(to_string(finding.severity));
  json["message"] = validator::describe(finding, language);
  json["place"] = key ? text_or_null(key->place) : Json(nullptr);
  json["span"] = key ? text_or_null(to_string(key->span)) : Json(nullptr);
  json["row"] = key ? text_or_null(key->row) : Json(nullptr);
  json["measure"] = key ? text_or_null(to_string(key->measure)) : Json(nullptr);
  json["printed"] = text_or_null(finding.printed);
  json["suggested"] = text_or_null(finding.suggested);
  json["possible"] = possible_json(finding);
  json["page"] = finding.source.page > 0 ? Json(finding.source.page) : Json(nullptr);
  json["boxes"] = boxes_json(finding.source.boxes);
  json["proof"] = Json::array();
  for (const std::string& step : validator::describe_proof(finding, language))
    json["proof"].push_back(step);
  json["certificate"] = Json::array();
  if (certificates) json["certificate"] = validator::describe_certificate(finding, language);
  return json;
}

}  // namespace

Json report_json(const Report& report, const validator::Validation& checked, Language language,
                 bool certificates) {
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
    json["findings"].push_back(finding_json(finding, language, certificates));
  return json;
}

Json across_json(const std::string& file, const Finding& finding, Language language,
                 bool certificates) {
  Json json;
  json["file"] = file;
  json["finding"] = finding_json(finding, language, certificates);
  return json;
}

Json error_json(const InputError& error, Language language) {
  Json json;
  json["file"] = error.file;
  json["code"] = error.code;
  json["message"] = error.message(language);
  return json;
}

std::string json_text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tradereport::tools
