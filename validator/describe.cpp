#include "validator/describe.h"

#include <algorithm>

namespace tradereport {

namespace {

std::string term(Language language, const std::string& kind, std::string_view id) {
  const std::string key = "term." + kind + "." + std::string(id);
  return has_message(language, key) ? format_message(language, key) : std::string(id);
}

}  // namespace

std::map<std::string, std::string> arguments_for(const std::map<std::string, std::string>& args,
                                                 Language language) {
  const std::string_view own = language == Language::en ? ".en" : ".zh";
  std::map<std::string, std::string> result;
  for (const auto& [name, value] : args) {
    if (name.find('.') == std::string::npos) {
      result[name] = value;
    } else if (name.ends_with(own)) {
      result[name.substr(0, name.size() - own.size())] = value;
    }
  }
  return result;
}

std::string describe_place(std::string_view place, Language language) {
  constexpr std::string_view kTable = "table";
  const std::string_view number = place.substr(std::min(kTable.size(), place.size()));
  const bool digits = !number.empty() && number.find_first_not_of("0123456789") == number.npos;
  if (place.starts_with(kTable) && digits)
    return format_message(language, "term.numbered_table", {{"number", std::string(number)}});
  return term(language, "place", place);
}

std::string describe(const FigureKey& key, Language language) {
  std::map<std::string, std::string> args{
      {"place", describe_place(key.place, language)},
      {"row", key.row},
      {"span", term(language, "span", to_string(key.span))},
      {"measure", term(language, "measure", to_string(key.measure))}};
  // A row that says its flow itself does not need it said twice.
  const std::string flow = term(Language::zh, "flow", key.flow);
  if (key.place != "text" || key.flow.empty() || key.row.find(flow) != std::string::npos)
    return format_message(language, "figure.key", args);
  args["flow"] = term(language, "flow", key.flow);
  return format_message(language, "figure.key_with_flow", args);
}

std::string describe(const Finding& finding, Language language) {
  return format_message(language, finding.message, arguments_for(finding.args, language));
}

namespace {

std::vector<std::string> lines_of(const std::vector<ProofStep>& steps, Language language) {
  std::vector<std::string> lines;
  for (const ProofStep& step : steps)
    lines.push_back(format_message(language, step.key, arguments_for(step.args, language)));
  return lines;
}

}  // namespace

std::vector<std::string> describe_proof(const Finding& finding, Language language) {
  return lines_of(finding.proof, language);
}

std::vector<std::string> describe_certificate(const Finding& finding, Language language) {
  return lines_of(finding.certificate, language);
}

}  // namespace tradereport
