#include "tools/writers/check_json.h"

#include <string_view>

namespace tradereport::tools {

namespace {

// The JSON as it stands within others: every line but the first further to the right.
std::string nested(const Json& json, std::size_t columns) {
  const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string moved;
  for (const char c : text) {
    moved += c;
    if (c == '\n') moved.append(columns, ' ');
  }
  return moved;
}

}  // namespace

std::string CheckJson::report(const Json& report) {
  const std::string_view start = reports_++ == 0 ? "{\n  \"reports\": [\n    " : ",\n    ";
  return std::string(start) + nested(report, 4);
}

std::string CheckJson::finish() {
  const std::string_view start = reports_ == 0 ? "{\n  \"reports\": []" : "\n  ]";
  return std::string(start) + ",\n  \"across\": " + nested(across_, 2) +
         ",\n  \"errors\": " + nested(errors_, 2) + "\n}\n";
}

}  // namespace tradereport::tools
