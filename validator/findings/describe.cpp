#include "validator/findings/describe.h"

#include <algorithm>

#include "validator/rules/message_arguments.h"
#include "validator/rules/problem_drafts.h"

namespace tradereport::validator {

namespace {

// "span.month"; an id that the catalogue lacks is its own word.
std::string term(Language language, std::string_view id) {
  const std::string key = "term." + std::string(id);
  if (has_message(language, key)) return format_message(language, key);
  return std::string(id.substr(id.find('.') + 1));
}

std::string term(Language language, const std::string& kind, std::string_view id) {
  return term(language, kind + "." + std::string(id));
}

std::string describe_names(const FigureNames& names, Language language) {
  std::map<std::string, std::string> args{{"place", describe_place(names.place, language)},
                                          {"row", std::string(names.row)},
                                          {"span", term(language, "span", names.span)},
                                          {"measure", term(language, "measure", names.measure)}};
  // A row that says its flow itself does not need it said twice.
  const std::string flow = term(Language::zh, "flow", names.flow);
  if (names.place != "text" || names.flow.empty() || names.row.find(flow) != names.row.npos)
    return format_message(language, "figure.key", args);
  args["flow"] = term(language, "flow", names.flow);
  return format_message(language, "figure.key_with_flow", args);
}

std::string in_words(std::string_view kind, const std::string& value, Language language) {
  if (kind == ".term") return term(language, value);
  if (kind == ".place") return describe_place(value, language);
  return describe_names(names_of(value), language);
}

}  // namespace

std::map<std::string, std::string> arguments_for(const std::map<std::string, std::string>& args,
                                                 Language language) {
  const std::string_view own = language == Language::en ? ".en" : ".zh";
  std::map<std::string, std::string> result;
  for (const auto& [name, value] : args) {
    const std::string_view kind =
        std::string_view(name).substr(std::min(name.find('.'), name.size()));
    const std::string plain = name.substr(0, name.size() - kind.size());
    if (kind.empty() || kind == own) {
      result[plain] = value;
    } else if (kind == ".term" || kind == ".place" || kind == ".figure") {
      result[plain] = in_words(kind, value, language);
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
  return describe_names(
      FigureNames{key.place, key.row, key.flow, to_string(key.span), to_string(key.measure)},
      language);
}

std::string describe(const Finding& finding, Language language) {
  return format_message(language, finding.message, arguments_for(finding.args, language));
}

std::string describe(const Problem& problem, Language language) {
  return describe(describe_problem(problem), language);
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

}  // namespace tradereport::validator
