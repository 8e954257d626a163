#include "parser/grammar/text_slots.h"

#include <fmt/format.h>

#include <algorithm>

namespace tradereport::parser {

namespace {

std::string either(const std::vector<std::string>& patterns) {
  std::string out;
  for (const std::string& pattern : patterns) {
    if (!pattern.empty()) out += (out.empty() ? "" : "|") + fmt::format("(?:{})", pattern);
  }
  // An empty list must match nothing at all.
  return out.empty() ? R"([^\x00-\x{10FFFF}])" : out;
}

// Longer words first: "eleven" before "one" where one begins the other.
std::string any_word(const std::map<std::string, int>& numbers) {
  std::vector<std::string> words;
  for (const auto& [word, number] : numbers) words.push_back(word);
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return alternatives(words);
}

std::string list(const std::string& item, const std::string& last) {
  return fmt::format("(?:{0} {{#separator}} )*{1}", item, last);
}

}  // namespace

// Names of the program's own fragments begin with '#', so that no family can have them.
PatternSyntax text_syntax(const Family& family) {
  PatternSyntax syntax;
  syntax.alphabetic = family.alphabetic;
  auto& words = syntax.words;
  words = family.words;
  words["number"] = family.numbers.empty() ? R"(\d+)" : any_word(family.numbers);
  if (!family.months.empty()) words["month"] = any_word(family.months);
  std::vector<std::string> periods;
  for (const PeriodForm& form : family.periods) periods.push_back(form.say);
  std::vector<std::string> flows;
  for (const Flow& flow : family.flows) flows.insert(flows.end(), {flow.say, flow.negative});
  for (const Flow& flow : family.flows) flows.push_back(flow.weak);
  std::vector<std::string> units;
  std::vector<std::string> levels;
  std::vector<std::string> rates;
  for (const Unit& unit : family.units) {
    units.push_back(unit.say);
    (unit.percent ? rates : levels).push_back(unit.say);
  }
  words["#number"] = R"([-+]?\d+(?:,\d{3})*(?:\.\d+)?)";
  words["#separator"] = family.separators;
  words["#level"] = either(levels);
  words["#rate"] = either(rates);
  words["#sign"] = either({family.direction.down, family.direction.up});
  words["#amount"] = "{#number}(?: {#level})?";
  words["#percent"] = "{#number}(?: {#rate})?";
  words["#change"] = "(?:{#sign} )?{#percent}|{flat}";
  words["#last_change"] = "(?:{#sign} )?{#number} {#rate}|{flat}";
  words["period"] = either(periods);
  words["base"] = either(family.bases);
  words["flow"] = either(flows);
  words["flows"] = list("{flow}", "{flow}");
  words["respectively"] = family.respectively;
  words["unit"] = either(units);
  words["count"] = R"(\d{1,2}|{number})";
  words["flat"] = either({family.direction.flat});
  words["mark"] = R"(\d{1,2}|[*†‡])";
  words["any_number"] = "{#number}";
  words["any_percent"] = "{#number} {#rate}";
  words["amounts"] = list("{#amount}", "{#number} {#level}");
  words["counts"] = list("{#amount}", "{#amount}");
  words["percents"] = list("{#percent}", "{#number} {#rate}");
  words["changes"] = list("{#change}", "{#last_change}");
  words["directed_changes"] = "{#sign} {#percent} {#separator} {changes}|{#sign} {#number} {#rate}";
  words["directed_amounts"] = "{#sign} {#number} {#level}|{flat}";
  return syntax;
}

}  // namespace tradereport::parser
