#include "parser/pattern.h"

#include <fmt/format.h>

#include <algorithm>

namespace tradereport {

namespace {

constexpr int kDeepest = 8;
constexpr std::string_view kNumber = R"((?:[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?))";
// Expands like any other blank.
constexpr std::string_view kBlank = " ";
constexpr std::string_view kName = R"([\x{F0000}-\x{FFFFD}])";
// A name that the family does not know: no punctuation, no digits.
constexpr std::string_view kAnyName =
    R"((?:[\x{F0000}-\x{FFFFD}]|[^,;。:、\d%()\x{F0000}-\x{FFFFD}]{1,16}))";

std::string group(const std::string& expression) {
  return "(?:" + expression + ")";
}

// (?P<year>…) -> (?:…): within a slot only the slot itself is caught.
std::string without_names(std::string expression) {
  for (std::size_t at; (at = expression.find("(?P<")) != std::string::npos;) {
    const std::size_t close = expression.find('>', at);
    if (close == std::string::npos) break;
    expression.replace(at, close + 1 - at, "(?:");
  }
  return expression;
}

std::string either(const std::vector<std::string>& expressions) {
  std::string out;
  for (const std::string& expression : expressions) {
    if (expression.empty()) continue;
    out += (out.empty() ? "" : "|") + group(without_names(expression));
  }
  // An empty list must match nothing at all.
  return out.empty() ? R"([^\x00-\x{10FFFF}])" : group(out);
}

}  // namespace

std::string alternatives(const std::vector<std::string>& literal) {
  std::string out;
  for (const std::string& text : literal) out += (out.empty() ? "" : "|") + RE2::QuoteMeta(text);
  return out;
}

Pattern::Pattern(const std::string& expression) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(32 << 20);
  re_ = std::make_shared<const RE2>(expression, options);
  if (!re_->ok()) return;
  slot_of_group_.resize(static_cast<std::size_t>(re_->NumberOfCapturingGroups()) + 1);
  for (const auto& [name, index] : re_->NamedCapturingGroups())
    slot_of_group_[static_cast<std::size_t>(index)] = name.substr(0, name.rfind('_'));
}

bool Pattern::matches_all(std::string_view text) const {
  return re_ != nullptr && RE2::FullMatch({text.data(), text.size()}, *re_);
}

std::size_t Pattern::match_at(std::string_view text, std::size_t at,
                              std::vector<SlotMatch>* slots) const {
  if (re_ == nullptr) return 0;
  const re2::StringPiece piece(text.data(), text.size());
  re2::StringPiece whole;
  if (!re_->Match(piece, at, text.size(), RE2::ANCHOR_START, &whole, 1) || whole.empty()) return 0;
  if (slots == nullptr || slot_of_group_.size() <= 1) return whole.size();
  std::vector<re2::StringPiece> groups(slot_of_group_.size());
  re_->Match(piece, at, text.size(), RE2::ANCHOR_START, groups.data(),
             static_cast<int>(groups.size()));
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (slot_of_group_[i].empty() || groups[i].data() == nullptr || groups[i].empty()) continue;
    const auto begin = static_cast<std::size_t>(groups[i].data() - piece.data());
    slots->push_back({slot_of_group_[i], begin, begin + groups[i].size()});
  }
  std::sort(slots->begin(), slots->end(),
            [](const SlotMatch& a, const SlotMatch& b) { return a.begin < b.begin; });
  return groups[0].size();
}

bool Pattern::find(std::string_view text, std::size_t at, std::size_t& begin,
                   std::size_t& end) const {
  if (re_ == nullptr) return false;
  const re2::StringPiece piece(text.data(), text.size());
  re2::StringPiece whole;
  if (!re_->Match(piece, at, text.size(), RE2::UNANCHORED, &whole, 1) || whole.empty())
    return false;
  begin = static_cast<std::size_t>(whole.data() - piece.data());
  end = begin + whole.size();
  return true;
}

bool any_matches(const std::vector<Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return pattern.matches_all(text); });
}

bool any_starts(const std::vector<Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return pattern.match_at(text, 0) > 0; });
}

PatternCompiler::PatternCompiler(const Family& family)
    : alphabetic_(family.alphabetic), words_(family.words) {
  std::vector<std::string> number_words;
  for (const auto& [word, value] : family.numbers) number_words.push_back(word);
  // Longer words first: "eleven" before "one" where one begins the other.
  std::stable_sort(number_words.begin(), number_words.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  words_["number"] = number_words.empty() ? R"(\d+)" : alternatives(number_words);

  std::vector<std::string> months;
  for (const auto& [word, number] : family.months) months.push_back(word);
  std::stable_sort(months.begin(), months.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  if (!months.empty()) words_["month"] = alternatives(months);

  std::vector<std::string> periods;
  for (const PeriodForm& form : family.periods) periods.push_back(form.say);
  std::vector<std::string> flows;
  std::vector<std::string> weak;
  for (const Flow& flow : family.flows) {
    flows.push_back(flow.say);
    flows.push_back(flow.negative);
    weak.push_back(flow.weak);
  }
  flows.insert(flows.end(), weak.begin(), weak.end());
  std::vector<std::string> levels;
  std::vector<std::string> rates;
  std::vector<std::string> units;
  for (const Unit& unit : family.units) {
    units.push_back(unit.say);
    if (unit.percent && !unit.foreign) rates.push_back(unit.say);
    if (!unit.percent) levels.push_back(unit.say);
  }
  const std::string sign = either({family.direction.down, family.direction.up});
  const std::string flat = either({family.direction.flat});
  const std::string separator = group(family.separators);
  const auto list = [&](const std::string& item, const std::string& last) {
    return fmt::format("(?:{0}{1}{2}{1})*{3}", item, kBlank, separator, last);
  };
  const std::string level = either(levels);
  const std::string rate = either(rates);
  const std::string amount = fmt::format("{}(?:{}{})?", kNumber, kBlank, level);
  const std::string percent = fmt::format("{}(?:{}{})?", kNumber, kBlank, rate);
  const std::string last_percent = fmt::format("{}{}{}", kNumber, kBlank, rate);
  slots_["period"] = either(periods);
  slots_["base"] = either(family.bases);
  slots_["flow"] = either(flows);
  slots_["flows"] = list(either(flows), either(flows));
  slots_["respectively"] = group(family.respectively);
  slots_["unit"] = either(units);
  slots_["count"] = fmt::format("(?:\\d{{1,2}}|{})", words_["number"]);
  slots_["flat"] = flat;
  slots_["mark"] = R"((?:\d{1,2}|[*†‡]))";
  slots_["names"] = list(std::string(kName), std::string(kName));
  slots_["any_names"] = list(std::string(kAnyName), std::string(kAnyName));
  slots_["amounts"] = list(amount, fmt::format("{}{}{}", kNumber, kBlank, level));
  slots_["counts"] = list(amount, amount);
  slots_["percents"] = list(percent, last_percent);
  const std::string way = fmt::format("{}{}", sign, kBlank);
  const std::string change = fmt::format("(?:(?:{})?{}|{})", way, percent, flat);
  const std::string last_change = fmt::format("(?:(?:{})?{}|{})", way, last_percent, flat);
  slots_["changes"] = list(change, last_change);
  slots_["directed_changes"] = fmt::format("(?:{0}{1}{2}{3}{2}{4}|{0}{5})", way, percent, kBlank,
                                           separator, list(change, last_change), last_percent);
  slots_["directed_amounts"] = fmt::format("(?:{}{}{}{}|{})", way, kNumber, kBlank, level, flat);
}

std::string PatternCompiler::expand(std::string_view say, int depth,
                                    std::map<std::string, int>& used, std::string* error) const {
  std::string out;
  bool in_class = false;  // between [ and ], where a blank is itself
  for (std::size_t i = 0; i < say.size(); ++i) {
    if (say[i] == ' ' && !in_class) {
      if (alphabetic_) out += " ?";
      continue;
    }
    in_class = say[i] == '[' || (in_class && say[i] != ']');
    if (say[i] == '\\' && i + 1 < say.size()) {
      // \x{…} and \p{…} are RE2's own braces.
      const bool braces = (say[i + 1] == 'x' || say[i + 1] == 'p' || say[i + 1] == 'P') &&
                          i + 2 < say.size() && say[i + 2] == '{';
      std::size_t end = i + 2;
      if (braces) {
        end = say.find('}', i);
        end = end == std::string_view::npos ? say.size() : end + 1;
      }
      out += say.substr(i, end - i);
      i = end - 1;
      continue;
    }
    const bool name = say[i] == '{' && i + 1 < say.size() && say[i + 1] >= 'a' && say[i + 1] <= 'z';
    if (!name) {
      out += say[i];
      continue;
    }
    const std::size_t close = say.find('}', i);
    if (close == std::string_view::npos) {
      if (error != nullptr) *error = fmt::format("'{{' without '}}' in '{}'", say.substr(i));
      return out;
    }
    const std::string key(say.substr(i + 1, close - i - 1));
    i = close;
    const auto word = words_.find(key);
    const auto slot = slots_.find(key);
    if (word != words_.end()) {
      if (depth >= kDeepest) {
        if (error != nullptr) *error = fmt::format("{{{}}} contains itself", key);
        return out;
      }
      out += group(expand(word->second, depth + 1, used, error));
    } else if (slot != slots_.end()) {
      // Slots hold patterns of the family, which may use words (but no slots of their own).
      std::map<std::string, int> inner;
      const std::string body = without_names(expand(slot->second, depth + 1, inner, error));
      out += fmt::format("(?P<{}_{}>{})", key, ++used[key], body);
    } else if (error != nullptr) {
      *error = fmt::format("there is no word or slot {{{}}}", key);
    }
  }
  return out;
}

std::string PatternCompiler::expand(std::string_view say, std::string* error) const {
  std::map<std::string, int> used;
  return expand(say, 0, used, error);
}

Pattern PatternCompiler::compile(std::string_view say, std::string* error) const {
  std::string trouble;
  const std::string expression = (alphabetic_ ? "(?i)" : "") + expand(say, &trouble);
  Pattern pattern(expression);
  if (trouble.empty() && !pattern.ok()) trouble = pattern.error();
  if (error != nullptr) *error = trouble;
  return trouble.empty() ? pattern : Pattern();
}

}  // namespace tradereport
