// tradereport.toml: what stands beside a folder of reports and says how they are checked.
//
//   fail-on = "warning"
//   strict = true
//   family = "our-report.toml"          # beside this file
//
//   [[accepted]]
//   fingerprint = "9659be52b7d9617b"
//   report = "uibe-beijing-goods 2024-05"
//   rule = "M01"
//   figure = "the text, exports, ROW, month, growth"
//   printed = "-24.3"
//   reason = "published so; corrected in the June issue"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tradereport::tools {

inline constexpr const char* kSettingsFile = "tradereport.toml";

// A finding that people have looked at and let stand. The fingerprint alone decides; the rest tells
// readers what it is about.
struct AcceptedFinding {
  std::string fingerprint;
  std::string report;  // family and period: the entry is out of date only where that was checked
  std::string rule;
  std::string figure;
  std::string printed;
  std::string reason;
  int line = 0;  // of the entry in the file, from 1
};

struct Settings {
  std::optional<std::string> fail_on;
  bool strict = false;
  std::string family;  // path of a family file; empty: none
  std::vector<AcceptedFinding> accepted;
};

struct SettingsLoad {
  std::optional<Settings> settings;  // unless there are errors
  std::vector<std::string> errors;   // "tradereport.toml:3: fail-on: …", in English as TOML's are
};

// Where the settings of a run stand or would stand: in the folder that is its first argument, or in
// that of the file that is.
std::string settings_path(const std::vector<std::string>& arguments);

// Unknown keys and wrong types are errors, so that no slip goes unnoticed.
SettingsLoad load_settings(std::string_view toml, const std::string& file);

// An entry as it is appended to the file, an empty line before it.
std::string accepted_entry(const AcceptedFinding& accepted);

}  // namespace tradereport::tools
