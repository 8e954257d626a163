#include "tools/page/audit_page.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "tools/page/page_files.h"
#include "tools/terminal/safe_text.h"
#include "tools/workers/base64.h"
#include "tools/workers/sha256.h"

namespace tradereport::tools {

namespace {

constexpr std::array<Language, 2> kLanguages{Language::en, Language::zh};
constexpr std::size_t kMostPictures = std::size_t{20} << 20;

std::string_view file_of_page(std::string_view name) {
  const auto& files = page_files();
  return std::find_if(files.begin(), files.end(),
                      [&](const auto& file) { return file.first == name; })
      ->second;
}

// Of a script or style, as a Content-Security-Policy names it.
std::string policy_hash(std::string_view text) {
  Sha256 hash;
  hash.update(text);
  return to_base64(hash.digest());
}

// "{{name}}" in the page's frame, replaced in one pass: what is put in is not looked at again.
std::string filled_in(std::string_view frame,
                      const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  for (;;) {
    const std::size_t open = frame.find("{{");
    out += frame.substr(0, open);
    if (open == std::string_view::npos) return out;
    const std::size_t close = frame.find("}}", open);
    const std::string_view name = frame.substr(open + 2, close - open - 2);
    out += std::find_if(values.begin(), values.end(), [&](const auto& value) {
             return value.first == name;
           })->second;
    frame.remove_prefix(close + 2);
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

// As the content of a script element: nothing in it can end the element.
std::string embedded(const Json& json) {
  const std::string text = safe_json(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

Json words_of_page(Language language) {
  Json words;
  for (const Message& message : messages(language)) {
    if (message.id.starts_with("page.") || message.id.starts_with("term."))
      words[std::string(message.id)] = message.pattern;
  }
  return words;
}

}  // namespace

void AuditPage::report(const Report& report, const validator::Validation& checked,
                       PagesSeen looks) {
  for (std::size_t i = 0; i < kLanguages.size(); ++i)
    checked_[i].reports.push_back(report_json(report, checked, kLanguages[i], true));
  Json pages = Json::array();
  for (PageSeen& page : looks.pages) {
    const bool fits = size_ + page.picture.size() <= kMostPictures;
    if (fits) size_ += page.picture.size();
    pages.push_back(
        {{"width", page.width},
         {"height", page.height},
         {"src", fits && !page.picture.empty() ? "data:image/png;base64," + std::move(page.picture)
                                               : std::string()}});
  }
  pages_.push_back(std::move(pages));
  lines_.push_back(std::move(looks.lines));
}

void AuditPage::across(const std::string& file, const Finding& finding) {
  for (std::size_t i = 0; i < kLanguages.size(); ++i)
    checked_[i].across.push_back(across_json(file, finding, kLanguages[i], true));
}

void AuditPage::error(const InputError& error) {
  for (std::size_t i = 0; i < kLanguages.size(); ++i)
    checked_[i].errors.push_back(error_json(error, kLanguages[i]));
}

std::string AuditPage::finish() {
  Json data{{"lang", language_tag(language_)}};
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    data["words"][language_tag(kLanguages[i])] = words_of_page(kLanguages[i]);
    data["check"][language_tag(kLanguages[i])] = {{"reports", std::move(checked_[i].reports)},
                                                  {"across", std::move(checked_[i].across)},
                                                  {"errors", std::move(checked_[i].errors)}};
  }
  const Json& reports = data["check"][language_tag(language_)]["reports"];
  const std::string file =
      reports.empty() ? std::string("tradereport") : reports[0]["file"].get<std::string>();
  data["pages"] = std::move(pages_);
  data["lines"] = std::move(lines_);
  const std::string_view style = file_of_page("audit.css");
  const std::string_view script = file_of_page("audit.js");
  return filled_in(file_of_page("audit.html"),
                   {{"lang", language_tag(language_)},
                    {"style-hash", policy_hash(style)},
                    {"script-hash", policy_hash(script)},
                    {"title", escaped(format_message(language_, "page.title", {{"file", file}}))},
                    {"style", std::string(style)},
                    {"noscript", escaped(format_message(language_, "page.noscript"))},
                    {"data", embedded(data)},
                    {"script", std::string(script)}});
}

}  // namespace tradereport::tools
