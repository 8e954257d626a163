#include "tools/writers/check/sarif_writer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tools/terminal/display_width.h"
#include "tools/writers/findings/possible.h"
#include "tools/writers/json_writer.h"
#include "validator/findings/describe.h"
#include "validator/rules.h"

namespace tradereport::tools {

namespace {

constexpr const char* kSarifSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr const char* kFingerprint = "tradereport/v1";

// What is no letter, digit or mark that a path may have is written as %XX (RFC 3986).
std::string uri_of(const std::string& path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri;
  std::string_view rest = path;
  while (rest.starts_with("./")) rest.remove_prefix(2);
  for (const char c : rest) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kHex[byte >> 4U];
    uri += kHex[byte & 15U];
  }
  return uri;
}

const char* level_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

// "# M01 The text is not the table\n\n…" -> the title without marks and id.
std::string title_of(std::string_view page, std::string_view id) {
  std::string_view line = page.substr(0, page.find('\n'));
  const std::size_t at = line.find(id);
  if (at != std::string_view::npos) line.remove_prefix(at + id.size());
  while (line.starts_with(':') || line.starts_with(' ')) line.remove_prefix(1);
  return one_line(line);
}

Json rule_json(const validator::RuleInfo& rule, Language language) {
  const std::string_view page = validator::rule_page(rule.id, language);
  const std::string title = title_of(page, rule.id);
  Json json;
  json["id"] = std::string(rule.id);
  json["name"] = std::string(rule.id);
  json["shortDescription"]["text"] = title;
  json["fullDescription"]["text"] = title;
  json["help"]["text"] = std::string(page);
  json["help"]["markdown"] = std::string(page);
  json["defaultConfiguration"]["level"] = level_of(rule.severity);
  json["properties"]["tags"] = Json::array({"statistics"});
  json["properties"]["precision"] = rule.severity == Severity::error ? "very-high" : "medium";
  json["properties"]["problem.severity"] =
      rule.severity == Severity::note ? "recommendation" : level_of(rule.severity);
  return json;
}

Json physical_location(const std::string& file, const Companion* companion, const Source& source) {
  const TextPlace place = companion != nullptr ? companion->place(source) : place_in_text(source);
  Json json;
  json["artifactLocation"]["uri"] = uri_of(companion != nullptr ? companion->name() : file);
  json["artifactLocation"]["uriBaseId"] = "%SRCROOT%";
  json["region"]["startLine"] = place.line;
  if (place.begin > 0) {
    json["region"]["startColumn"] = place.begin;
    json["region"]["endColumn"] = place.end;
  }
  if (!source.line_text.empty()) json["region"]["snippet"]["text"] = one_line(source.line_text);
  return json;
}

Json boxes_json_of(const Source& source) {
  Json boxes = Json::array();
  // Hundredths of a point are finer than any printer.
  const auto rounded = [](double points) { return std::round(points * 100) / 100; };
  for (const Box& box : source.boxes)
    boxes.push_back({rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)});
  return boxes;
}

class SarifOutput : public CheckOutput {
 public:
  SarifOutput(Write write, Language language) : CheckOutput(std::move(write)), language_(language) {
    Json driver;
    driver["name"] = "tradereport";
    driver["semanticVersion"] = TRADEREPORT_VERSION;
    driver["rules"] = Json::array();
    for (const validator::RuleInfo& rule : validator::rules())
      driver["rules"].push_back(rule_json(rule, language));
    Json tool;
    tool["driver"] = std::move(driver);
    this->write("{\n\"$schema\": " + dumped(kSarifSchema, 2) +
                ",\n\"version\": \"2.1.0\",\n\"runs\": [{\n\"tool\": " + dumped(tool, 2) +
                ",\n\"columnKind\": \"unicodeCodePoints\",\n\"results\": [");
  }

  void report(const CheckedReport& checked) override {
    for (const Finding& finding : checked.checked.findings)
      result(checked.report.file, checked.companion, finding);
  }

  void across(const std::string& file, const Companion* companion,
              const std::vector<Finding>& findings) override {
    for (const Finding& finding : findings) result(file, companion, finding);
  }

  void error(const InputError& error) override {
    Json notification;
    notification["level"] = "error";
    notification["message"]["text"] = one_line(error.file) + ": " + error.message(language_);
    notification["descriptor"]["id"] = error.code;
    Json location;
    location["physicalLocation"]["artifactLocation"]["uri"] = uri_of(error.file);
    location["physicalLocation"]["artifactLocation"]["uriBaseId"] = "%SRCROOT%";
    notification["locations"].push_back(std::move(location));
    notifications_.push_back(std::move(notification));
  }

  void finish(const Totals& /*totals*/) override {
    Json invocation;
    invocation["executionSuccessful"] = notifications_.empty();
    invocation["toolExecutionNotifications"] = notifications_;
    write("\n],\n\"invocations\": [" + dumped(invocation, 2) + "]\n}]\n}\n");
  }

 private:
  void result(const std::string& file, const Companion* companion, const Finding& finding) {
    const auto& rules = validator::rules();
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const auto& info) { return info.id == finding.rule; });
    Json json;
    json["ruleId"] = finding.rule;
    if (rule != rules.end()) json["ruleIndex"] = rule - rules.begin();
    json["level"] = level_of(finding.severity);
    json["message"]["text"] = message_of(finding);
    Json location;
    location["physicalLocation"] = physical_location(file, companion, finding.source);
    json["locations"].push_back(std::move(location));
    json["partialFingerprints"][kFingerprint] = finding.fingerprint;
    related(file, companion, finding, json);
    Json& properties = json["properties"];
    properties["file"] = one_line(file);
    if (finding.source.page > 0) properties["page"] = finding.source.page;
    properties["boxes"] = boxes_json_of(finding.source);
    if (!finding.candidates.empty())
      properties["certainty"] = std::string(to_string(finding.certainty));
    write((any_ ? ",\n" : "\n") + dumped(json, 2));
    any_ = true;
  }

  // With what would be possible: hosts show the message and little else.
  std::string message_of(const Finding& finding) const {
    std::string text = validator::describe(finding, language_);
    const Candidate* const blamed = finding.blamed();
    if (blamed == nullptr) return text;
    const std::string stop = format_message(language_, "page.stop");
    if (blamed->possible)
      text += stop + format_message(language_, "page.can_be",
                                    {{"range", possible_text(*blamed, language_)}});
    if (!blamed->suggested.empty())
      text += stop +
              format_message(language_, "page.would_be_right", {{"suggested", blamed->suggested}});
    return text;
  }

  // The other figures that may be the wrong one, and what the proof rests on, as far as they stand
  // in the same file.
  void related(const std::string& file, const Companion* companion, const Finding& finding,
               Json& json) const {
    const auto add = [&](const PrintedItem& item) {
      if (!item.file.empty() && item.file != file) return;
      if (item.source.page == 0 && item.source.line == 0) return;
      Json location;
      location["id"] = json.contains("relatedLocations") ? json["relatedLocations"].size() + 1 : 1;
      location["physicalLocation"] = physical_location(file, companion, item.source);
      location["message"]["text"] = validator::describe(item, language_) +
                                    format_message(language_, "cli.colon") + item.printed;
      json["relatedLocations"].push_back(std::move(location));
    };
    const Candidate* const blamed = finding.blamed();
    for (const Candidate& candidate : finding.candidates)
      if (&candidate != blamed) add(candidate.item);
    for (const EvidenceItem& evidence : finding.evidence) add(evidence.item);
  }

  Language language_;
  bool any_ = false;
  Json notifications_ = Json::array();
};

}  // namespace

std::unique_ptr<CheckOutput> sarif_output(CheckOutput::Write write, Language language) {
  return std::make_unique<SarifOutput>(std::move(write), language);
}

}  // namespace tradereport::tools
