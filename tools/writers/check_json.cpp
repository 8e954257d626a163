#include "tools/writers/check_json.h"

namespace tradereport::tools {

namespace {

// The JSON as it stands within others: every line but the first further to the right.
std::string nested(const Json& json, std::size_t columns) {
  const std::string text = dumped(json, 2);
  std::string moved;
  for (const char c : text) {
    moved += c;
    if (c == '\n') moved.append(columns, ' ');
  }
  return moved;
}

constexpr int kSchema = 2;  // of schemas/check.schema.json

std::string head() {
  const Json tool{{"name", "tradereport"}, {"version", TRADEREPORT_VERSION}};
  return "{\n  \"schema\": " + std::to_string(kSchema) + ",\n  \"tool\": " + nested(tool, 2) +
         ",\n";
}

}  // namespace

std::string CheckJson::report(const Json& report) {
  const std::string start = reports_++ == 0 ? head() + "  \"reports\": [\n    " : ",\n    ";
  return start + nested(report, 4);
}

std::string CheckJson::finish() {
  const std::string start = reports_ == 0 ? head() + "  \"reports\": []" : "\n  ]";
  return start + ",\n  \"across\": " + nested(across_, 2) +
         ",\n  \"errors\": " + nested(errors_, 2) + "\n}\n";
}

}  // namespace tradereport::tools
