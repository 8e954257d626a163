#include "parser/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "parser/text.h"

namespace tradereport::parser {

Pattern Pattern::of(std::string_view say) {
  auto store = std::make_shared<Expressions>();
  std::string error;
  const Expression* const root = parse_expression(say, {}, *store, error);
  if (root == nullptr) throw std::invalid_argument(error);
  return {std::move(store), root};
}

bool Pattern::matches_all(std::string_view text) const {
  return root_ != nullptr && spans(*root_, text, 0, text.size());
}

std::size_t Pattern::match_at(std::string_view text, std::size_t at) const {
  const std::size_t end = root_ == nullptr ? Expression::kNoEnd : find_end(*root_, text, at);
  return end == Expression::kNoEnd ? 0 : end - at;
}

std::size_t Pattern::match_at(std::string_view text, std::size_t at,
                              std::vector<SlotMatch>& slots) const {
  if (root_ == nullptr) return 0;
  Match match = find_match(*root_, text, at);
  if (match.end == Expression::kNoEnd) return 0;
  slots = std::move(match.slots);
  return match.end - at;
}

std::vector<SlotMatch> Pattern::slots_of(std::string_view text, std::size_t at,
                                         std::size_t length) const {
  return find_slots(*root_, text, at, at + length);
}

bool Pattern::find(std::string_view text, std::size_t at, std::size_t& begin,
                   std::size_t& end) const {
  Sight sight(*this, text);
  for (; at < text.size() && !sight.at_end(); at += utf8_length(text[at])) {
    const std::size_t found = sight.may_start(at) ? find_end(*root_, text, at) : Expression::kNoEnd;
    if (found == Expression::kNoEnd) continue;
    begin = at;
    end = found;
    return end > begin;
  }
  return false;
}

Sight::Sight(const Pattern& pattern, std::string_view text)
    : e_(pattern.expression()), text_(text), next_(e_ == nullptr ? Expression::kNoEnd : 0) {}

bool Sight::may_start(std::size_t at) {
  if (at_end()) return false;
  next_ = std::max(next_, at);
  while (next_ < text_.size()) {
    const auto [c, length] = character_at(text_, next_);
    if (e_->needs.has(Characters::place(c))) return next_ - at < e_->longest;
    next_ += length;
  }
  next_ = Expression::kNoEnd;
  return false;
}

bool any_matches(const std::vector<Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return pattern.matches_all(text); });
}

bool any_starts(const std::vector<Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return pattern.match_at(text, 0) > 0; });
}

std::string alternatives(const std::vector<std::string>& literal) {
  std::string out;
  for (const std::string& text : literal) out += (out.empty() ? "" : "|") + quote(text);
  return out;
}

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

// Names of the program's own fragments begin with '#', so that no family can have them.
void add_slots(const Family& family, std::map<std::string, std::string>& words,
               std::map<std::string, std::string>& slots) {
  std::vector<std::string> periods;
  for (const PeriodForm& form : family.periods) periods.push_back(form.say);
  std::vector<std::string> flows;
  for (const Flow& flow : family.flows) {
    flows.push_back(flow.say);
    flows.push_back(flow.negative);
  }
  for (const Flow& flow : family.flows) flows.push_back(flow.weak);
  std::vector<std::string> units;
  std::vector<std::string> levels;
  std::vector<std::string> rates;
  for (const Unit& unit : family.units) {
    units.push_back(unit.say);
    if (unit.percent && !unit.foreign) rates.push_back(unit.say);
    if (!unit.percent) levels.push_back(unit.say);
  }
  // So many digits are no figure any more.
  words["#number"] = R"([-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,40})(?:\.\d{1,40})?)";
  words["#name"] = R"([\x{F0000}-\x{FFFFD}])";
  // A name that the family does not know: no punctuation, no digits.
  words["#any_name"] = R"({#name}|[^,;。:、\d%()\x{F0000}-\x{FFFFD}]{1,16})";
  words["#separator"] = family.separators;
  words["#flow"] = either(flows);
  words["#level"] = either(levels);
  words["#rate"] = either(rates);
  words["#sign"] = either({family.direction.down, family.direction.up});
  words["#flat"] = either({family.direction.flat});
  words["#amount"] = "{#number}(?: {#level})?";
  words["#percent"] = "{#number}(?: {#rate})?";
  words["#last_percent"] = "{#number} {#rate}";
  words["#change"] = "(?:{#sign} )?{#percent}|{#flat}";
  words["#last_change"] = "(?:{#sign} )?{#last_percent}|{#flat}";
  const auto list = [](const std::string& item, const std::string& last) {
    return fmt::format("(?:{0} {{#separator}} )*{1}", item, last);
  };
  words["#changes"] = list("{#change}", "{#last_change}");
  slots["period"] = either(periods);
  slots["base"] = either(family.bases);
  slots["flow"] = "{#flow}";
  slots["flows"] = list("{#flow}", "{#flow}");
  slots["respectively"] = family.respectively;
  slots["unit"] = either(units);
  slots["count"] = R"(\d{1,2}|{number})";
  slots["flat"] = "{#flat}";
  slots["mark"] = R"(\d{1,2}|[*†‡])";
  slots["names"] = list("{#name}", "{#name}");
  slots["any_names"] = list("{#any_name}", "{#any_name}");
  slots["amounts"] = list("{#amount}", "{#number} {#level}");
  slots["counts"] = list("{#amount}", "{#amount}");
  slots["percents"] = list("{#percent}", "{#last_percent}");
  slots["changes"] = "{#changes}";
  slots["directed_changes"] = "{#sign} {#percent} {#separator} {#changes}|{#sign} {#last_percent}";
  slots["directed_amounts"] = "{#sign} {#number} {#level}|{#flat}";
}

}  // namespace

struct PatternCompiler::Definitions {
  std::map<std::string, std::string> words;
  std::map<std::string, std::string> slots;
  std::map<std::string, const Expression*> made;
  std::set<std::string> open;  // being made
  std::shared_ptr<Expressions> store = std::make_shared<Expressions>();
  ExpressionSyntax syntax;

  const Expression* parse(std::string_view say, std::string& error) {
    return parse_expression(say, syntax, *store, error);
  }

  const Expression* named(const std::string& name, std::string& error) {
    const auto word = words.find(name);
    const auto slot = slots.find(name);
    if (word == words.end() && slot == slots.end()) {
      error = fmt::format("there is no word or slot {{{}}}", name);
      return nullptr;
    }
    const bool is_word = word != words.end();
    const Expression*& body = made[name];
    if (body == nullptr) {
      if (!open.insert(name).second) {
        error = fmt::format("{{{}}} contains itself", name);
        return nullptr;
      }
      body = parse(is_word ? word->second : slot->second, error);
      open.erase(name);
    }
    return is_word ? body : make_slot(name, body, *store);
  }
};

PatternCompiler::PatternCompiler(const Family& family)
    : definitions_(std::make_shared<Definitions>()) {
  Definitions& all = *definitions_;
  all.words = family.words;
  all.words["number"] = family.numbers.empty() ? R"(\d+)" : any_word(family.numbers);
  if (!family.months.empty()) all.words["month"] = any_word(family.months);
  add_slots(family, all.words, all.slots);
  all.syntax.alphabetic = family.alphabetic;
  // The definitions outlive their own use here; a shared pointer would keep them for ever.
  all.syntax.named = [&all](const std::string& name, std::string& error) {
    return all.named(name, error);
  };
}

Pattern PatternCompiler::compile(std::string_view say, std::string* error) const {
  std::string trouble;
  const Expression* const root = definitions_->parse(say, trouble);
  if (error != nullptr) *error = trouble;
  return {definitions_->store, root};
}

}  // namespace tradereport::parser
