#include "tools/workers/lock_messages.h"

#include <fmt/format.h>

#include "tools/cli/options.h"
#include "tools/terminal/display_width.h"

namespace tradereport::tools {

namespace {

std::string joined(const std::vector<std::string>& texts, Language language) {
  std::string all;
  for (const std::string& text : texts)
    all += (all.empty() ? "" : format_message(language, "cli.comma")) + text;
  return all;
}

std::string of_program(const std::string& message) {
  return fmt::format("{}: {}", kProgram, message);
}

}  // namespace

std::string gaps_message(const SandboxGaps& gaps, bool required, Language language) {
  std::vector<std::string> what;
  if (gaps.calls) what.push_back(format_message(language, "cli.sandbox.calls"));
  if (gaps.privileges) what.push_back(format_message(language, "cli.sandbox.privileges"));
  if (gaps.files) what.push_back(format_message(language, "cli.sandbox.files"));
  if (gaps.memory) what.push_back(format_message(language, "cli.sandbox.memory"));
  return of_program(format_message(language, required ? "cli.error.sandbox" : "cli.sandbox.refused",
                                   {{"what", joined(what, language)}}));
}

std::string passed_over_message(const PassedOver& files, Language language) {
  std::vector<std::string> names;
  for (const std::string& file : files.first) names.push_back(one_line(file));
  if (files.count > names.size()) names.emplace_back("…");
  return of_program(
      format_message(language, "cli.passed_over",
                     {{"n", std::to_string(files.count)}, {"files", joined(names, language)}}));
}

std::string no_maps_message(bool found_without_lock, Language language) {
  return of_program(format_message(
      language, found_without_lock ? "cli.sandbox.does_not_fit" : "cli.maps.missing"));
}

std::string refused_message(const std::string& file, const std::vector<std::string>& calls,
                            Language language) {
  return fmt::format(
      "{}: {}", one_line(file),
      format_message(language, "cli.sandbox.refused_calls", {{"calls", joined(calls, language)}}));
}

}  // namespace tradereport::tools
