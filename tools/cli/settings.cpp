#include "tools/cli/settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace tradereport::tools {

namespace {

namespace fs = std::filesystem;

class Loader {
 public:
  explicit Loader(const std::string& file) : file_(file) {}

  SettingsLoad load(const toml::table& table) {
    for (const auto& [key, node] : table) {
      if (key == "fail-on") {
        const std::string severity = text(key, node);
        constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "never"};
        if (std::find(kSeverities.begin(), kSeverities.end(), severity) == kSeverities.end())
          fail(key, node, "must be error, warning or never");
        settings_.fail_on = severity;
      } else if (key == "strict") {
        if (!node.is_boolean()) fail(key, node, "must be true or false");
        settings_.strict = node.value_or(false);
      } else if (key == "family") {
        const std::string family = text(key, node);
        settings_.family = (fs::path(file_).parent_path() / family).string();
      } else if (key == "accepted" && node.is_array_of_tables()) {
        for (const auto& entry : *node.as_array()) accepted(*entry.as_table());
      } else {
        fail(key, node, key == "accepted" ? "must be written as [[accepted]]" : "is no setting");
      }
    }
    SettingsLoad result;
    result.errors = std::move(errors_);
    if (result.errors.empty()) result.settings = std::move(settings_);
    return result;
  }

 private:
  void fail(const toml::key& key, const toml::node& node, const char* what) {
    errors_.push_back(
        fmt::format("{}:{}: {}: {}", file_, node.source().begin.line, key.str(), what));
  }

  std::string text(const toml::key& key, const toml::node& node) {
    if (!node.is_string()) fail(key, node, "must be a text");
    return node.value_or(std::string());
  }

  void accepted(const toml::table& table) {
    AcceptedFinding entry;
    entry.line = static_cast<int>(table.source().begin.line);
    const std::array<std::pair<std::string_view, std::string*>, 6> fields{
        {{"fingerprint", &entry.fingerprint},
         {"report", &entry.report},
         {"rule", &entry.rule},
         {"figure", &entry.figure},
         {"printed", &entry.printed},
         {"reason", &entry.reason}}};
    for (const auto& [key, node] : table) {
      const std::string_view name = key.str();
      const auto field = std::find_if(fields.begin(), fields.end(),
                                      [&](const auto& known) { return known.first == name; });
      if (field == fields.end()) {
        fail(key, node, "is no key of an accepted finding");
      } else {
        *field->second = text(key, node);
      }
    }
    if (entry.fingerprint.empty())
      errors_.push_back(fmt::format("{}:{}: accepted: has no fingerprint", file_, entry.line));
    settings_.accepted.push_back(std::move(entry));
  }

  std::string file_;
  Settings settings_;
  std::vector<std::string> errors_;
};

// A basic string of TOML.
std::string toml_text(std::string_view text) {
  std::string toml = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      toml += '\\';
      toml += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      toml += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      toml += c;
    }
  }
  return toml + '"';
}

}  // namespace

std::string settings_path(const std::vector<std::string>& arguments) {
  const fs::path first(arguments.empty() ? "" : arguments.front());
  std::error_code code;
  const fs::path folder = fs::is_directory(first, code) ? first : first.parent_path();
  return (folder / kSettingsFile).string();
}

SettingsLoad load_settings(std::string_view toml, const std::string& file) {
  try {
    return Loader(file).load(toml::parse(toml, file));
  } catch (const toml::parse_error& error) {
    SettingsLoad result;
    result.errors.push_back(
        fmt::format("{}:{}: {}", file, error.source().begin.line, error.description()));
    return result;
  }
}

std::string accepted_entry(const AcceptedFinding& accepted) {
  return fmt::format(
      "\n[[accepted]]\nfingerprint = {}\nreport = {}\nrule = {}\nfigure = {}\nprinted = "
      "{}\nreason = {}\n",
      toml_text(accepted.fingerprint), toml_text(accepted.report), toml_text(accepted.rule),
      toml_text(accepted.figure), toml_text(accepted.printed), toml_text(accepted.reason));
}

}  // namespace tradereport::tools
