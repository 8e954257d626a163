#include "tools/page/audit_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "tools/page/frame.h"
#include "tools/page/page_files.h"
#include "tools/workers/base64.h"
#include "tools/workers/sha256.h"
#include "tools/writers/coverage/coverage_json.h"
#include "tools/writers/markup.h"

namespace tradereport::tools {

namespace {

constexpr std::array<Language, 2> kLanguages{Language::en, Language::zh};
constexpr std::size_t kMostInOne = std::size_t{20} << 20;
// In the order in which they use each other.
constexpr std::array<std::string_view, 6> kScripts{"base.js",  "findings.js", "numerals.js",
                                                   "chart.js", "archive.js",  "audit.js"};

std::string_view file_of_page(std::string_view name) {
  return embedded_file(page_files(), name);
}

const std::string& script_of_page() {
  static const std::string whole = [] {
    std::string script;
    for (const std::string_view name : kScripts) script += file_of_page(name);
    return script;
  }();
  return whole;
}

// Of a script or style, as a Content-Security-Policy names it.
std::string policy_hash(std::string_view text) {
  Sha256 hash;
  hash.update(text);
  return to_base64(hash.digest());
}

std::string data_element(const Json& json) {
  return "<script type=\"application/json\">" + embedded(json) + "</script>\n";
}

Json in_both(const InputError& error) {
  Json json;
  for (const Language language : kLanguages)
    json[language_tag(language)] = error_json(error, language);
  return json;
}

// A file's name as a link has it.
std::string in_link(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

bool is_audit_page(std::string_view start) {
  return start.find("<meta name=\"generator\" content=\"tradereport\">") != start.npos;
}

std::string AuditPage::frame(bool head, const std::string& file) const {
  constexpr std::string_view kData = "{{data}}";
  const std::string_view whole = file_of_page("audit.html");
  const std::size_t at = whole.find(kData);
  const std::string_view style = file_of_page("audit.css");
  const std::string& script = script_of_page();
  return filled_in(head ? whole.substr(0, at) : whole.substr(at + kData.size()),
                   {{"lang", language_tag(language_)},
                    {"style-hash", policy_hash(style)},
                    {"script-hash", policy_hash(script)},
                    {"title", escaped(format_message(language_, "page.title", {{"file", file}}))},
                    {"style", std::string(style)},
                    {"noscript", escaped(format_message(language_, "page.noscript"))},
                    {"script", script}});
}

void AuditPage::report(const Report& report, const Family& family,
                       const validator::Validation& checked, PagesSeen looks) {
  overview_.report(report, family, checked);
  Json json;
  for (const Language language : kLanguages) {
    Json own = report_json(report, checked, language, true);
    own["relations"] = holding_relations_json(checked.coverage, language);
    json[language_tag(language)] = std::move(own);
  }
  json["numerals"] =
      checked.coverage.figures.empty() ? Json::array() : numerals_json(report, checked.coverage);
  json["pages"] = Json::array();
  for (PageSeen& page : looks.pages) {
    const bool fits = !folder_.name.empty() || picture_size_ + page.picture.size() <= kMostInOne;
    if (fits) picture_size_ += page.picture.size();
    json["pages"].push_back(
        {{"width", page.width},
         {"height", page.height},
         {"src", fits && !page.picture.empty() ? "data:image/png;base64," + std::move(page.picture)
                                               : std::string()}});
  }
  json["lines"] = std::move(looks.lines);
  Part part{report.file, report.period.to_string(), data_element({{"reports", {std::move(json)}}})};
  for (int i = 2; !names_.insert(part.name).second; ++i)
    part.name = fmt::format("{}-{}", report.period.to_string(), i);
  part.name += ".html";
  parts_.push_back(std::move(part));
  std::size_t size = 0;
  for (const Part& one : parts_) size += one.data.size();
  in_folder_ = in_folder_ || (!folder_.name.empty() && parts_.size() > 1 && size > kMostInOne);
  if (!in_folder_) return;
  for (Part& one : parts_) move_into_folder(one);
}

void AuditPage::move_into_folder(Part& part) {
  if (part.data.empty()) return;
  folder_.append(part.name, frame(true, part.file) + part.data);
  part.data = {};
}

void AuditPage::across(const std::string& file, const Finding& finding) {
  overview_.across(file, finding);
  Json json{{"file", file}};
  for (const Language language : kLanguages)
    json[language_tag(language)] = across_json(file, finding, language, true)["finding"];
  across_[file].push_back(std::move(json));
}

void AuditPage::error(const InputError& error) {
  errors_.push_back(in_both(error));
}

Json AuditPage::common() const {
  Json data{{"lang", language_tag(language_)}};
  for (const Language language : kLanguages)
    data["words"][language_tag(language)] = words_of(language, {"page.", "term."});
  data["across"] = Json::array();
  data["errors"] = Json::array();
  return data;
}

void AuditPage::end_page(const Part& part) {
  Json data = common();
  const auto across = across_.find(part.file);
  if (across != across_.end()) data["across"] = across->second;
  data["home"] = "../" + in_link(folder_.index);
  folder_.append(part.name, data_element(data) + frame(false, part.file));
}

std::string AuditPage::finish() {
  Json data = common();
  data["errors"] = std::move(errors_);
  std::vector<std::string> links;
  std::string parts;
  for (const Part& part : parts_) {
    parts += part.data;
    if (!in_folder_) continue;
    end_page(part);
    links.push_back(in_link(folder_.name) + "/" + part.name);
  }
  if (beside_ != nullptr) {
    data["links"] = parts_.empty() ? std::vector<std::string>() : beside_->links;
    data["remarks"] = Json::array();
    for (const InputError& error : beside_->remarks) data["remarks"].push_back(in_both(error));
  }
  if (overview_.size() > 1) data["archive"] = overview_.finish(links);
  if (!in_folder_) {
    for (auto& [file, findings] : across_)
      for (Json& finding : findings) data["across"].push_back(std::move(finding));
  }
  const std::string file = parts_.size() == 1 ? parts_.front().file : "tradereport";
  return frame(true, file) + parts + data_element(data) + frame(false, file);
}

}  // namespace tradereport::tools
